/**
 * "Như trên" points at a Kính gửi, which a notice does not have.
 *
 * @example bad recipient
 *   «Như trên»
 * @example good recipient
 *   Như thành phần tham dự
 */

import { matches, type Rule } from '../rule.ts'

export const asAbove: Rule<'text/as-above'> = {
  id: 'text/as-above',
  level: 'warning',
  title: '"Như trên" chỉ dùng khi có "Kính gửi"',
  explain:
    'Nơi nhận của thông báo ghi tên các cơ quan, đơn vị cụ thể; thông báo kết luận có thể ghi "Như thành phần tham dự" (recipients.attendees: true).',
  cite: 'NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.9b',
  on: true,
  kinds: ['recipient'],
  check: {
    passage: ({ text }) =>
      matches(
        text,
        /^\W*Như (?:trên|kính gửi)(?!\p{L})/giu,
        ([found]) => ({
          message: `nơi nhận "${found}" mà thông báo không có "Kính gửi", cần tên đơn vị cụ thể`,
        }),
        /Như (?:trên|kính)/i,
      ),
  },
}
