/** The lines of a document → the edges of its text area and its usual first line indent, as the lines show them. Points. */

import { widthOf } from './pdf-ink.ts'
import { joined, type Piece, type Row } from './pdf-lines.ts'

export type Area = {
  readonly left: number
  readonly right: number
  /** Distance of most indented lines from the left edge. */
  readonly indent: number
}

/** Lines that take this share of the paper's width run from edge to edge. */
const wide = 0.55
/** Edges nearer than this are one. */
const same = 1
/** Beyond this, a line is set apart by more than an indent. */
const deepest = 60

/** Absent where no line is wide enough to tell. */
export const areaOf = (rows: readonly Row[], paper: number): Area | undefined => {
  const lines = rows.flatMap(({ pieces }) => joined(pieces) ?? [])
  const long = lines.filter((line) => widthOf(line) > wide * paper)
  if (long.length === 0) return undefined
  const lefts = clusters(long.map(({ left }) => left))
  const often = lefts.filter(({ count }) => count >= Math.max(2, long.length / 20))
  const left = (often[0] ?? lefts[0])?.at ?? 0
  const right = rightEdge(long)
  return { left, right, indent: indentOf(lines, left, right) }
}

/** Justified lines all end at one place; without such a place the longest line tells. */
const rightEdge = (lines: readonly Piece[]): number => {
  const rights = clusters(lines.map(({ right }) => right))
  const most = [...rights].sort((a, b) => b.count - a.count)[0]
  const last = rights.at(-1)?.at ?? 0
  return most && most.count >= 2 && most.count >= lines.length / 4 ? most.at : last
}

/** Centred lines are no indented ones, unless they all start at one place. */
const indentOf = (lines: readonly Piece[], left: number, right: number): number => {
  const indented = lines.filter((line) => line.left - left > same && line.left - left < deepest)
  const centred = (line: Piece): boolean => Math.abs(line.left - left - (right - line.right)) < 4 * same
  const [most] = clusters(indented.filter((line) => !centred(line)).map((line) => line.left - left)).sort(
    (a, b) => b.count - a.count,
  )
  return most?.at ?? 0
}

/** Values that lie together, by their median, in rising order. */
const clusters = (values: readonly number[]): { readonly at: number; readonly count: number }[] => {
  const groups: number[][] = []
  for (const value of [...values].sort((a, b) => a - b)) {
    const group = groups.at(-1)
    if (group && value - (group[0] ?? value) <= same) group.push(value)
    else groups.push([value])
  }
  return groups.map((group) => ({ at: group[group.length >> 1] ?? 0, count: group.length }))
}
