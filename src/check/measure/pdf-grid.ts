/** Marks and edges of a page that hold together → ruled tables, and the cell in which a piece of text stands. */

import type { Edge, InkPage, Mark } from './pdf-ink.ts'
import type { Piece } from './pdf-lines.ts'

export type Grid = {
  readonly marks: readonly Mark[]
  readonly edges: readonly Edge[]
  /** Places of all its edges and marks, in rising order. */
  readonly xs: readonly number[]
  readonly ys: readonly number[]
}

export type CellPlace = { readonly row: number; readonly column: number }

/** Ends that are this near touch (pt). */
const touch = 2

/** Everything that forms closed boxes; a box without a line inside is a frame, not a table. */
export const gridsOf = ({ marks, edges }: InkPage): { readonly tables: Grid[]; readonly frames: Grid[] } => {
  const all = connected(marks, edges).filter(({ xs, ys }) => xs.length >= 2 && ys.length >= 2)
  const isTable = ({ xs, ys }: Grid): boolean => xs.length > 2 || ys.length > 2
  return { tables: all.filter(isTable), frames: all.filter((grid) => !isTable(grid)) }
}

const connected = (marks: readonly Mark[], edges: readonly Edge[]): Grid[] => {
  const groups: { marks: Mark[]; edges: Edge[] }[] = []
  for (const edge of edges) {
    const met = groups.filter((group) => group.marks.some((mark) => meet(mark, edge)))
    const own = marks.filter((mark) => meet(mark, edge))
    const whole = {
      marks: [...new Set([...met.flatMap((group) => group.marks), ...own])],
      edges: [...met.flatMap((group) => group.edges), edge],
    }
    for (const group of met) groups.splice(groups.indexOf(group), 1)
    groups.push(whole)
  }
  return groups.map((group) => ({
    ...group,
    xs: places(group.edges.map(({ x }) => x)),
    ys: places(group.marks.map(({ y }) => y)),
  }))
}

const meet = ({ left, right, y }: Mark, { x, top, bottom }: Edge): boolean =>
  left - touch < x && x < right + touch && top - touch < y && y < bottom + touch

const places = (values: readonly number[]): number[] => {
  const out: number[] = []
  for (const value of [...values].sort((a, b) => a - b))
    if (value - (out.at(-1) ?? Number.NEGATIVE_INFINITY) > touch) out.push(value)
  return out
}

/** By the nearest edge to the left and the nearest mark above: cells that were merged count from their first. */
export const cellOf = (grid: Grid, piece: Piece): CellPlace | undefined => {
  const middle = (piece.left + piece.right) / 2
  const height = piece.baseline - piece.size / 3
  const [first = 0, last = 0] = [grid.xs[0], grid.xs.at(-1)]
  const [top = 0, bottom = 0] = [grid.ys[0], grid.ys.at(-1)]
  if (middle < first || middle > last || height < top || height > bottom) return undefined
  const crossing = grid.edges.filter((edge) => edge.top - touch < height && height < edge.bottom + touch)
  const x = Math.max(...crossing.map((edge) => edge.x).filter((at) => at < middle), first)
  const above = grid.marks.filter((mark) => mark.left - touch < middle && middle < mark.right + touch)
  const y = Math.max(...above.map((mark) => mark.y).filter((at) => at < height), top)
  return { row: rank(grid.ys, y), column: rank(grid.xs, x) }
}

const rank = (values: readonly number[], value: number): number =>
  values.filter((each) => each <= value + touch).length

export type Frame = { readonly left: number; readonly right: number; readonly height: number }

/** The smallest frame around all of the lines; one that holds half the page and more belongs to the page. */
export const frameAround = (
  lines: readonly Piece[],
  frames: readonly Grid[],
  highest: number,
): Frame | undefined => {
  const inside = frames
    .map(({ xs, ys }) => ({
      left: xs[0] ?? 0,
      right: xs.at(-1) ?? 0,
      top: ys[0] ?? 0,
      bottom: ys.at(-1) ?? 0,
    }))
    .filter(({ left, right, top, bottom }) =>
      lines.every(
        (line) => left < line.left && line.right < right && top < line.baseline && line.baseline < bottom,
      ),
    )
    .map(({ left, right, top, bottom }) => ({ left, right, height: bottom - top }))
    .filter(({ height }) => height < highest)
  return inside.sort((a, b) => a.height - b.height)[0]
}
