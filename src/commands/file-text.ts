/** A finished file → its words, a clause of a sentence on each line, so that a changed word is a changed line. */

import { rulerOf } from '../check/against-decree.ts'
import { FileRefused, measureDocx } from '../check/measure/docx.ts'
import type { Measured } from '../check/measure/measured.ts'
import { measurePdf } from '../check/measure/pdf.ts'
import { openedFonts } from '../load/opened-fonts.ts'

/** Never fails: git would stop with all it has to say. */
export const fileText = async (file: string, bytes: Uint8Array): Promise<string[]> => {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 5))
  try {
    if (start === '%PDF-') return ofMeasured(await measurePdf(file, bytes.slice()))
    if (start.startsWith('PK')) return ofMeasured(await measureDocx(file, bytes, rulerOf(openedFonts())))
    return ofMarkdown(new TextDecoder().decode(bytes).normalize('NFC'))
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    return [`(không đọc được lời văn: ${error.message})`]
  }
}

const ofMeasured = ({ paragraphs }: Measured): string[] =>
  paragraphs.flatMap(({ text }) => clauses(text.normalize('NFC')))

/** The front matter stays as it is: it has one fact a line. */
const ofMarkdown = (text: string): string[] => {
  const [, front = '', body = text] = /^(---\n.*?\n---\n)(.*)$/su.exec(text.replaceAll('\r\n', '\n')) ?? []
  return [...front.split('\n').filter((line) => line !== ''), ...body.split('\n').flatMap(clauses)]
}

/** After a mark that ends a clause, not after a label or an abbreviation. */
const clauses = (text: string): string[] =>
  text
    .split(/\n|(?<=[\p{L}\p{N})"”*/]{3}[.;:,])[ \t\u00a0]+/u)
    .map((line) => line.replace(/[ \t\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '')
