/**
 * The kind of a document has a capital when a given document is meant, and only on its first letter.
 * Without a number ("gửi công văn đến các trường") it stays a common noun; words in capitals throughout are left alone.
 *
 * @example bad
 *   Thực hiện «công văn» số 82/SGDĐT-QLCL ngày 15/01/2020 của Sở Giáo dục và Đào tạo về tự đánh giá.
 * @example bad
 *   Các đơn vị thực hiện nghiêm túc «thông báo» này.
 * @example bad closing
 *   Các đơn vị thực hiện «Nghị Quyết» số 29-NQ/TW của Hội nghị Trung ương
 * @example good
 *   Thực hiện Công văn số 82/SGDĐT-QLCL ngày 15/01/2020 của Sở Giáo dục và Đào tạo về tự đánh giá; ban hành công văn hướng dẫn, lập kế hoạch số hóa hồ sơ.
 */

import { anyKind, kindName } from '../document-kinds.ts'
import { inWordsOf, matches, type Rule } from '../rule.ts'

const numbered = new RegExp(
  String.raw`(?<!\p{L})(?:${anyKind})(?=\s+số:?\s*\d+\p{L}?(?:[/-]\p{L}|\s*/|\s+ngày|\s+của))`,
  'giu',
)
const thisOne = /(?<!\p{L})thông\s+báo(?=\s+này(?!\p{L}))/giu
const patterns = [
  [numbered, /số:?\s*\d/i],
  [thisOne, /báo\s+này/i],
] as const

export const kindCapital: Rule<'text/kind-capital'> = {
  id: 'text/kind-capital',
  level: 'warning',
  title: 'Viết hoa tên loại văn bản khi nói đến một văn bản cụ thể',
  explain:
    'Chữ cái đầu của tên loại văn bản viết hoa khi nói đến một văn bản cụ thể: "Công văn số 82/…", "Thông báo này". Nói chung chung thì viết thường.',
  cite: 'NĐ 30/2020/NĐ-CP, Phụ lục II, mục V.6',
  on: true,
  check: {
    passage: ({ text }) =>
      patterns.flatMap(([pattern, sign]) =>
        matches(
          text,
          pattern,
          ([found]) => {
            const right = inWordsOf(found, kindName(found))
            if (found === right || found === found.toUpperCase()) return undefined
            return {
              message: `tên loại "${found}" của một văn bản cụ thể, cần viết "${right}"`,
              replacement: right,
            }
          },
          sign,
        ),
      ),
  },
}
