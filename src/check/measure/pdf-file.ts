/** The bytes of a .pdf → a document that can be read page by page, offline. */

import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { FileRefused } from './docx-package.ts'
import { pdfLibrary } from './pdf-library.ts'

export type PdfFile = {
  readonly document: PDFDocumentProxy
  readonly operators: Readonly<Record<string, number>>
}

/** Calls `read` with the opened document and closes it again. Throws `FileRefused`. */
export const withPdf = async <T>(bytes: Uint8Array, read: (file: PdfFile) => Promise<T>): Promise<T> => {
  refuseOthers(bytes)
  const { getDocument, OPS } = await pdfLibrary()
  const resources = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const task = getDocument({
    data: bytes.slice(), // pdf.js takes the bytes it is given for itself
    verbosity: 0,
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    disableFontFace: true,
    fontExtraProperties: true,
    maxImageSize: 1, // no picture is ever decoded
    cMapUrl: join(resources, 'cmaps') + sep,
    standardFontDataUrl: join(resources, 'standard_fonts') + sep,
  })
  try {
    const document = await task.promise.catch((fault: unknown) => {
      throw refusal(fault)
    })
    if (document.numPages === 0) throw damaged()
    return await read({ document, operators: OPS })
  } finally {
    await task.destroy()
  }
}

const damaged = (): FileRefused =>
  new FileRefused('tệp PDF bị hỏng, không mở được', 'lấy lại bản gốc, hoặc xuất lại PDF từ tệp Word')

const refusal = (fault: unknown): FileRefused => {
  if (fault instanceof Error && fault.name === 'PasswordException')
    return new FileRefused('tệp PDF có mật khẩu mở, không đo được', 'bỏ mật khẩu mở tệp rồi thử lại')
  return damaged()
}

/** What else is handed in under the name .pdf. Readers allow some bytes before the first line of a PDF. */
const refuseOthers = (bytes: Uint8Array): void => {
  if (bytes.length === 0) throw new FileRefused('tệp rỗng', 'lấy lại bản gốc của tệp')
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  if (head.includes('%PDF-')) return
  throw head.startsWith('PK')
    ? new FileRefused('tệp DOCX mang tên .pdf', 'đổi đuôi tên tệp thành .docx')
    : new FileRefused('tệp không phải PDF', 'xuất lại PDF từ tệp Word, hoặc lấy lại bản gốc')
}
