/**
 * Between number and symbol stands a slash without spaces.
 *
 * @example bad
 *   Theo Thông báo số «12 / TB»-SGDĐT ngày 02/3/2026 của Sở Giáo dục và Đào tạo về tuyển sinh.
 * @example good
 *   Theo Thông báo số 12/TB-SGDĐT ngày 02/3/2026 của Sở Giáo dục và Đào tạo về tuyển sinh.
 */

import { matches, type Rule } from '../rule.ts'

export const symbolSpaces: Rule<'text/symbol-spaces'> = {
  id: 'text/symbol-spaces',
  level: 'warning',
  title: 'Số và ký hiệu viết liền',
  explain: 'Giữa số và ký hiệu có dấu gạch chéo, không có dấu cách: "số 12/TB-SGDĐT".',
  cite: 'NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.3c',
  on: true,
  check: {
    passage: ({ text }) =>
      matches(
        text,
        /(?<=(?<!\p{L})số:? )(?:\d+\/)*\d+(?: +\/ *| *\/ +)\p{Lu}[\p{L}&]*/giu,
        ([found]) => {
          const right = found.replaceAll(' ', '')
          return { message: `"${found}" có dấu cách, cần viết liền "${right}"`, replacement: right }
        },
        /số:? \d/i,
      ),
  },
}
