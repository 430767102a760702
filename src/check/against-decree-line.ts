/** Do two lines stand side by side? Read off a PDF; in a Word file reckoned from what stands above each in its cell. */

import { toMm } from '../layout/units.ts'
import type { Context } from './against-decree-fault.ts'
import { heightOf, lineHeightOf } from './measure/text-lines.ts'
import type { Piece } from './pieces.ts'
import { tolerances } from './tolerances.ts'

/** Undefined where it cannot be told. */
export const isOnOneLine = (a: Piece, b: Piece, context: Context): boolean | undefined => {
  const [one, other] = [a.paragraph, b.paragraph]
  if (one.index === other.index) return a.line === b.line
  const [first, second] = [one.lines?.[0], other.lines?.[0]]
  const most = toMm((a.runs[0]?.size ?? 0) * context.ruler.singleLine) * tolerances.sameLine
  if (first && second) return first.page === second.page && Math.abs(first.baseline - second.baseline) <= most
  if (one.within !== other.within || one.within === 'text-box') return undefined
  if (!one.cell || !other.cell) return one.cell || other.cell ? undefined : false
  if (one.cell.table !== other.cell.table) return false
  if (one.cell.row !== other.cell.row) return false
  return (
    Math.abs(topOf(a, context) - topOf(b, context)) <= lineHeightOf(one, context.ruler) * tolerances.sameLine
  )
}

/** mm from the top of its cell. */
const topOf = (
  { paragraph, line = blankLines(paragraph.text) }: Piece,
  { identified, ruler }: Context,
): number => {
  const { cell } = paragraph
  const above = identified.measured.paragraphs.filter(
    (each) =>
      each.index < paragraph.index &&
      each.cell?.table === cell?.table &&
      each.cell?.row === cell?.row &&
      each.cell?.column === cell?.column,
  )
  const heights = above.reduce(
    (sum, each) => sum + heightOf(each, ruler) + toMm((each.before ?? 0) + (each.after ?? 0)),
    0,
  )
  return heights + toMm(paragraph.before ?? 0) + line * lineHeightOf(paragraph, ruler)
}

/** Line breaks before the first word. */
const blankLines = (text: string): number => (/^\s*/.exec(text)?.[0].match(/\n/g) ?? []).length
