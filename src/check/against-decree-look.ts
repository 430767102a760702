/** Weight and slope of running text: grounds in italics, titles bold, the rest neither throughout (mục II.6a, II.6đ, II.6e). */

import { type Context, labelOf, ruleOf } from './against-decree-fault.ts'
import { lettered, letters, slope } from './against-decree-type.ts'
import type { ContentPiece } from './identify.ts'
import { isTitle } from './identify-content.ts'
import type { Piece } from './pieces.ts'

/** A fault of one piece of the content, under its own label. */
export const sayOf = (
  context: Context,
  rule:
    | 'decree/indent'
    | 'decree/align'
    | 'decree/line-spacing'
    | 'decree/paragraph-gap'
    | 'decree/weight'
    | 'decree/size',
  piece: ContentPiece,
  found: string,
  allowed: string,
  level: 'error' | 'warning' = 'error',
  cite: string = context.rules.parts.paragraph.cite,
): void =>
  context.say({
    rule,
    level,
    message: `${labelOf(piece.part, context)}: ${found}, cần ${allowed}`,
    found,
    allowed,
    cite,
    pieces: [piece],
  })

export const look = (piece: ContentPiece, context: Context): void => {
  const { part, runs, text } = piece
  const letterRuns = lettered(runs)
  const every = (test: (run: (typeof letterRuns)[number]) => boolean): boolean =>
    letterRuns.length > 0 && letterRuns.every(test)
  if (part === 'basis') slope(piece, 'basis', context)
  else if (every((run) => run.italic === true) && !/^[(*]|^(ghi chú|lưu ý)/iu.test(text))
    slope(piece, part, context)
  if ((part === 'section' || part === 'clauseTitle') && letterRuns.some((run) => run.bold === false))
    sayOf(
      context,
      'decree/weight',
      piece,
      every((run) => run.bold === false) ? 'không đậm' : 'không đậm ở một phần',
      'đậm',
      'error',
      ruleOf(part, context).cite,
    )
  if (part === 'section') letters(piece, 'section', context)
  if (part === 'article' && letterRuns[0]?.bold === false)
    sayOf(
      context,
      'decree/weight',
      piece,
      'từ "Điều" và số thứ tự không đậm',
      'đậm',
      'error',
      ruleOf(part, context).cite,
    )
  if (
    ['paragraph', 'clause', 'point', 'item', 'basis'].includes(part) &&
    !isTitle(text) &&
    every((run) => run.bold === true)
  )
    sayOf(context, 'decree/weight', piece, 'cả đoạn in đậm', 'không đậm', 'warning')
  if ((part === 'clause' || part === 'point') && hasBoldLabel(piece))
    sayOf(
      context,
      'decree/weight',
      piece,
      'số thứ tự in đậm mà không có tiêu đề',
      'số thứ tự không đậm',
      'warning',
      ruleOf(part, context).cite,
    )
}

/** "**1.** Các đơn vị …": bold ends with the label. */
const hasBoldLabel = ({ runs }: Piece): boolean => {
  const [first, next] = lettered(runs)
  return (
    first?.bold === true &&
    /^\s*[\p{L}\d]{1,2}\s*[.)/]?\s*$/u.test(first.text) &&
    next !== undefined &&
    next.bold === false
  )
}
