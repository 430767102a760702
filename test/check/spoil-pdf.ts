/** PDFs with one thing wrong each, and what a checker has to say of them: the rule and the clause. */

import { inflateSync } from 'node:zlib'
import { PDFDict, PDFDocument, PDFName, PDFRawStream, StandardFonts } from '@cantoo/pdf-lib'
import type { Face } from '../../src/fonts/fonts.ts'
import type { Columns, Line, Part, Row, Sheet } from '../../src/layout/sheet.ts'
import { toMm, toPoints } from '../../src/layout/units.ts'
import { openedFonts } from '../../src/load/opened-fonts.ts'
import type { RuleId } from '../../src/problem.ts'
import { renderPdf } from '../../src/render/pdf/pdf.ts'
import { line, noticeSheet } from '../fixtures/sheets.ts'

export type SpoiltPdf = {
  readonly name: string
  readonly bytes: () => Promise<Uint8Array>
  readonly rule: RuleId
  /** End of the citation: 'mục II.1b'. */
  readonly clause: string
}

type PartRule = Sheet['rules']['parts'][Part]

const fonts = openedFonts()
export const goodPdf = (): Promise<Uint8Array> => renderPdf(noticeSheet, fonts)

const sheet = (name: string, rule: RuleId, clause: string, spoilt: () => Sheet): SpoiltPdf => ({
  name,
  bytes: () => renderPdf(spoilt(), fonts),
  rule,
  clause,
})

/** Another look for a part. */
const part = (name: string, key: Part, change: Partial<PartRule>, rule: RuleId, clause: string): SpoiltPdf =>
  sheet(name, rule, clause, () => withPart(key, change))

const withPart = (key: Part, change: Partial<PartRule>, from: Sheet = noticeSheet): Sheet => ({
  ...from,
  rules: { ...from.rules, parts: { ...from.rules.parts, [key]: { ...from.rules.parts[key], ...change } } },
})

const withPage = (change: Partial<Sheet['rules']['page']>): Sheet => ({
  ...noticeSheet,
  rules: { ...noticeSheet.rules, page: { ...noticeSheet.rules.page, ...change } },
})

const margin = (side: 'top' | 'bottom' | 'left' | 'right', use: number): SpoiltPdf =>
  sheet(`margin ${side} ${use} mm`, 'decree/margin', 'mục I.3', () =>
    withPage({ margins: { ...noticeSheet.rules.page.margins, [side]: { use } } }),
  )

/** Other words: the first `from` becomes `to`. */
const words = (name: string, from: string, to: string, rule: RuleId, clause: string): SpoiltPdf =>
  sheet(name, rule, clause, () => {
    let done = false
    return withLines((each) => {
      if (done || !textOf(each).includes(from)) return [each]
      done = true
      return [{ ...each, runs: each.runs.map((run) => ({ ...run, text: run.text.replace(from, to) })) }]
    })
  })

const lines = (name: string, rule: RuleId, clause: string, change: (each: Line) => Line[]): SpoiltPdf =>
  sheet(name, rule, clause, () => withLines(change))

const withLines = (change: (each: Line) => Line[]): Sheet => {
  const rows = (all: readonly Row[]): Row[] =>
    all.flatMap((row): Row[] => {
      if (row.is === 'line') return change(row)
      return row.is === 'columns' ? [columns(row)] : [row]
    })
  const columns = (row: Columns): Columns => ({
    ...row,
    rows: row.rows.map((cells) => cells.map((cell) => cell.flatMap(change))),
  })
  return {
    ...noticeSheet,
    sections: noticeSheet.sections.map((section) => ({ ...section, rows: rows(section.rows) })),
  }
}

/** Another tiêu ngữ, with a rule as long as it is. */
const ruledAsLong = (text: string, face: Face): Sheet =>
  withLines((each) => [
    each.part === 'motto'
      ? line('motto', text, { rule: toMm(fonts.width(text, face, noticeSheet.rules.parts.motto.size.use)) })
      : each,
  ])

const textOf = ({ runs }: Line): string => runs.map(({ text }) => text).join('')

const stroke = (name: string, key: Part, length: number | undefined, clause: string): SpoiltPdf =>
  lines(name, 'decree/stroke', clause, (each) => {
    if (each.part !== key) return [each]
    const { rule: _, ...rest } = each
    return [length === undefined ? rest : { ...rest, rule: length }]
  })

/** The finished file, changed by a library that has nothing to do with ours. */
const edited = (
  name: string,
  rule: RuleId,
  clause: string,
  edit: (document: PDFDocument) => Promise<void> | void,
): SpoiltPdf => ({
  name,
  rule,
  clause,
  bytes: async () => {
    const document = await PDFDocument.load(await goodPdf())
    await edit(document)
    return document.save()
  },
})

const pageNumber = async (document: PDFDocument, page: number, text: string, top: number): Promise<void> => {
  const font = await document.embedFont(StandardFonts.TimesRoman)
  const { height } = document.getPage(page - 1).getSize()
  document.getPage(page - 1).drawText(text, { x: toPoints(109), y: height - toPoints(top), size: 14, font })
}

