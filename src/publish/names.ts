/** Names of files to write, looked at before the disk is: they stay below their folder and can be used on every system. */

import type { Report } from '../problem.ts'
import { shown } from '../text/terminal.ts'

/** True when every name may be written; what is wrong with the others is reported. */
export const checkNames = (folder: string, names: readonly string[], report: Report): boolean => {
  const seen = new Map<string, string>()
  let good = true
  for (const name of names) {
    // Windows and macOS take "A.pdf" and "a.pdf" for one file.
    const same = name.normalize('NFC').toLowerCase()
    const twin = seen.get(same)
    const flaw =
      twin === undefined ? flawOf(name) : `trùng với "${shown(twin)}" trên máy không phân biệt chữ hoa`
    seen.set(same, name)
    if (flaw === undefined) continue
    good = false
    report({
      rule: 'publish/name',
      level: 'error',
      file: folder,
      message: `không dùng được tên tệp "${shown(name)}": ${flaw}`,
      hint: 'đổi tên bản ghi hoặc ký hiệu đã tạo ra tên tệp này',
    })
  }
  return good
}

const flawOf = (name: string): string | undefined => {
  if (name === '') return 'tên trống'
  if (/^([/\\]|[A-Za-z]:)/.test(name)) return 'là đường dẫn tuyệt đối, cần đường dẫn trong thư mục xuất'
  const segments = name.split('/')
  if (segments.includes('..') || name.includes('\\')) return 'trỏ ra ngoài thư mục xuất'
  if (segments.some((segment) => segment === '' || segment === '.')) return 'có phần trống giữa các dấu "/"'
  if (/[\p{C}<>:"|?*]/u.test(name)) return 'có ký tự mà tên tệp không được chứa'
  if (segments.some((segment) => /[. ]$/.test(segment))) return 'có phần kết thúc bằng dấu chấm hoặc dấu cách'
  if (segments.some((segment) => Buffer.byteLength(segment) > 240)) return 'quá dài, cần không quá 240 byte'
  if (segments.some(isReserved)) return 'là tên mà Windows giữ riêng'
  return undefined
}

/** "con.pdf" opens the console on Windows. */
const isReserved = (segment: string): boolean =>
  /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i.test(segment)
