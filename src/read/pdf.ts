/** A .pdf, ours or anybody's → the notice that it says, as far as words and places tell. */

import { identify } from '../check/identify.ts'
import { measurePdf } from '../check/measure/pdf.ts'
import { byPlace } from './by-place.ts'
import type { ReadFile } from './docx.ts'
import { fixedOf, noticeOf } from './paragraphs.ts'

/** Rejects with `FileRefused` for what is not a readable PDF. Undefined when it is no administrative document. */
export const readPdfNotice = async (file: string, bytes: Uint8Array): Promise<ReadFile | undefined> => {
  const measured = await measurePdf(file, bytes)
  const id = file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')
  const read = byPlace(identify(measured, new Map()), id)
  return read && { notice: noticeOf(read), fixed: fixedOf(read), gaps: measured.gaps }
}
