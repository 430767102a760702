/**
 * "hòa" and "hoà" are both right; one text should keep to one of them. Switched off unless asked for, and never
 * rewritten: names and cited titles keep the way they were written.
 *
 * @example bad
 *   Trường Hòa An phối hợp xóa mù chữ, «hoà» giải ở cơ sở.
 * @example good
 *   Trường Hòa An phối hợp xóa mù chữ, hòa giải; quý thầy, quỳnh hoa.
 */

import type { PlacedFinding, Rule } from '../rule.ts'

/** Mark on the first vowel, mark on the second, of a syllable that ends with both. */
const first = /(?<![\p{L}\p{M}])\p{L}{0,3}(?:[òóỏõọÒÓỎÕỌ][aeAE]|(?<![qQ])[ùúủũụÙÚỦŨỤ][yY])(?!\p{L})/gu
const second =
  /(?<![\p{L}\p{M}])\p{L}{0,3}(?:[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|(?<![qQ])[uU][ỳýỷỹỵỲÝỶỸỴ])(?!\p{L})/gu

export const toneMarks: Rule<'text/tone-marks'> = {
  id: 'text/tone-marks',
  level: 'info',
  title: 'Một cách đặt dấu thanh trong cả văn bản',
  explain:
    'Cả hai cách "hòa" và "hoà", "thủy" và "thuỷ" đều dùng được; nêu những chỗ khác với cách viết nhiều hơn. Mặc định tắt; không bao giờ tự sửa.',
  on: false,
  check: {
    record: ({ passages }) => {
      const find = (pattern: RegExp): PlacedFinding[] =>
        passages.flatMap((passage) =>
          [...passage.text.matchAll(pattern)].map(({ index, 0: word }) => ({
            passage,
            offset: index,
            length: word.length,
            message: `"${word}" đặt dấu thanh khác với phần lớn văn bản, cần thống nhất một cách`,
          })),
        )
      const [old, modern] = [find(first), find(second)]
      return old.length === 0 || modern.length === 0 ? [] : old.length < modern.length ? old : modern
    },
  },
}
