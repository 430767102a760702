/** The rows of a page → stretches of full width, and stretches of two columns side by side: the head, the foot. */

import type { Area } from './pdf-area.ts'
import { centreOf } from './pdf-ink.ts'
import { joined, type Piece, type Row } from './pdf-lines.ts'

export type Side = 'left' | 'right'

export type Block =
  | { readonly is: 'full'; readonly lines: readonly Piece[] }
  | {
      readonly is: 'columns'
      /** Is it the first thing of the document? */
      readonly head: boolean
      /** The edges of each column, as far as the other one lets it go. */
      readonly edges: Readonly<Record<Side, { readonly left: number; readonly right: number }>>
      /** In the order of reading: row by row, left before right. */
      readonly lines: readonly { readonly piece: Piece; readonly side: Side }[]
    }

type Gutter = { readonly left: number; readonly right: number }

/** All in ems of the row. The gutter is at least this wide … */
const narrowest = 0.3
/** … and where only one row shows both columns, this wide. */
const certain = 1.5
/** Rows of one column that follow each other are at most this far apart; below a signature there is room. */
const nextRow = 2
const nextOfList = 3
const signatureRoom = 14
/** Lines whose middle is this near (pt) to the middle of the text area are centred in it. */
const centred = 3

export const blocksOf = (rows: readonly Row[], area: Area, firstPage: boolean): Block[] => {
  const blocks: Block[] = []
  const full = (row: Row): void => {
    const line = joined(row.pieces)
    const last = blocks.at(-1)
    if (!line) return
    if (last?.is === 'full') blocks[blocks.length - 1] = { is: 'full', lines: [...last.lines, line] }
    else blocks.push({ is: 'full', lines: [line] })
  }
  let at = 0
  while (at < rows.length) {
    const found = columnsFrom(rows, at, area, firstPage && blocks.length === 0)
    if (found) blocks.push(found.block)
    else full(rows[at] as Row)
    at = found ? found.end : at + 1
  }
  return blocks
}

const columnsFrom = (
  rows: readonly Row[],
  from: number,
  area: Area,
  head: boolean,
): { readonly block: Block; readonly end: number } | undefined => {
  const start = firstOfBoth(rows, from, area, head)
  const gutter = start === undefined ? undefined : gutterOf(rows[start])
  if (start === undefined || !gutter) return undefined
  const { end, gutter: shared, both } = extend(rows, start, gutter, area, head)
  const rightAlone = rows.slice(from, end).some((row) => sideOf(row, shared, area) === 'right')
  if (both < 2 && !rightAlone) return undefined
  if (both < 2 && shared.right - shared.left < certain * sizeOf(rows[start])) return undefined
  const lines = rows.slice(from, end).flatMap(({ pieces }) => {
    const isLeft = (piece: Piece): boolean => piece.right <= shared.left + 1
    const left = joined(pieces.filter(isLeft))
    const right = joined(pieces.filter((piece) => !isLeft(piece)))
    return [
      ...(left ? [{ piece: left, side: 'left' as const }] : []),
      ...(right ? [{ piece: right, side: 'right' as const }] : []),
    ]
  })
  const edges = {
    left: { left: area.left, right: shared.right },
    right: { left: shared.left, right: area.right },
  }
  return { block: { is: 'columns', head, edges, lines }, end }
}

/** The row that shows both columns: this one, or one a little below if what comes before stands in one of them. */
const firstOfBoth = (rows: readonly Row[], from: number, area: Area, head: boolean): number | undefined => {
  for (let at = from; at < rows.length; at++) {
    const row = rows[at]
    if (!row || (at > from && farBelow(row, rows[at - 1], nextRow))) return undefined
    const gutter = gutterOf(row)
    if (gutter) {
      const above = rows.slice(from, at)
      return above.every(
        (each) => sideOf(each, gutter, area) === 'right' || (head && sideOf(each, gutter, area)),
      )
        ? at
        : undefined
    }
    // Body text starts at the left edge; only a heading may have such lines above its first common row.
    if (row.pieces.length !== 1 || (!head && (row.pieces[0]?.left ?? 0) < centreOf(area))) return undefined
  }
  return undefined
}

/** How far down the two columns go, and what is left of the gutter there. */
const extend = (rows: readonly Row[], start: number, first: Gutter, area: Area, head: boolean) => {
  let gutter = first
  let both = 1
  let end = start + 1
  for (let at = start + 1; at < rows.length; at++) {
    const row = rows[at]
    if (!row) break
    const next = row.pieces.length > 1 ? shareOf(row, gutter) : undefined
    if (next) {
      gutter = next
      both += 1
      end = at + 1
      continue
    }
    const side = row.pieces.length === 1 ? sideOf(row, gutter, area) : undefined
    if (!side) break
    const piece = row.pieces[0] as Piece
    gutter =
      side === 'left'
        ? { ...gutter, left: Math.max(gutter.left, piece.right) }
        : { ...gutter, right: Math.min(gutter.right, piece.left) }
    // Below the last common row of a head comes the title, which may be narrow enough to fit into a column.
    const limit = head ? nextRow : side === 'left' ? nextOfList : signatureRoom
    const above = head || side === 'right' ? rows[at - 1] : lastWith(rows.slice(start, at), gutter.right)
    if (farBelow(row, above, limit)) break
    end = at + 1
  }
  return { end, gutter, both }
}

/** The last row with something on the left. */
const lastWith = (rows: readonly Row[], limit: number): Row | undefined =>
  rows.findLast(({ pieces }) => (pieces[0]?.left ?? limit) < limit)

const farBelow = (row: Row, above: Row | undefined, limit: number): boolean =>
  above !== undefined && row.baseline - above.baseline > limit * sizeOf(row)

const sizeOf = (row: Row | undefined): number => Math.max(...(row?.pieces ?? []).map(({ size }) => size), 1)

/** The widest gap of a row of several pieces, unless what stands before it is only the label of a list. */
const gutterOf = (row: Row | undefined): Gutter | undefined => {
  const gaps = gapsOf(row).sort((a, b) => b.right - b.left - (a.right - a.left))
  const [widest] = gaps
  const before = row?.pieces.filter((piece) => widest && piece.right <= widest.left + 1) ?? []
  const label = before.length === 1 && (before[0]?.text.length ?? 0) <= 4
  return widest && !label ? widest : undefined
}

const gapsOf = (row: Row | undefined): Gutter[] =>
  (row?.pieces ?? [])
    .slice(1)
    .map((piece, index) => ({ left: row?.pieces[index]?.right ?? 0, right: piece.left }))

/** What a gap of the row and the gutter have in common, if that is wide enough. */
const shareOf = (row: Row, gutter: Gutter): Gutter | undefined =>
  gapsOf(row)
    .map(({ left, right }) => ({ left: Math.max(left, gutter.left), right: Math.min(right, gutter.right) }))
    .find(({ left, right }) => right - left > narrowest * sizeOf(row))

/** On which side of the gutter a row of one piece stands; none if it lies across, or is centred in the text area. */
const sideOf = ({ pieces }: Row, gutter: Gutter, area: Area): Side | undefined => {
  const [piece] = pieces
  if (!piece || pieces.length > 1) return undefined
  if (Math.abs(centreOf(piece) - centreOf(area)) < centred) return undefined
  const room = narrowest * piece.size
  if (piece.right < gutter.right - room) return 'left'
  if (piece.left > gutter.left + room) return 'right'
  return undefined
}
