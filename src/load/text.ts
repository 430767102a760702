/** Bytes of a file → text: strict UTF-8, no byte order mark, line feeds only, NFC. */

import { isUtf8 } from 'node:buffer'
import type { Report } from '../problem.ts'
import type { Place } from '../source.ts'
import { placesIn } from './places.ts'

/**
 * The text, or undefined when the bytes are not UTF-8 text (reported). Lines and columns are those of the file:
 * CRLF becomes LF at the end of lines only, and columns count the NFC text.
 */
export const readText = (file: string, bytes: Uint8Array | string, report: Report): string | undefined => {
  if (typeof bytes !== 'string') {
    const flaw = flawOf(bytes)
    if (flaw) {
      report({ rule: 'load/encoding', level: 'error', file, ...flaw })
      return undefined
    }
  }
  const raw = typeof bytes === 'string' ? bytes : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const text = raw
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
  const nul = text.indexOf('\0')
  if (nul === -1) return text
  report({
    rule: 'load/encoding',
    level: 'error',
    file,
    at: placesIn(text)(nul),
    message: 'có ký tự rỗng (NUL), cần tệp văn bản thuần lưu theo bảng mã UTF-8',
    hint: saveAsUtf8,
  })
  return undefined
}

const saveAsUtf8 =
  'mở tệp bằng Notepad, chọn Save as (Lưu thành), phần Encoding (Bảng mã) chọn UTF-8 rồi lưu lại'

type Flaw = { readonly message: string; readonly hint: string; readonly at?: Place }

const flawOf = (bytes: Uint8Array): Flaw | undefined => {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return {
      message: 'tệp lưu theo bảng mã UTF-16 (Notepad gọi là "Unicode"), cần bảng mã UTF-8',
      hint: saveAsUtf8,
    }
  }
  if (isUtf8(bytes)) return undefined
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    return {
      message: 'đây là tệp nén hoặc tệp Word, Excel đã đổi tên, cần tệp văn bản thuần',
      hint: 'chép nội dung sang một tệp văn bản mới, lưu theo bảng mã UTF-8',
    }
  }
  return {
    at: firstBadByte(bytes),
    message: 'có byte không thuộc bảng mã UTF-8, cần tệp văn bản lưu theo bảng mã UTF-8',
    hint: `${saveAsUtf8}; nếu tệp gõ bằng phông cũ (TCVN3, VNI) thì chuyển mã sang Unicode trước`,
  }
}

/** A line feed is never part of a longer character, so the first bad line can be looked at alone. */
const firstBadByte = (bytes: Uint8Array): Place => {
  let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  for (let line = 1; ; line += 1) {
    const feed = bytes.indexOf(0x0a, start)
    const end = feed === -1 ? bytes.length : feed
    const part = bytes.subarray(start, end)
    if (!isUtf8(part) || feed === -1) return { line, column: goodStart(part).normalize('NFC').length + 1 }
    start = end + 1
  }
}

/** What can be read before the first bad byte. */
const goodStart = (line: Uint8Array): string => {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let good = ''
  try {
    for (let at = 0; at < line.length; at += 1)
      good += decoder.decode(line.subarray(at, at + 1), { stream: true })
  } catch {
    // The decoder throws at the first byte that cannot go on; everything before it has been read.
  }
  return good
}
