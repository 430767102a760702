/** A PDF -> what qpdf, poppler and MuPDF say about the file itself: syntax, fonts, properties, PDF/A claim, language. */

import type { Findings } from './ledger.ts'
import { read, run } from './tools.ts'

export const syntaxFindings = (pdf: string): Findings => {
  const said = run('qpdf', ['--check', pdf])
  return said.code === 0 ? [] : [`qpdf --check: mã thoát ${said.code}\n${said.out}${said.err}`.trim()]
}

export const fontFindings = (pdf: string): Findings => unembedded(read('pdffonts', [pdf]))

/** What `pdffonts` prints: two lines of heading, then name, type, encoding, emb sub uni, object. */
export const unembedded = (table: string): Findings => {
  const rows = table.trimEnd().split('\n').slice(2)
  return [
    ...(rows.length === 0 ? ['không có phông nào'] : []),
    ...rows
      .filter((row) => !/ yes +(yes|no) +yes +\d+ +\d+$/.test(row))
      .map((row) => `phông không nhúng đủ: ${row}`),
  ]
}

export type Expected = { readonly author: string; readonly subject: string; readonly part: string }

/** Title, author and subject of the notice stand in the file, and the same again in its XMP. */
export const propertyFindings = (pdf: string, expected: Expected): Findings => {
  const info = properties(read('pdfinfo', ['-isodates', pdf]))
  const meta = read('pdfinfo', ['-meta', pdf])
  const language = read('mutool', ['show', pdf, 'trailer/Root/Lang']).trim()
  const missing = (['Title', 'Author', 'Subject'] as const).filter((key) => !info.has(key))
  const title = `${info.get('Title') ?? ''} ${info.get('Subject') ?? ''}`
  return [
    ...missing.map((key) => `không có ${key}`),
    ...(['Title', 'Author', 'Subject'] as const)
      .filter((key) => !meta.includes(escapeXml(info.get(key) ?? '')))
      .map((key) => `XMP không có ${key} “${info.get(key)}”`),
    ...(fold(info.get('Author') ?? '') === fold(expected.author)
      ? []
      : [`Author là “${info.get('Author')}”, cần “${expected.author}”`]),
    ...(fold(title).includes(fold(expected.subject))
      ? []
      : [`Title và Subject không nêu trích yếu “${expected.subject}”`]),
    ...(claim(meta) === expected.part ? [] : [`khai PDF/A “${claim(meta)}”, cần “${expected.part}”`]),
    ...(language === '(vi-VN)' ? [] : [`ngôn ngữ là ${language}, cần (vi-VN)`]),
    ...(info.get('JavaScript') === 'no' && info.get('Encrypted') === 'no' ? [] : ['có mã lệnh hoặc bị khóa']),
  ]
}

const properties = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.split('\n').flatMap((line) => {
      const [, key, value] = /^([^:]+):\s+(\S.*)$/.exec(line) ?? []
      return key === undefined || value === undefined ? [] : [[key, value] as const]
    }),
  )

const claim = (meta: string): string =>
  `${/<pdfaid:part>(\d)</.exec(meta)?.[1] ?? ''}${/<pdfaid:conformance>(\w)</.exec(meta)?.[1] ?? ''}`.toLowerCase()

const fold = (text: string): string =>
  text.normalize('NFC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('vi')
const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
