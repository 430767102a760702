/** A .docx or a .pdf → one side of a comparison; what is wrong with the file is reported. */

import { decreeStyles, rulerOf } from '../check/against-decree.ts'
import { FileRefused } from '../check/measure/docx.ts'
import type { ReadSide } from '../diff/report.ts'
import type { Fonts } from '../fonts/fonts.ts'
import type { Report } from '../problem.ts'
import { readDocxNotice } from '../read/docx.ts'
import { readPdfNotice } from '../read/pdf.ts'
import { shown } from '../text/terminal.ts'

export const ofFinished = async (
  name: string,
  file: string,
  bytes: Uint8Array,
  fonts: Fonts,
  report: Report,
): Promise<ReadSide | undefined> => {
  const isPdf = /\.pdf$/i.test(file)
  const rule = isPdf ? 'read/pdf' : 'read/docx'
  try {
    const read = isPdf
      ? await readPdfNotice(file, bytes)
      : await readDocxNotice(file, bytes, rulerOf(fonts), decreeStyles)
    if (read) return { ...read, name: shown(name, 120), whole: false, ...(isPdf ? { paged: true } : {}) }
    report({
      rule,
      level: 'error',
      file,
      message: 'không nhận ra đây là văn bản hành chính: không thấy quốc hiệu, số ký hiệu, nơi nhận',
      hint: 'kiểm tra xem có đúng là tệp thông báo không',
    })
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    report({ rule, level: 'error', file, message: error.message, hint: error.hint })
  }
  return undefined
}
