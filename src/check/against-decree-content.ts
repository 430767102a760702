/** Ô 6: how running text is set (mục II.6e), grounds (II.6a), titles (II.6đ), and the mark that ends it all. */

import { type Check, type Context, figure, isWithin, rangeOf } from './against-decree-fault.ts'
import { look, sayOf } from './against-decree-look.ts'
import { aligned } from './against-decree-page.ts'
import { lettered, size } from './against-decree-type.ts'
import type { KnownPart } from './identified-parts.ts'
import type { ContentPiece } from './identify.ts'
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
    sayOf(
      context,
      'decree/indent',
      piece,
      `lùi đầu dòng ${figure(start)} mm${paragraph.startBy === 'spaces' ? ' (gõ bằng dấu cách)' : ''}`,
      `${rangeOf(indent)} mm`,
      isList ? 'warning' : 'error',
    )
  }
  if (!isCentred && Math.abs(paragraph.left ?? 0) > tolerances.length)
    sayOf(
      context,
      'decree/indent',
      piece,
      `cả đoạn lùi ${figure(paragraph.left ?? 0)} mm`,
      'chỉ lùi dòng đầu',
      'warning',
    )
  if (paragraph.leading !== undefined && !isWithin(paragraph.leading, leading, tolerances.leading))
    sayOf(
      context,
      'decree/line-spacing',
      piece,
      `giãn dòng ${figure(paragraph.leading, 2)}`,
      `từ dòng đơn đến ${figure(leading.to)}`,
    )
  if (!fills(piece, context)) return
  if (paragraph.align === undefined) context.cannot('không đo được canh lề của nội dung')
  else if (paragraph.align !== 'justify')
    sayOf(context, 'decree/align', piece, aligned[paragraph.align], 'canh đều cả hai lề')
}

/** On a single line that ends early, every alignment looks the same. */
const fills = (piece: Piece, { ruler }: Context): boolean => {
  const lines = linesOf(piece.paragraph, ruler)
  if (lines.length > 1) return true
  const width = piece.paragraph.area?.width
  return width !== undefined && (lines[0]?.width ?? 0) > width * tolerances.oneLine
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
    sayOf(
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
    sayOf(
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
