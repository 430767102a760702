/** The lines under tiêu ngữ, the issuing body and trích yếu: there, drawn, unbroken, as long as they may be (mục II.1b, II.2b, II.5b). */

import { type Check, type Context, figure, isWithin, labelOf, ruleOf } from './against-decree-fault.ts'
import type { MeasuredParagraph, MeasuredStroke } from './measure/measured.ts'
import { linesOf } from './measure/text-lines.ts'
import type { Piece } from './pieces.ts'
import { tolerances } from './tolerances.ts'

type Underlined = 'motto' | 'issuingBody' | 'subject'

/** Their templates in Phụ lục III have none under the trích yếu. */
const withoutLine = new Set(['BIÊN BẢN', 'GIẤY GIỚI THIỆU', 'GIẤY NGHỈ PHÉP'])

export const checkStrokes: Check = (context) => {
  const { parts, kind } = context.identified
  for (const part of ['motto', 'issuingBody', 'subject'] as const) {
    const pieces = parts.get(part)
    if (!pieces?.length || (part === 'subject' && kind !== undefined && withoutLine.has(kind))) continue
    const stroke = strokeUnder(pieces, context)
    if (stroke) measure(part, pieces, stroke, context)
    else missing(part, pieces, context)
  }
}

const preference = ['drawn', 'border', 'characters', 'underline'] as const

/** The best of what there is. Which of several lines of one paragraph a drawn stroke stands under is not asked. */
const strokeUnder = (pieces: readonly Piece[], { identified }: Context): MeasuredStroke | undefined => {
  const found = identified.measured.strokes.filter(({ under, line }) =>
    pieces.some(
      (piece) =>
        piece.paragraph.index === under &&
        (line === undefined || piece.line === undefined || piece.line === line),
    ),
  )
  return preference.map((kind) => found.find((stroke) => stroke.kind === kind)).find(Boolean)
}

const missing = (part: Underlined, pieces: readonly Piece[], context: Context): void => {
  const { measured } = context.identified
  // In a Word file only: on a page of a PDF every stroke has its place.
  const isPlaced = measured.strokes.some(({ kind, under }) => kind === 'drawn' && under === undefined)
  if (measured.format === 'docx' && isPlaced) {
    context.cannot(`${labelOf(part, context)}: có đường kẻ đặt theo trang, không biết nằm dưới dòng nào`)
    return
  }
  if (measured.format === 'docx' && measured.gaps.some((gap) => gap.startsWith('hình ảnh'))) {
    context.cannot(`${labelOf(part, context)}: không thấy đường kẻ, nhưng có hình ảnh có thể là đường kẻ`)
    return
  }
  const last = pieces.at(-1)
  context.say({
    rule: 'decree/stroke',
    level: 'error',
    message: `${labelOf(part, context)}: phía dưới không có đường kẻ, cần ${wanted(part, context)}`,
    found: 'không có',
    allowed: wanted(part, context),
    ...cited(part, context),
    ...(last && { pieces: [last] }),
  })
}

const cited = (part: Underlined, context: Context): { cite?: string } => {
  const { cite } = ruleOf(part, context)
  return cite === undefined ? {} : { cite }
}

const wanted = (part: Underlined, context: Context): string =>
  isWhole(part, context)
    ? 'đường kẻ ngang, nét liền, dài bằng dòng chữ'
    : 'đường kẻ ngang, nét liền, dài từ 1/3 đến 1/2 dòng chữ'

const isWhole = (part: Underlined, { rules }: Context): boolean => rules.parts[part].rule.share.from === 1

const measure = (
  part: Underlined,
  pieces: readonly Piece[],
  stroke: MeasuredStroke,
  context: Context,
): void => {
  const label = labelOf(part, context)
  const last = pieces.at(-1)
  if (!last) return
  const say = (level: 'error' | 'warning' | 'info', message: string, found: string): void =>
    context.say({
      rule: 'decree/stroke',
      level,
      message: `${label}: ${message}, cần ${wanted(part, context)}`,
      found,
      allowed: wanted(part, context),
      ...cited(part, context),
      pieces: [last],
    })
  if (!stroke.solid)
    say('error', `đường kẻ ${stroke.kind === 'characters' ? 'gõ bằng dấu rời' : 'đứt nét'}`, 'không liền nét')
  else if (stroke.kind === 'underline') say('warning', 'gạch chân chữ thay cho đường kẻ', 'gạch chân')
  // The decree's own templates type it so.
  else if (stroke.kind === 'characters')
    say('info', 'đường kẻ gõ bằng dấu gạch dưới, không phải nét vẽ', 'dấu gạch dưới')
  if (stroke.approximate) {
    context.cannot(`${label}: đường kẻ gõ bằng chữ nâng (superscript), không đo được chiều dài`)
    return
  }
  const widths = pieces.flatMap((piece) => linesOf(alone(piece), context.ruler).map(({ width }) => width))
  // Of several lines the decree does not say which is "the" line: from the last to the longest, all will do.
  const longest = Math.max(...widths)
  const { share } = context.rules.parts[part].rule
  const low = share.from * (1 - tolerances.stroke) * Math.min(widths.at(-1) ?? longest, longest)
  const high = share.to * (1 + tolerances.stroke) * longest
  if (!isWithin(stroke.length, { from: low, to: high }, 0)) {
    const percent = Math.round((stroke.length / longest) * 100)
    const found = `${figure(stroke.length)} mm, bằng ${percent}% dòng chữ (${figure(longest)} mm)`
    say('error', `đường kẻ ${stroke.length > high ? 'quá dài' : 'quá ngắn'}: ${found}`, found)
  }
  balance(pieces, stroke, say)
}

/** A piece as a paragraph of its own, to be measured. */
const alone = ({ paragraph, runs, line }: Piece): MeasuredParagraph => {
  const kept = runs.filter(({ raised }) => !raised)
  if (line === undefined) return { ...paragraph, runs: kept }
  const { lines: _, ...rest } = paragraph
  return { ...rest, runs: kept }
}

const balance = (
  pieces: readonly Piece[],
  stroke: MeasuredStroke,
  say: (level: 'warning', message: string, found: string) => void,
): void => {
  const piece = pieces.at(-1)
  if (stroke.left === undefined || !piece || piece.tabbed) return
  const { lines, area, align } = piece.paragraph
  const line = lines?.at(-1)
  const middle = line
    ? line.left + line.width / 2
    : align === 'centre' && area
      ? area.left + area.width / 2
      : undefined
  if (middle === undefined) return
  const off = Math.abs(stroke.left + stroke.length / 2 - middle)
  if (off > tolerances.balance)
    say('warning', `đường kẻ lệch ${figure(off)} mm so với giữa dòng chữ`, `lệch ${figure(off)} mm`)
}
