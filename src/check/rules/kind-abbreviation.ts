/**
 * Abbreviations of kinds in symbols are those of Phụ lục III; some others are often met. A document whose number really
 * was given so is cited as it is: silence the rule there.
 *
 * @example bad
 *   Theo Quy chế số «12/QCh»-SGDĐT ngày 02/3/2026 của Sở Giáo dục và Đào tạo về thi đua.
 * @example good
 *   Theo Quy chế số 12/QC-SGDĐT ngày 02/3/2026 của Sở Giáo dục và Đào tạo về thi đua.
 */

import { matches, type Rule } from '../rule.ts'

const wrong: Readonly<Record<string, string>> = {
  QCh: 'QC',
  DAn: 'DA',
  HDa: 'HD',
  QD: 'QĐ',
  ND: 'NĐ',
  CTR: 'CTr',
  TTR: 'TTr',
}

const pattern = new RegExp(
  String.raw`(?<![\d/])\d+(?:/\d{4})?/(${Object.keys(wrong).join('|')})(?=[-/]\p{Lu})`,
  'gu',
)

export const kindAbbreviation: Rule<'text/kind-abbreviation'> = {
  id: 'text/kind-abbreviation',
  level: 'info',
  title: 'Chữ viết tắt tên loại văn bản',
  explain:
    'Chữ viết tắt tên loại theo Phụ lục III: QC, DA, HD, QĐ … Văn bản được viện dẫn đã lấy ký hiệu khác thì giữ nguyên và tắt quy tắc ở chỗ đó.',
  cite: 'NĐ 30/2020/NĐ-CP, Phụ lục III',
  on: true,
  check: {
    passage: ({ text }) =>
      matches(text, pattern, (match) => ({
        message: `ký hiệu "${match[0]}…" dùng chữ viết tắt "${match[1]}", cần "${wrong[match[1] ?? '']}"`,
      })),
  },
}
