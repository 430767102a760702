/**
 * A document that is cited for the first time is named in full: kind, number and symbol, date, body and what it is
 * about. Laws and ordinances are cited by kind and name only and are passed over.
 *
 * @example bad
 *   Thực hiện «Công văn số 82/SGDĐT-QLCL» về tự đánh giá.
 * @example bad
 *   Thực hiện «Kế hoạch số 15/KH-UBND» ngày 02/01/2020 của UBND tỉnh.
 * @example good
 *   Thực hiện Công văn số 82/SGDĐT-QLCL ngày 15 tháng 01 năm 2020 của Sở Giáo dục và Đào tạo về tự đánh giá; theo Công văn số 82/SGDĐT-QLCL.
 */

import { firstAndLater } from '../citations.ts'
import type { Rule } from '../rule.ts'

export const citationFirst: Rule<'text/citation-first'> = {
  id: 'text/citation-first',
  level: 'warning',
  title: 'Viện dẫn lần đầu ghi đầy đủ',
  explain:
    'Lần đầu viện dẫn ghi tên loại, số, ký hiệu, ngày tháng năm, cơ quan ban hành và trích yếu; luật, pháp lệnh chỉ ghi tên loại và tên.',
  cite: 'NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6b',
  on: true,
  check: {
    record: ({ passages }) =>
      firstAndLater(passages).flatMap(({ passage, offset, length, text, first, date, body, about }) => {
        if (!first) return []
        const missing = [
          ...(date ? [] : ['ngày tháng năm']),
          ...(body ? [] : ['cơ quan ban hành']),
          ...(about ? [] : ['trích yếu']),
        ]
        return missing.length === 0
          ? []
          : [
              {
                passage,
                offset,
                length,
                message: `"${text}" được viện dẫn lần đầu mà thiếu ${missing.join(', ')}, cần ghi đầy đủ`,
                hint: `dạng đầy đủ: ${text} ngày … tháng … năm … của … về …`,
              },
            ]
      }),
  },
}