/** Drawing operations of the first page, as text. */
const drawing = (document: PDFDocument, change: (operations: string) => string): void => {
  const contents = document.getPage(0).node.Contents()
  if (!(contents instanceof PDFRawStream)) throw new Error('the page has no single stream of operations')
  const operations = inflateSync(contents.getContents()).toString('latin1')
  const changed = change(operations)
  if (changed === operations) throw new Error('nothing was changed')
  document
    .getPage(0)
    .node.set(
      document.context.obj('Contents'),
      document.context.register(document.context.stream(Buffer.from(changed, 'latin1'))),
    )
}

const headSpoils: readonly SpoiltPdf[] = [
  part('quốc hiệu 14 pt', 'nationalName', { size: { use: 14 } }, 'decree/size', 'mục II.1a'),
  part('quốc hiệu not bold', 'nationalName', { weight: 'regular' }, 'decree/weight', 'mục II.1a'),
  sheet('tiêu ngữ not bold', 'decree/weight', 'mục II.1b', () =>
    withPart('motto', { weight: 'regular' }, ruledAsLong('Độc lập - Tự do - Hạnh phúc', 'regular')),
  ),
  part('tiêu ngữ italic', 'motto', { slope: 'italic' }, 'decree/slope', 'mục II.1b'),
  words('en dashes in the tiêu ngữ', 'lập - Tự do - H', 'lập – Tự do – H', 'decree/wording', 'mục II.1b'),
  sheet('tiêu ngữ without spaces', 'decree/wording', 'mục II.1b', () =>
    ruledAsLong('Độc lập-Tự do-Hạnh phúc', 'bold'),
  ),
  stroke('no rule under the tiêu ngữ', 'motto', undefined, 'mục II.1b'),
  stroke('half a rule under the tiêu ngữ', 'motto', 28, 'mục II.1b'),
  part('parent body bold', 'parentBody', { weight: 'bold' }, 'decree/weight', 'mục II.2b'),
  part('parent body 14 pt', 'parentBody', { size: { use: 14 } }, 'decree/size', 'mục II.2b'),
  part('issuing body not bold', 'issuingBody', { weight: 'regular' }, 'decree/weight', 'mục II.2b'),
  stroke('rule as long as the issuing body', 'issuingBody', 56, 'mục II.2b'),
  stroke('no rule under the issuing body', 'issuingBody', undefined, 'mục II.2b'),
  edited('broken rule under the issuing body', 'decree/stroke', 'mục II.2b', (document) =>
    drawing(document, (operations) => operations.replace(/(?=^\S+ (\S+) m\n\S+ \1 l$)/m, '[3 3] 0 d\n')),
  ),
  part('number 14 pt', 'number', { size: { use: 14 } }, 'decree/size', 'mục II.3c'),
  part('number italic', 'number', { slope: 'italic' }, 'decree/slope', 'mục II.3c'),
  part('number flush left', 'number', { align: 'left' }, 'decree/align', 'mục II.3c'),
  words('number below 10 without 0', 'Số: 07/', 'Số: 7/', 'decree/number', 'mục II.3c'),
  words('spaces in the symbol', '/TB-SGDĐT', ' / TB - SGDĐT', 'decree/number', 'mục II.3c'),
  sheet('date upright', 'decree/slope', 'mục II.4c', () =>
    withPart(
      'placeDate',
      { slope: 'upright' },
      withLines((each) => [each.part === 'placeDate' ? line('placeDate', textOf(each)) : each]),
    ),
  ),
  part('date 15 pt', 'placeDate', { size: { use: 15 } }, 'decree/size', 'mục II.4c'),
  part('date flush left', 'placeDate', { align: 'left' }, 'decree/align', 'mục II.4c'),
  words('month 09', 'tháng 9 năm 2026', 'tháng 09 năm 2026', 'decree/date', 'mục II.4b'),
  words('day 5', 'ngày 05 tháng 9', 'ngày 5 tháng 9', 'decree/date', 'mục II.4b'),
]

const titleSpoils: readonly SpoiltPdf[] = [
  part('kind not bold', 'kind', { weight: 'regular' }, 'decree/weight', 'mục II.5b'),
  part('kind 16 pt', 'kind', { size: { use: 16 } }, 'decree/size', 'mục II.5b'),
  part('kind flush left', 'kind', { align: 'left' }, 'decree/align', 'mục II.5b'),
  part('subject not bold', 'subject', { weight: 'regular' }, 'decree/weight', 'mục II.5b'),
  lines('subject in capitals', 'decree/letters', 'mục II.5b', (each) =>
    each.part === 'subject'
      ? [{ ...line('subject', textOf(each).toLocaleUpperCase('vi')), inset: 12, rule: 56 }]
      : [each],
  ),
  stroke('no rule under the subject', 'subject', undefined, 'mục II.5b'),
  stroke('rule under the subject too long', 'subject', 120, 'mục II.5b'),
]

const content = (change: Partial<PartRule>): Sheet =>
  (['basis', 'paragraph', 'section', 'clauseTitle', 'clause', 'point', 'item'] as const).reduce(
    (spoilt, key) => withPart(key, change, spoilt),
    noticeSheet,
  )

