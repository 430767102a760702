/** A .docx, ours or typed by hand, edited or not → the notice that it says; changes that are tracked count as accepted. */

import type { KnownPart } from '../check/identified-parts.ts'
import { identify } from '../check/identify.ts'
import { measureDocx } from '../check/measure/docx.ts'
import type { Measured, MeasuredParagraph } from '../check/measure/measured.ts'
import type { Ruler } from '../check/measure/text-lines.ts'
import type { FixedWords } from '../notice/fixed-words.ts'
import type { Notice } from '../notice/notice.ts'
import { byPlace, isPageNumber } from './by-place.ts'
import { fixedOf, noticeOf, type ReadDocument, type ReadParagraph } from './paragraphs.ts'

export type StyleParts = ReadonlyMap<string, KnownPart>

export type ReadFile = {
  readonly notice: Notice
  readonly fixed: FixedWords
  /** Vietnamese: what of the file was not read. */
  readonly gaps: readonly string[]
}

/** Throws `FileRefused` for what is not a readable .docx. Undefined when it is no administrative document. */
export const readDocxNotice = async (
  file: string,
  bytes: Uint8Array,
  ruler: Ruler,
  styleParts: StyleParts,
): Promise<ReadFile | undefined> => {
  const measured = await measureDocx(file, bytes, ruler)
  const id = file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')
  const read = byStyle(measured, id, styleParts) ?? byPlace(identify(measured, styleParts), id)
  return read && { notice: noticeOf(read), fixed: fixedOf(read), gaps: measured.gaps }
}

/** Styles that no other program gives: a file that has all of these was ours. */
const telling: readonly KnownPart[] = ['number', 'kind', 'issuingBody', 'recipientsLabel', 'signerName']

const byStyle = (measured: Measured, id: string, styleParts: StyleParts): ReadDocument | undefined => {
  const partOf = ({ style }: MeasuredParagraph): KnownPart | undefined =>
    style && (styleParts.get(style.id.toLowerCase()) ?? styleParts.get(style.name.toLowerCase()))
  const there = new Set(measured.paragraphs.map(partOf))
  if (!telling.every((part) => there.has(part))) return undefined
  const main: ReadParagraph[] = []
  const annexes: ReadParagraph[][] = []
  const beside: ReadParagraph[] = []
  let copied = false
  let last: { readonly part: string; readonly cell: string } | undefined
  for (const paragraph of measured.paragraphs) {
    const { cell, runs, within } = paragraph
    const known = partOf(paragraph)
    if (known === 'annexLabel') annexes.push([])
    // A copy's own head and foot stand below the notice.
    if (known === 'copyRule' || known === 'copyForm') copied = true
    if (known === 'annexLabel') copied = false
    if (copied) continue
    if (within !== 'body' && known !== 'circulation' && known !== 'address') {
      if (!isPageNumber(paragraph)) beside.push({ part: 'beside', runs })
      continue
    }
    // What was typed below a line of the head or the foot goes on with it.
    const place = cell && !cell.bordered ? `${cell.table} ${cell.row} ${cell.column}` : ''
    const part = known ?? (place !== '' && last?.cell === place ? last.part : 'paragraph')
    last = { part, cell: place }
    const into = within === 'body' ? (annexes.at(-1) ?? main) : main
    into.push({ part, runs, ...(cell ? { cell } : {}) })
  }
  return { id, main, annexes, beside }
}
