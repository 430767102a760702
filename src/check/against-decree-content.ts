/** Ô 6: how running text is set (mục II.6e), grounds (II.6a), titles (II.6đ), and the mark that ends it all. */

import {
  type Check,
  type Context,
  figure,
  isWithin,
  labelOf,
  rangeOf,
  ruleOf,
} from './against-decree-fault.ts'
import { aligned } from './against-decree-page.ts'
import { lettered, letters, size, slope } from './against-decree-type.ts'
import type { KnownPart } from './identified-parts.ts'
import type { ContentPiece } from './identify.ts'
import { isTitle } from './identify-content.ts'
import { linesOf } from './measure/text-lines.ts'
import type { Piece } from './pieces.ts'
import { tolerances } from './tolerances.ts'

const spoken: ReadonlySet<KnownPart> = new Set([
  'paragraph',
  'clause',
  'clauseTitle',
  'section',
  'point',
  'item',
  'basis',
  'article',
])

/** Running text: not a line of dots, a lone "./." or a remark in brackets. */
const isRunning = ({ part, text }: ContentPiece): boolean => spoken.has(part) && /[\p{L}\p{N}]{2}/u.test(text)

export const checkContent: Check = (context) => {
  const { content } = context.identified
  const running = content.filter(isRunning)
  for (const piece of content) size(piece, sizeRule(piece.part), context)
  for (const piece of running) {
    setting(piece, context)
    look(piece, context)
  }
  gaps(content, context)
  oneSize(running, context)
}

/** Headings and lines like "QUYẾT ĐỊNH:" are of the content too. */
const sizeRule = (part: KnownPart): KnownPart => (spoken.has(part) ? part : 'paragraph')

const say = (
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

const setting = (piece: ContentPiece, context: Context): void => {
  const { paragraph } = piece
  const { indent, leading } = context.rules.parts.paragraph
  const start =
    paragraph.start ??
    (paragraph.firstIndent === undefined ? undefined : (paragraph.left ?? 0) + paragraph.firstIndent)
  const isCentred = paragraph.align === 'centre'
  if (start === undefined) context.cannot('không đo được độ lùi đầu dòng')
  else if (!isCentred && !isWithin(start, indent, tolerances.length)) {
    const isList = piece.part === 'item' || piece.part === 'section' || piece.part === 'clauseTitle'
    say(
      context,
      'decree/indent',
      piece,
      `lùi đầu dòng ${figure(start)} mm${paragraph.startBy === 'spaces' ? ' (gõ bằng dấu cách)' : ''}`,
      `${rangeOf(indent)} mm`,
      isList ? 'warning' : 'error',
    )
  }
  if (!isCentred && Math.abs(paragraph.left ?? 0) > tolerances.length)
    say(
      context,
      'decree/indent',
      piece,
      `cả đoạn lùi ${figure(paragraph.left ?? 0)} mm`,
      'chỉ lùi dòng đầu',
      'warning',
    )
  if (paragraph.leading !== undefined && !isWithin(paragraph.leading, leading, tolerances.leading))
    say(
      context,
      'decree/line-spacing',
      piece,
      `giãn dòng ${figure(paragraph.leading, 2)}`,
      `từ dòng đơn đến ${figure(leading.to)}`,
    )
  if (!fills(piece, context)) return
  if (paragraph.align === undefined) context.cannot('không đo được canh lề của nội dung')
  else if (paragraph.align !== 'justify')
    say(context, 'decree/align', piece, aligned[paragraph.align], 'canh đều cả hai lề')
}

/** On a single line that ends early, every alignment looks the same. */
const fills = (piece: Piece, { ruler }: Context): boolean => {
  const lines = linesOf(piece.paragraph, ruler)
  if (lines.length > 1) return true
  const width = piece.paragraph.area?.width
  return width !== undefined && (lines[0]?.width ?? 0) > width * tolerances.oneLine
}

const look = (piece: ContentPiece, context: Context): void => {
  const { part, runs, text } = piece
  const letterRuns = lettered(runs)
  const every = (test: (run: (typeof letterRuns)[number]) => boolean): boolean =>
    letterRuns.length > 0 && letterRuns.every(test)
  if (part === 'basis') slope(piece, 'basis', context)
  else if (every((run) => run.italic === true) && !/^[(*]|^(ghi chú|lưu ý)/iu.test(text))
    slope(piece, part, context)
  if ((part === 'section' || part === 'clauseTitle') && letterRuns.some((run) => run.bold === false))
    say(
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
    say(
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
    say(context, 'decree/weight', piece, 'cả đoạn in đậm', 'không đậm', 'warning')
  if ((part === 'clause' || part === 'point') && hasBoldLabel(piece))
    say(
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

const gaps = (content: readonly ContentPiece[], context: Context): void => {
  const { before } = context.rules.parts.paragraph
  const all = context.identified.measured.paragraphs
  content.forEach((piece, index) => {
    const above = content[index - 1]
    const { paragraph } = piece
    if (
      !above ||
      !isRunning(piece) ||
      !isRunning(above) ||
      paragraph.newPage ||
      paragraph === above.paragraph
    )
      return
    if (paragraph.section !== above.paragraph.section) return
    // Anything between them keeps them apart: an empty line, a table.
    if (
      all.some(
        (each) =>
          each.index > above.paragraph.index && each.index < paragraph.index && each.within === 'body',
      )
    )
      return
    if (paragraph.before === undefined) return
    const [a, b] = [above.paragraph.after ?? 0, paragraph.before]
    if (isWithin(Math.max(a, b), before, tolerances.gap)) return
    // Whether the two add up depends on a setting of Word's that readers treat differently.
    if (isWithin(a + b, before, tolerances.gap)) {
      context.cannot('khoảng cách đoạn đặt ở cả trên và dưới, tùy chương trình có cộng lại hay không')
      return
    }
    say(
      context,
      'decree/paragraph-gap',
      piece,
      `cách đoạn trên ${figure(Math.max(a, b))} pt`,
      `ít nhất ${figure(before.from)} pt`,
    )
  })
}

/** "cỡ chữ bằng cỡ chữ của phần lời văn": clauses, points and articles follow the running text. */
const oneSize = (running: readonly ContentPiece[], context: Context): void => {
  const counts = new Map<number, number>()
  for (const piece of running)
    for (const run of lettered(piece.runs))
      if (run.size !== undefined) counts.set(run.size, (counts.get(run.size) ?? 0) + run.text.length)
  const [usual] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? []
  if (usual === undefined) return
  for (const piece of running) {
    const own = lettered(piece.runs).map((run) => run.size)
    const off = own.find((each) => each !== undefined && Math.abs(each - usual) > tolerances.size)
    if (off === undefined || !isWithin(off, context.rules.parts.paragraph.size, tolerances.size)) continue
    say(
      context,
      'decree/size',
      piece,
      `cỡ chữ ${figure(off)}`,
      `${figure(usual)} như phần lời văn còn lại`,
      'warning',
      'Phụ lục I, Phần I, mục II.6đ',
    )
  }
}