const contentSpoils: readonly SpoiltPdf[] = [
  sheet('text flush left', 'decree/align', 'mục II.6e', () => content({ align: 'left' })),
  sheet('text 12 pt', 'decree/size', 'mục II.6e', () => content({ size: { use: 12 } })),
  sheet('one clause 15 pt', 'decree/size', 'mục II.6đ', () => withPart('clause', { size: { use: 15 } })),
  sheet('no first line indent', 'decree/indent', 'mục II.6e', () => content({ indent: { use: 0 } })),
  sheet('first line 20 mm in', 'decree/indent', 'mục II.6e', () => content({ indent: { use: 20 } })),
  sheet('double spacing', 'decree/line-spacing', 'mục II.6e', () => content({ leading: { use: 2 } })),
  sheet('lines closer than single', 'decree/line-spacing', 'mục II.6e', () =>
    content({ leading: { use: 0.9 } }),
  ),
  sheet('no space between paragraphs', 'decree/paragraph-gap', 'mục II.6e', () =>
    content({ before: { use: 0 } }),
  ),
  part('grounds upright', 'basis', { slope: 'upright' }, 'decree/slope', 'mục II.6a'),
  part('section not bold', 'section', { weight: 'regular' }, 'decree/weight', 'mục II.6đ và V.6b'),
  words('points without đ', 'đ) Các', 'e) Các', 'decree/numbering', 'mục II.6đ'),
  words(
    'no "./." at the end',
    'thực hiện./.',
    'thực hiện.',
    'decree/closing',
    'Phụ lục III (mẫu trình bày văn bản)',
  ),
  lines('Kính gửi in a notice', 'decree/recipients', 'mục II.9b, 9c', (each) =>
    each.part === 'subject' ? [each, line('paragraph', 'Kính gửi: Các phòng thuộc Sở')] : [each],
  ),
]

const footSpoils: readonly SpoiltPdf[] = [
  part('authority not bold', 'authority', { weight: 'regular' }, 'decree/weight', 'mục II.7đ'),
  part('authority 12 pt', 'authority', { size: { use: 12 } }, 'decree/size', 'mục II.7đ'),
  words('no space after KT.', 'KT. GIÁM', 'KT.GIÁM', 'decree/authority', 'mục II.7đ'),
  lines('a degree before the name', 'decree/authority', 'mục II.7c', (each) => [
    each.part === 'signerName' ? line('signerName', `ThS. ${textOf(each)}`) : each,
  ]),
  part('name italic', 'signerName', { slope: 'italic' }, 'decree/slope', 'mục II.7đ'),
  part('Nơi nhận upright', 'recipientsLabel', { slope: 'upright' }, 'decree/slope', 'mục II.9d'),
  part('Nơi nhận 14 pt', 'recipientsLabel', { size: { use: 14 } }, 'decree/size', 'mục II.9d'),
  part('recipients 12 pt', 'recipient', { size: { use: 12 } }, 'decree/size', 'mục II.9d'),
  words('a recipient ends in a full stop', 'tham dự;', 'tham dự.', 'decree/recipients', 'mục II.9d'),
  lines('no Lưu', 'decree/recipients', 'mục II.9d', (each) =>
    textOf(each).startsWith('- Lưu') ? [] : [each],
  ),
]

const pageSpoils: readonly SpoiltPdf[] = [
  margin('left', 20),
  margin('left', 38),
  margin('right', 10),
  margin('right', 25),
  margin('top', 12),
  margin('top', 30),
  margin('bottom', 8),
  sheet('paper of another size', 'decree/paper', 'mục I.1', () => withPage({ width: 216, height: 279 })),
  edited('another face', 'decree/face', 'mục I.4', (document) => {
    for (const [, object] of document.context.enumerateIndirectObjects())
      for (const key of ['BaseFont', 'FontName'].map((name) => PDFName.of(name)))
        if (object instanceof PDFDict && String(object.get(key)).includes('Tinos-Regular'))
          object.set(key, PDFName.of('ABCDEF+ArialMT'))
  }),
  edited('red words', 'decree/colour', 'mục I.4', (document) =>
    drawing(document, (operations) => {
      const at = operations.lastIndexOf('0 0 0 scn')
      return `${operations.slice(0, at)}1 0 0 scn${operations.slice(at + '0 0 0 scn'.length)}`
    }),
  ),
  edited('page number on page 1', 'decree/page-number', 'mục I.7', (document) =>
    pageNumber(document, 1, '1', 14),
  ),
  sheet('page number at the foot', 'decree/page-number', 'mục I.7', () => withPage({ numberTop: 281 })),
  part('page number on the right', 'pageNumber', { align: 'right' }, 'decree/page-number', 'mục I.7'),
  part('page number 11 pt', 'pageNumber', { size: { use: 11 } }, 'decree/page-number', 'mục I.7'),
]

export const spoiltPdfs: readonly SpoiltPdf[] = [
  ...pageSpoils,
  ...headSpoils,
  ...titleSpoils,
  ...contentSpoils,
  ...footSpoils,
]
