/** The lines of one column of a head or foot → paragraphs, and how they are aligned among each other. */

import type { MeasuredParagraph } from './measured.ts'
import type { Side } from './pdf-columns.ts'
import { firstWordWidth, isCapitals, sameLook } from './pdf-flow.ts'
import { centreOf, widthOf } from './pdf-ink.ts'
import type { Piece } from './pdf-lines.ts'

type Align = NonNullable<MeasuredParagraph['align']>
type Edges = { readonly left: number; readonly right: number }

/** pt */
const sameEdge = 1.5
const sameCentre = 2.5
const sameSize = 0.3
/** Baselines of one paragraph are at most this far apart, in ems: a quarter more than single spacing. */
const nextLine = 1.45

const listItem = /^[-–—+•*]\s*\S/u

export const columnParagraphs = (lines: readonly Piece[], edges: Edges): Piece[][] => {
  const out: Piece[][] = []
  for (const line of lines) {
    const current = out.at(-1)
    if (current && continues(current, line, edges)) current.push(line)
    else out.push([line])
  }
  return out
}

const continues = (current: readonly Piece[], next: Piece, edges: Edges): boolean => {
  const [first, last] = [current[0], current.at(-1)]
  if (!first || !last || last.page !== next.page) return false
  if (next.baseline - last.baseline > nextLine * next.size) return false
  if (Math.abs(last.size - next.size) > sameSize || !sameLook(last, next)) return false
  if (listItem.test(first.text)) return !listItem.test(next.text)
  if (isCapitals(last) !== isCapitals(next)) return false
  return widthOf(last) + next.size / 4 + firstWordWidth(next) > roomOf(last, edges)
}

/** How long a line could have been: from its own left edge, or to both sides of its middle. */
const roomOf = (line: Piece, { left, right }: Edges): number => {
  if (line.left - left < sameEdge) return right - line.left
  const middle = centreOf(line)
  return 2 * Math.min(middle - left, right - middle)
}

/** Lines of a column show together what they are centred on or start at; one that does not follow stands out. */
export const columnAlign = (
  line: Piece,
  lines: readonly Piece[],
  side: Side,
  edges: Edges,
): Align | undefined => {
  const near = (of: (piece: Piece) => number, reach: number) => {
    const crowd = (piece: Piece): number =>
      lines.filter((each) => Math.abs(of(each) - of(piece)) < reach).length
    const [leader] = [...lines].sort((a, b) => crowd(b) - crowd(a))
    return leader && crowd(leader) > 1 ? { at: of(leader), count: crowd(leader) } : undefined
  }
  const centre = near(centreOf, sameCentre)
  const left = near((piece) => piece.left, sameEdge)
  // Blanks to be filled in at the end of a line are centred with it.
  const centred =
    centre !== undefined &&
    [line, line.drawn].some((each) => Math.abs(centreOf(each) - centre.at) < sameCentre)
  const flush = left !== undefined && Math.abs(line.left - left.at) < sameEdge
  if (centred && flush)
    return centre.count > left.count || line.left - edges.left > sameEdge ? 'centre' : 'left'
  if (centred) return 'centre'
  if (flush) return 'left'
  if (side === 'left' && Math.abs(line.left - edges.left) < sameEdge) return 'left'
  if (side === 'right' && Math.abs(line.right - edges.right) < sameEdge) return 'right'
  if (centre && centre.count * 2 >= lines.length) return centreOf(line) < centre.at ? 'left' : 'right'
  return undefined
}
