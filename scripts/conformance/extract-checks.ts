/** Extracts (trích sao) -> what a notice has to stand, and the parts of a copy below it (Mẫu 3.1). */

import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { copyFindings, cutAtCopy } from './copy-parts.ts'
import { schemaFindings } from './docx-facts.ts'
import type { Check, Findings } from './ledger.ts'
import { layOutLists, listsProject, record, units } from './lists-project.ts'
import { layoutFindings, officeFindings, wordFindings } from './notice-checks.ts'
import { convert, converted, officeText } from './office.ts'
import { readTrace } from './page-trace.ts'
import { recognise } from './parts.ts'
import { fontFindings, propertyFindings, syntaxFindings } from './pdf-facts.ts'
import { readMarkdown } from './read-markdown.ts'
import { mammothWords, pdfWords, pythonDocxWords } from './read-words.ts'
import { read, run } from './tools.ts'

/** The checks build what they look at, in `scratch`. */
export const extractChecks = (root: string, cli: string, scratch: string): Check[] => {
  const project = join(scratch, 'project')
  const out = join(scratch, 'out')
  const office = join(scratch, 'office')
  const stem = (unit: string): string => join(out, 'extracts/2020', `392-TB-SGDDT-trich-sao-${unit}`)
  const traced = (file: string) => readTrace(read('mutool', ['trace', file]))
  const build: Check = {
    name: `${listsProject}: trích sao dựng được`,
    needs: [],
    look: () => {
      layOutLists(root, project)
      const argv = [cli, '-C', project, 'extract', record, '--unit', ...units, '--out', out]
      const said = run(process.execPath, argv, { seconds: 120 })
      if (said.code !== 0) return [`mã thoát ${said.code}\n${said.err}`]
      return units.flatMap((unit) =>
        ['pdf', 'docx', 'md'].map((ending) => `${stem(unit)}.${ending}`).filter((file) => !existsSync(file)),
      )
    },
  }
  const toOffice: Check = {
    name: `${listsProject}: LibreOffice mở các bản trích sao`,
    needs: ['soffice'],
    look: () => {
      mkdirSync(office, { recursive: true })
      const files = units.map((unit) => `${stem(unit)}.docx`)
      for (const file of files) copyFileSync(file, join(office, basename(file)))
      convert(files, 'pdf', office)
      convert(files, officeText, office)
      return []
    },
  }
  return [build, toOffice, ...units.flatMap((unit) => unitChecks(unit, stem(unit), office, traced))]
}

const unitChecks = (
  unit: string,
  stem: string,
  office: string,
  traced: (file: string) => ReturnType<typeof readTrace>,
): Check[] => {
  const [pdf, docx] = [`${stem}.pdf`, `${stem}.docx`]
  const officePdf = converted(docx, 'pdf', office)
  const said = (): string => readMarkdown(readFileSync(`${stem}.md`, 'utf8'))
  const named = (what: string): string => `trích sao cho ${unit}: ${what}`
  const words = (what: string, needs: Check['needs'], found: () => string | Promise<string>): Check => ({
    name: named(`chữ của ${what} là chữ của Markdown`),
    needs,
    look: async () => wordFindings(said(), await found()),
  })
  const layout = (
    format: string,
    needs: Check['needs'],
    file: string,
    instruments: typeof layoutFindings,
  ): Check[] => [
    ...Object.entries(instruments).map(
      ([what, look]): Check => ({
        name: named(`${format}, ${what}`),
        needs,
        look: () => look(recognise(cutAtCopy(traced(file)).notice)),
      }),
    ),
    {
      name: named(`${format}, các thành phần bản sao (Mẫu 3.1)`),
      needs,
      look: () => {
        const pages = traced(file)
        return copyFindings(cutAtCopy(pages), pages.length)
      },
    },
  ]
  return [
    words('PDF', ['pdftotext'], () => pdfWords(pdf)),
    words('DOCX (LibreOffice)', ['soffice', 'pdftotext'], () => pdfWords(officePdf)),
    words('DOCX (mammoth)', [], () => mammothWords(docx)),
    words('DOCX (python-docx)', ['python-docx'], () => pythonDocxWords(docx)),
    ...layout('PDF', ['mutool'], pdf, layoutFindings),
    ...layout('DOCX', ['mutool', 'soffice'], officePdf, officeFindings),
    {
      name: named('DOCX và PDF cùng số trang'),
      needs: ['mutool', 'soffice'],
      look: () => samePages(traced(pdf).length, traced(officePdf).length),
    },
    { name: named('DOCX hợp lược đồ Open XML'), needs: [], look: () => schemaFindings(docx) },
    { name: named('PDF đúng cú pháp (qpdf)'), needs: ['qpdf'], look: () => syntaxFindings(pdf) },
    { name: named('PDF nhúng mọi phông'), needs: ['pdffonts'], look: () => fontFindings(pdf) },
    {
      name: named('PDF, thuộc tính, ngôn ngữ, PDF/A'),
      needs: ['pdfinfo', 'mutool'],
      look: () =>
        propertyFindings(pdf, { author: 'Sở Giáo dục và Đào tạo', subject: 'Trích sao', part: '2b' }),
    },
  ]
}

const samePages = (ours: number, theirs: number): Findings =>
  ours === theirs ? [] : [`PDF ${ours} trang, DOCX ${theirs} trang`]
