/**
 * The subject of a notice is one phrase in sentence case: no "V/v" (that is for công văn), no mark at its end, not in
 * capitals, and a capital at its beginning.
 *
 * @example bad subject
 *   «V/v» kết luận cuộc họp giao ban tháng 3
 * @example bad subject
 *   «KẾT LUẬN CUỘC HỌP GIAO BAN THÁNG 3»
 * @example bad subject
 *   «k»ết luận cuộc họp giao ban tháng 3«.»
 * @example good subject
 *   Kết luận của Giám đốc Sở tại cuộc họp giao ban tháng 3 năm 2026
 */

import { matches, type Rule } from '../rule.ts'

export const subject: Rule<'text/subject'> = {
  id: 'text/subject',
  level: 'warning',
  title: 'Trích yếu viết như câu thường',
  explain:
    'Trích yếu là một câu ngắn gọn hoặc một cụm từ, chữ in thường, bắt đầu bằng chữ hoa; "V/v" chỉ dùng cho công văn.',
  cite: 'NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.5',
  on: true,
  kinds: ['subject', 'annex-title'],
  check: {
    passage: ({ text, kind }) => [
      ...(kind === 'subject'
        ? matches(text, /^V\/v(?!\p{L})/giu, ([found]) => ({
            message: `trích yếu bắt đầu bằng "${found}", cần viết thành lời vì "V/v" chỉ dùng cho công văn`,
            hint: 'ví dụ: "Về việc …", hoặc "Kết luận của …"',
          }))
        : []),
      ...matches(text, /^(?=.*\p{L}{4}).+$/gu, ([found]) =>
        found === found.toUpperCase() && found !== found.toLowerCase()
          ? { message: 'viết hoa toàn bộ, cần viết như câu thường', hint: 'chương trình tự trình bày chữ in' }
          : undefined,
      ),
      ...matches(text, /^\p{Ll}(?!\/)/gu, ([found]) => ({
        message: `bắt đầu bằng chữ thường "${found}", cần chữ hoa`,
        replacement: found.toUpperCase(),
      })),
      ...matches(text, /(?<=[\p{L}\d)])[.;,]$/gu, ([found]) => ({
        message: `có dấu "${found}" ở cuối, cần bỏ`,
        replacement: '',
      })),
    ],
  },
}
