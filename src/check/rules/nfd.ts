/**
 * Letters with loose marks (NFD) look the same and are searched, sorted and compared as others. The reader composes
 * them without a word, so nothing is wrong with the notice; the file is worth saving again.
 *
 * @example bad file
 *   subject: Ý ki«e\u0302\u0301»n
 * @example good file
 *   subject: Ý kiến
 */

import type { Rule } from '../rule.ts'

const loose = /\P{M}\p{M}+/gu

export const nfd: Rule<'text/nfd'> = {
  id: 'text/nfd',
  level: 'info',
  title: 'Tệp dùng Unicode dựng sẵn',
  explain:
    'Tệp gõ bằng dấu rời (Unicode tổ hợp) vẫn đọc được và in đúng, nhưng tìm kiếm, so sánh sẽ lệch; "check --fix" ghép dấu lại.',
  on: true,
  check: {
    file: ({ raw }) => {
      const edits = [...raw.matchAll(loose)].flatMap(({ index, 0: found }) => {
        const text = found.normalize('NFC')
        return text === found ? [] : [{ from: index, to: index + found.length, text }]
      })
      const [first] = edits
      return first
        ? [
            {
              offset: first.from,
              message: `có ${edits.length} chữ dùng dấu rời (Unicode tổ hợp), cần Unicode dựng sẵn`,
              hint: 'chạy "thongbao check --fix", hoặc đặt bộ gõ ở bảng mã Unicode rồi gõ lại',
              edits,
            },
          ]
        : []
    },
  },
}
