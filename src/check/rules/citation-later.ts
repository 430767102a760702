/**
 * A document that has been cited is named by kind, number and symbol from then on.
 *
 * @example bad
 *   Thực hiện Công văn số 82/SGDĐT-QLCL ngày 15/01/2020 của Sở Giáo dục và Đào tạo về tự đánh giá; báo cáo theo «Công văn số 82/SGDĐT-QLCL» ngày 15/01/2020 của Sở Giáo dục và Đào tạo.
 * @example good
 *   Thực hiện Công văn số 82/SGDĐT-QLCL ngày 15/01/2020 của Sở Giáo dục và Đào tạo về tự đánh giá; báo cáo theo Công văn số 82/SGDĐT-QLCL.
 */

import { firstAndLater } from '../citations.ts'
import type { Rule } from '../rule.ts'

export const citationLater: Rule<'text/citation-later'> = {
  id: 'text/citation-later',
  level: 'info',
  title: 'Viện dẫn lần sau ghi gọn',
  explain: 'Các lần viện dẫn sau chỉ ghi tên loại, số, ký hiệu của văn bản.',
  cite: 'NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6b',
  on: true,
  check: {
    record: ({ passages }) =>
      firstAndLater(passages)
        .filter(({ first, date }) => !first && date)
        .map(({ passage, offset, length, text }) => ({
          passage,
          offset,
          length,
          message: `"${text}" đã được viện dẫn đầy đủ ở trên, cần chỉ ghi tên loại, số, ký hiệu`,
        })),
  },
}
