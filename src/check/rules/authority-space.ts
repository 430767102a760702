/**
 * After the dot of KT., TM., TL., TUQ. and Q. there is a space, as in the decree's samples.
 *
 * @example bad post
 *   «KT.»Giám đốc
 * @example good post
 *   Phó Giám đốc phụ trách, ký KT. Giám đốc
 */

import { worded } from '../passage.ts'
import { matches, type Rule } from '../rule.ts'

/** "Q.Bình Thạnh" is a district. */
const pattern =
  /(?<![\p{L}.])(?:(?:KT|TM|TL|TUQ)\.(?=\p{Lu})|Q\.(?=(?:Giám đốc|Trưởng|Chánh|Hiệu trưởng|Chủ tịch|Viện trưởng|Cục trưởng|Bộ trưởng)))/gu
const upper = /(?<![\p{L}.])Q\.(?=\p{Lu}{2})/gu

export const authoritySpace: Rule<'text/authority-space'> = {
  id: 'text/authority-space',
  level: 'warning',
  title: 'Dấu cách sau KT., TM., TL., TUQ., Q.',
  explain: 'Sau chữ viết tắt quyền hạn ký và dấu chấm có một dấu cách: "KT. GIÁM ĐỐC".',
  cite: 'NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.7b',
  on: true,
  kinds: [...worded, 'post'],
  check: {
    passage: ({ text }) =>
      [pattern, upper].flatMap((each) =>
        matches(
          text,
          each,
          ([found]) => ({
            message: `thiếu dấu cách sau "${found}", cần "${found} " trước chức vụ`,
            replacement: `${found} `,
          }),
          /(?:KT|TM|TL|TUQ|Q)\.\S/,
        ),
      ),
  },
}
