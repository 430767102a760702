/** One edition, beside what LibreOffice made of its Word file -> the checks it has to stand. */

import { readFileSync } from 'node:fs'
import type { Part } from '../../src/layout/decree30.ts'
import { typeFindings } from './against-table.ts'
import { breakFindings } from './breaks.ts'
import { schemaFindings, sectionFindings, faceFindings as wordFaceFindings } from './docx-facts.ts'
import type { Edition } from './editions.ts'
import { frameFindings, outsideFindings } from './frames.ts'
import { marginFindings, pageFindings, pageNumberFindings, placeFindings } from './geometry.ts'
import type { Check, Findings } from './ledger.ts'
import { readTrace } from './page-trace.ts'
import { paragraphFindings } from './paragraphs.ts'
import { type Measured, recognise } from './parts.ts'
import { fontFindings, propertyFindings, syntaxFindings } from './pdf-facts.ts'
import { readWritten } from './read-markdown.ts'
import { mammothWords, pdfPages, pdfWords, pythonDocxWords } from './read-words.ts'
import { strokeFindings } from './strokes.ts'
import { tableFindings } from './tables.ts'
import { read } from './tools.ts'
import { parting } from './words.ts'

/** What LibreOffice made of the Word file. */
export type Converted = { readonly pdf: string; readonly text: string }

const taken = new Map<string, Measured>()

/** A file is measured once: finished files do not change. */
export const measure = (pdf: string): Measured => {
  const measured = taken.get(pdf) ?? recognise(readTrace(read('mutool', ['trace', pdf])))
  taken.set(pdf, measured)
  return measured
}

type Instrument = (measured: Measured) => Findings

/** Everything that is measured on a page, for a PDF of either origin. */
export const layoutFindings = {
  'cỡ chữ, kiểu chữ, phông, màu': typeFindings,
  'khổ giấy và lề': (measured) => [...pageFindings(measured), ...marginFindings(measured)],
  'vị trí phần đầu, tiêu đề, phần cuối': placeFindings,
  'nét kẻ': strokeFindings,
  'số trang': pageNumberFindings,
  'đoạn văn': (measured) => paragraphFindings(measured),
  'khung của dấu chỉ mức độ khẩn, phạm vi lưu hành': frameFindings,
  'chỗ sang trang, chỗ để ký': breakFindings,
} satisfies Readonly<Record<string, Instrument>>

/** LibreOffice ends justified lines up to two thirds of a millimetre short: it rounds the widths of letters. */
const officeJustified = 0.8
export const officeFindings: typeof layoutFindings = {
  ...layoutFindings,
  'đoạn văn': (measured) => paragraphFindings(measured, officeJustified),
}

export const wordFindings = (expected: string, found: string): Findings => {
  const difference = parting(expected, found)
  return difference === undefined ? [] : [difference]
}

const unbroken: readonly Part[] = [
  'parentBody',
  'issuingBody',
  'nationalName',
  'motto',
  'number',
  'placeDate',
  'kind',
  'subject',
  'recipientsLabel',
  'recipient',
  'authority',
  'signerName',
  'drafter',
  'urgency',
  'circulation',
  'address',
  'annexLabel',
  'annexTitle',
  'annexReference',
]

/** Two renderings of one notice: as many pages, and the same lines wherever the decree sets lines, not paragraphs. */
export const sameLines = (ours: Measured, theirs: Measured): Findings => [
  ...(ours.pages.length === theirs.pages.length
    ? []
    : [`PDF có ${ours.pages.length} trang, DOCX có ${theirs.pages.length} trang`]),
  ...unbroken.flatMap((part) => {
    const [a, b] = [textOf(ours, part), textOf(theirs, part)]
    return a === b ? [] : [`${part}: PDF “${a}”, DOCX “${b}”`]
  }),
]

const textOf = (measured: Measured, part: Part): string =>
  (measured.lines[part] ?? []).map((line) => line.text).join(' ⏎ ')

