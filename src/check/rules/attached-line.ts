/**
 * The line "(Kèm theo Thông báo số …)" under the title of an annex is the program's; on an electronic document its
 * places stay blank. Typed by hand it would stand there twice, and filled in.
 *
 * @example bad annex
 *   «(Kèm theo Thông báo số 12/TB-SGDĐT ngày 02/3/2026 của Sở Giáo dục và Đào tạo)»
 * @example good annex
 *   Danh sách các trường được kiểm tra (kèm theo hồ sơ).
 */

import { matches, type Rule } from '../rule.ts'

export const attachedLine: Rule<'text/attached-line'> = {
  id: 'text/attached-line',
  level: 'warning',
  title: 'Không gõ dòng "(Kèm theo Thông báo số …)"',
  explain:
    'Chương trình tự ghi dòng này dưới tên phụ lục: để trống số, ngày trên văn bản điện tử, điền đủ trên văn bản giấy.',
  cite: 'NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1c',
  on: true,
  kinds: ['annex', 'annex-title', 'content', 'heading'],
  check: {
    passage: ({ text }) =>
      matches(text, /^([*_ \t]*)\(Kèm theo Thông báo số[^)\n]*\)?/gimu, ({ index, 1: lead = '' }) => ({
        offset: index + lead.length,
        message: 'dòng "(Kèm theo Thông báo số …)" do chương trình ghi, cần bỏ',
      })),
  },
}
