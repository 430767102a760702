/**
 * The last recipient is "Lưu: VT, …", made by the program from who drafted the notice.
 *
 * @example bad archive
 *   «QLCL-CSVC», P05
 * @example bad archive
 *   «Lưu: »VT, QLCL-CSVC
 * @example bad recipient
 *   «Lưu: VT, QLCL-CSVC»
 * @example good archive
 *   VT, CN (Khôi)
 */

import { matches, type Rule } from '../rule.ts'

export const archive: Rule<'text/archive'> = {
  id: 'text/archive',
  level: 'warning',
  title: 'Dòng "Lưu: VT, …"',
  explain:
    'Dòng cuối của nơi nhận gồm chữ "Lưu:", chữ viết tắt "VT" (văn thư), đơn vị soạn thảo và số bản lưu; chương trình tự ghi chữ "Lưu:" và dấu chấm.',
  cite: 'NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.9d',
  on: true,
  kinds: ['recipient', 'archive'],
  check: {
    passage: ({ text, kind }) =>
      kind === 'recipient'
        ? matches(text, /^[-\s]*Lưu(?!\p{L}).*/gu, () => ({
            message: 'dòng "Lưu" do chương trình ghi, cần bỏ ở đây',
            hint: 'ghi đơn vị soạn thảo ở notice.drafting; cách ghi riêng thì ở notice.drafting.archive',
          }))
        : [
            ...matches(text, /^[-\s]*Lưu\s*:?\s*/gu, () => ({
              message: 'chữ "Lưu:" do chương trình ghi, cần bắt đầu bằng "VT"',
              replacement: '',
            })),
            ...matches(text, /^(?![-\s]*(?:Lưu|VT)(?!\p{L}))[^,;.]*/gu, ([found]) => ({
              message: `mục Lưu bắt đầu bằng "${found}", cần bắt đầu bằng "VT"`,
            })),
          ],
  },
}
