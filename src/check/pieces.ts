/** Measured paragraphs → pieces to recognise: one line of words each where people put several into a paragraph. */

import { isTypedRule, runsByLine } from './measure/docx-typed.ts'
import type { Measured, MeasuredParagraph, MeasuredRun } from './measure/measured.ts'

export type Piece = {
  readonly paragraph: MeasuredParagraph
  /** Which line of the paragraph, counted by line breaks, where it was cut. */
  readonly line?: number
  readonly runs: readonly MeasuredRun[]
  /** Words as a reader takes them in: no footnote marks, single spaces, NFC. */
  readonly text: string
  readonly column: MeasuredParagraph['column']
  /** Cut out at a tab: where it stands across the page is not told by its paragraph. */
  readonly tabbed?: true
}

/** Without blanks and without typed rules, which are among the strokes. */
export const piecesOf = ({ paragraphs }: Measured): Piece[] => paragraphs.flatMap(pieces)

const pieces = (paragraph: MeasuredParagraph): Piece[] => {
  const lines = runsByLine(paragraph.runs)
  const isCut = lines.filter((runs) => wordsOf(runs) !== '').length > 1 && isListed(paragraph)
  const cut = isCut
    ? lines.map((runs, line): Piece => ({ ...plain(paragraph, runs), line }))
    : [plain(paragraph, paragraph.runs)]
  return cut.flatMap(atTabs).filter(({ text }) => text !== '' && !isTypedRule(text))
}

/** Running text may hold a line break; names, titles and lists of recipients are lines by nature. */
const isListed = ({ align, cell, column, within }: MeasuredParagraph): boolean =>
  align === 'centre' || column !== 'full' || within !== 'body' || (cell !== undefined && !cell.bordered)

const plain = (paragraph: MeasuredParagraph, runs: readonly MeasuredRun[]): Piece => ({
  paragraph,
  runs,
  text: wordsOf(runs),
  column: paragraph.column,
})

export const wordsOf = (runs: readonly MeasuredRun[]): string =>
  tidy(
    runs
      .filter(({ raised }) => !raised)
      .map(({ text }) => text)
      .join(''),
  )

export const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\u200b|\u200c|\u200d|\ufeff|\u00ad/g, '')
    .replace(/[\s\u00a0\u2000-\u200a\u202f\u3000]+/g, ' ')
    .trim()

/** Heads and feet typed without a table: two names on one line with tabs or a row of spaces between. */
const between = String.raw`[ \u00a0]*(?:\t[\s\u00a0]*|[ \u00a0]{4,})`
const beside = [
  String.raw`^(\p{Lu}.*?)${between}(?=C[ỘÔO]NG H[ÒOÀA][ÀA]? XÃ HỘI|Đ[ộôo]c l[ậâa]p)`,
  String.raw`^(S[ốôỐÔ].*?)${between}(?!\/)(?=\p{Lu}[^\t]*ngày.*tháng.*năm)`,
  String.raw`^([Nn]ơi nhận:?)${between}(?=\S)`,
  String.raw`^(-.*?)${between}(?=(?:TM|KT|TL|TUQ|Q)\.)`,
].map((pattern) => new RegExp(pattern, 'u'))

const atTabs = (piece: Piece): Piece[] => {
  const raw = piece.runs
    .map(({ text }) => text)
    .join('')
    .normalize('NFC')
  const match = beside.map((pattern) => pattern.exec(raw)).find((found) => found !== null)
  if (!match) return [piece]
  const [first, second] = [slice(piece.runs, 0, (match[1] ?? '').length), slice(piece.runs, match[0].length)]
  return [
    { ...piece, runs: first, text: wordsOf(first), column: 'left', tabbed: true },
    { ...piece, runs: second, text: wordsOf(second), column: 'right', tabbed: true },
  ]
}

const slice = (runs: readonly MeasuredRun[], from: number, to = Number.POSITIVE_INFINITY): MeasuredRun[] => {
  let at = 0
  return runs.flatMap((run) => {
    const [start, end] = [at, at + run.text.length]
    at = end
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start))
    return text === '' ? [] : [{ ...run, text }]
  })
}
