/**
 * "Kính gửi" belongs to tờ trình, báo cáo and công văn; a notice has none.
 *
 * @example bad
 *   «Kính gửi»: Các trường trung học phổ thông
 * @example good
 *   Văn phòng Sở gửi các trường trung học phổ thông để thực hiện.
 */

import { worded } from '../passage.ts'
import { matches, type Rule } from '../rule.ts'

export const salutation: Rule<'text/salutation'> = {
  id: 'text/salutation',
  level: 'warning',
  title: 'Thông báo không có "Kính gửi"',
  explain:
    '"Kính gửi" chỉ dùng cho tờ trình, báo cáo gửi cấp trên và công văn. Nơi nhận của thông báo ghi ở mục "Nơi nhận".',
  cite: 'NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.9b',
  on: true,
  kinds: worded,
  check: {
    passage: ({ text }) =>
      matches(
        text,
        /^([*_ \t-]*)kính gửi(?!\p{L})/gimu,
        ({ index, 1: lead = '' }) => ({
          offset: index + lead.length,
          message: 'có "Kính gửi", cần bỏ vì thông báo không có phần này',
        }),
        /kính gửi/i,
      ),
  },
}
