/**
 * Names of places: the word for the kind of unit is small ("tỉnh Nam Định"), but a capital in the special names and
 * where the unit is named by a number.
 *
 * @example bad
 *   Các trường trên địa bàn «thành phố Hồ Chí Minh».
 * @example bad
 *   Các trường ở «phường» 5 và «quận» 1.
 * @example bad
 *   Các trường trên địa bàn «Tỉnh» Hậu Giang.
 * @example good
 *   Các trường ở Phường 5, tỉnh Hậu Giang, Thành phố Hồ Chí Minh. Tỉnh Nam Định có 3 xã, phường.
 */

import { matches, type Rule } from '../rule.ts'
import { opensSentence } from '../sentence.ts'

const special = /(?<!\p{L})(?:thành\s+phố\s+Hồ\s+Chí\s+Minh|thủ\s+đô\s+Hà\s+Nội)(?!\p{L})/gu
const numbered = /(?<!\p{L})(?:quận|phường)(?=\s+\d{1,2}(?!\d|\s*(?:năm|ngày|người|tháng|%)))/gu
const patterns = [
  [special, /(?:thành|thủ)\s+(?:phố|đô)\s/],
  [numbered, /(?:quận|phường)\s+\d/],
] as const
const province = /(?<!\p{L})Tỉnh(?=\s+\p{Lu}\p{Ll})/gu

export const placeCapitals: Rule<'text/place-capitals'> = {
  id: 'text/place-capitals',
  level: 'warning',
  title: 'Viết hoa tên địa lý',
  explain:
    'Danh từ chung viết thường trước tên riêng ("tỉnh Nam Định"); viết hoa khi đơn vị mang tên số ("Phường 5") và trong "Thủ đô Hà Nội", "Thành phố Hồ Chí Minh".',
  cite: 'NĐ 30/2020/NĐ-CP, Phụ lục II, mục III.1',
  on: true,
  check: {
    passage: ({ text }) => [
      ...patterns.flatMap(([pattern, sign]) =>
        matches(
          text,
          pattern,
          ([found]) => {
            const right = found.charAt(0).toUpperCase() + found.slice(1)
            return { message: `tên địa lý "${found}", cần viết "${right}"`, replacement: right }
          },
          sign,
        ),
      ),
      ...matches(
        text,
        province,
        ({ index }) =>
          opensSentence(text, index)
            ? undefined
            : { message: '"Tỉnh" trước tên riêng ở giữa câu, cần viết "tỉnh"', replacement: 'tỉnh' },
        /Tỉnh\s/,
      ),
    ],
  },
}
