/** The lines of a paragraph of full width → how it is aligned and indented, as far as its lines can tell. */

import type { MeasuredParagraph } from './measured.ts'
import type { Area } from './pdf-area.ts'
import { isCentred, isFull } from './pdf-flow.ts'
import { widthOf } from './pdf-ink.ts'
import type { Piece } from './pdf-lines.ts'

/** Points. A line alone that ends early is 'left': were it justified, it would look the same. */
export type Setting = {
  readonly align?: NonNullable<MeasuredParagraph['align']>
  readonly firstIndent?: number
  readonly left?: number
}

/** A line that ends this near (pt) to the edge ends at it. */
const atEdge = 1.5
/** Of the lines that are full, so many end at the edge when a paragraph is justified: some are ended by hand. */
const most = 0.6

export const settingOf = (lines: readonly Piece[], area: Area): Setting => {
  const [first, ...others] = lines
  if (!first) return {}
  if (
    lines.some((line) => isCentred(line, area)) &&
    lines.every((line) => isCentred(line, area) || isWide(line, area))
  )
    return { align: 'centre' }
  if (
    lines.every((line) => atRight(line, area)) &&
    lines.some((line) => line.left - area.left > widthOf(area) / 3)
  )
    return { align: 'right' }
  if (others.length === 0) {
    const firstIndent = first.left - area.left
    return atRight(first, area) ? { firstIndent } : { align: 'left', firstIndent }
  }
  const left = Math.min(...others.map((line) => line.left))
  const indents = { firstIndent: first.left - left, left: left - area.left }
  const full = lines.filter((line, index) => index < lines.length - 1 && isFull(line, lines[index + 1], area))
  if (full.length === 0) return indents
  const justified = full.filter((line) => atRight(line, area)).length >= most * full.length
  return { align: justified ? 'justify' : 'left', ...indents }
}

const atRight = (line: Piece, area: Area): boolean => Math.abs(area.right - line.right) < atEdge

const isWide = (line: Piece, area: Area): boolean => widthOf(line) > widthOf(area) - 4 * atEdge