export const noticeChecks = (edition: Edition, converted: Converted): Check[] => {
  const { name, pdf, docx, markdown } = edition
  const written = once(() => readWritten(readFileSync(markdown, 'utf8')))
  const said = (): string => written().words
  const named = (what: string): string => `${name}: ${what}`
  const layout = (
    format: string,
    needs: Check['needs'],
    file: string,
    instruments: typeof layoutFindings,
  ): Check[] =>
    Object.entries(instruments).map(([what, look]) => ({
      name: named(`${format}, ${what}`),
      needs,
      look: () => look(measure(file)),
    }))
  return [
    {
      name: named('chữ của PDF là chữ của Markdown'),
      needs: ['pdftotext', 'pdfinfo'],
      look: () => wordFindings(said(), pdfWords(pdf, written())),
    },
    {
      name: named('chữ của DOCX (LibreOffice, văn bản) là chữ của Markdown'),
      needs: ['soffice'],
      look: () => wordFindings(said(), readFileSync(converted.text, 'utf8').replace(/^\uFEFF/, '')),
    },
    {
      name: named('chữ của DOCX (LibreOffice, PDF) là chữ của Markdown'),
      needs: ['soffice', 'pdftotext', 'pdfinfo'],
      look: () => wordFindings(said(), pdfWords(converted.pdf, written())),
    },
    {
      name: named('chữ của DOCX (mammoth) là chữ của Markdown'),
      needs: [],
      look: async () => wordFindings(said(), await mammothWords(docx)),
    },
    {
      name: named('chữ của DOCX (python-docx) là chữ của Markdown'),
      needs: ['python-docx'],
      look: () => wordFindings(said(), pythonDocxWords(docx)),
    },
    ...[
      { format: 'PDF', needs: [] as const, file: pdf },
      { format: 'DOCX', needs: ['soffice'] as const, file: converted.pdf },
    ].flatMap(({ format, needs, file }): Check[] => [
      {
        name: named(`${format}, hàng của bảng không bị tách, tiêu đề bảng lặp lại`),
        needs: [...needs, 'pdftotext'],
        look: () => tableFindings(written().tables, pdfPages(file)),
      },
      {
        name: named(`${format}, phạm vi lưu hành và địa chỉ ở trang 1`),
        needs: [...needs, 'mutool'],
        look: () => outsideFindings(measure(file), written()),
      },
    ]),
    ...layout('PDF', ['mutool'], pdf, layoutFindings),
    ...layout('DOCX', ['mutool', 'soffice'], converted.pdf, officeFindings),
    {
      name: named('DOCX và PDF cùng số trang, cùng chỗ xuống dòng'),
      needs: ['mutool', 'soffice'],
      look: () => sameLines(measure(pdf), measure(converted.pdf)),
    },
    { name: named('DOCX, khổ giấy và lề ghi trong tệp'), needs: [], look: () => sectionFindings(docx) },
    { name: named('DOCX, phông ghi trong tệp'), needs: [], look: () => wordFaceFindings(docx) },
    { name: named('DOCX hợp lược đồ Open XML'), needs: [], look: () => schemaFindings(docx) },
    { name: named('PDF đúng cú pháp (qpdf)'), needs: ['qpdf'], look: () => syntaxFindings(pdf) },
    { name: named('PDF nhúng mọi phông'), needs: ['pdffonts'], look: () => fontFindings(pdf) },
    {
      name: named('PDF, thuộc tính, ngôn ngữ, PDF/A'),
      needs: ['pdfinfo', 'mutool'],
      look: () => propertyFindings(pdf, { ...properties(measure(pdf)), part: '2b' }),
    },
  ]
}

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const properties = ({ lines }: Measured): { author: string; subject: string } => ({
  author: (lines.issuingBody ?? []).map((line) => line.text).join(' '),
  subject: (lines.subject ?? []).map((line) => line.text).join(' '),
})
