/** Names of files in a project: what is passed over, what every system can hold, and what may become the id of a record. */

import type { Report } from '../problem.ts'
import { fileSafe } from '../text/names.ts'
import { shown } from '../text/terminal.ts'

/** Hidden files, notes to the reader, and what editors and systems leave behind. */
export const isNoise = (name: string): boolean =>
  /^(\.|~\$|#)|~$/.test(name) || /^(readme\.md|thumbs\.db|desktop\.ini)$/i.test(name)

/** A name that Windows or another keyboard would not find again is reported; the file is read all the same. */
export const checkName = (path: string, report: Report): void => {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const message =
    name !== name.normalize('NFC')
      ? `tên "${shown(name.normalize('NFC'))}" dùng dấu rời (Unicode tổ hợp), cần Unicode dựng sẵn`
      : /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i.test(name)
        ? `tên "${shown(name)}" là tên Windows giữ riêng, cần tên khác`
        : /[\p{C}<>:"|?*\\]|[. ]$/u.test(name)
          ? `tên "${shown(name)}" có ký tự mà Windows không nhận, cần chữ, số, gạch nối`
          : undefined
  if (message === undefined) return
  report({
    rule: 'load/file-name',
    level: 'error',
    file: path.normalize('NFC'),
    message,
    hint: 'đổi tên tệp hoặc thư mục',
  })
}

/** The name of a meeting or template is its id: lower case without marks, digits and hyphens. */
export const checkId = (path: string, report: Report): void => {
  const [, id = '', ending = ''] = /([^/]*?)(\.[^./]*)?$/.exec(path) ?? []
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return
  const better = fileSafe(id)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  report({
    rule: 'load/file-name',
    level: 'error',
    file: path.normalize('NFC'),
    message: `tên tệp "${shown(id)}" không dùng làm mã được, cần chữ thường không dấu, số và gạch nối`,
    ...(better ? { hint: `đổi tên thành "${better}${ending}"` } : {}),
  })
}

/** A file that lies where records are read but is none: told, so that nobody waits for its notice. */
export const sayUnread = (path: string, endings: readonly string[], report: Report): void => {
  const wanted = endings.map((ending) => `"${ending}"`).join(' hoặc ')
  report({
    rule: 'load/file-name',
    level: 'warning',
    file: path.normalize('NFC'),
    message: wanted
      ? `tệp này không được đọc, cần tên kết thúc bằng ${wanted}`
      : 'tệp này không được đọc ở chỗ này',
    hint:
      /\.ya?ml$/i.test(path) && endings.includes('.yaml')
        ? `đổi đuôi tệp thành ".yaml"`
        : 'chuyển tệp đi nơi khác nếu không phải bản ghi',
  })
}
