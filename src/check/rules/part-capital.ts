/**
 * When parts of a document are cited, Phần, Chương, Mục, Tiểu mục and Điều have capitals; khoản and điểm have none,
 * unless they open a sentence. Only words that certainly cite are looked at: "5 điều cần nhớ", "hạng mục 3" are not.
 *
 * @example bad
 *   Thực hiện theo «Khoản» 2 Điều 5 Điều lệ trường trung học.
 * @example bad
 *   Căn cứ «Điểm» c, «Khoản» 2, Điều 89 Luật Giáo dục.
 * @example bad
 *   Theo khoản 1 «điều» 7 và «chương» II Quy chế này.
 * @example good
 *   Theo điểm c khoản 2 Điều 89 Luật Giáo dục. Khoản 3 Điều này quy định 5 điều giáo viên không được làm; điểm 10 là tối đa.
 */

import { type Finding, matches, type Rule } from '../rule.ts'
import { opensSentence } from '../sentence.ts'

/** Small within a sentence. The letter of a điểm must be followed by the khoản that it belongs to. */
const small = /(?<!\p{L})(?:Khoản(?=\s+\d)|Điểm(?=\s+(?:\p{Ll}|\d+\.\d+)\)?,?\s+[Kk]hoản\s))/gu

/** Capital everywhere: a khoản before it or a document after it says that it is cited. */
const documents =
  '(?:Luật|Bộ luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Quy chế|Quy định|Điều lệ|Chương|Phần|Kế hoạch)'
const capital = new RegExp(
  [
    String.raw`điều(?<=[Kk]hoản\s+\d+[\p{Ll}]?,?\s+(?:của\s+)?điều)(?=\s+\d)`,
    String.raw`(?<!\p{L})điều(?=\s+\d+[\p{Ll}]?,?\s+(?:của\s+)?${documents})`,
    String.raw`(?<!\p{L})(?<!(?:bán|bộ|cổ|góp|học|hợp|một|phân|thành|toàn|từng)\s)(?:chương|phần)(?=\s+[IVX]+(?![\p{L}\d]))`,
    String.raw`(?<!\p{L})(?<!(?:hạng|danh|đề|chuyên)\s)(?:tiểu mục|mục)(?=\s+(?:[IVX]+|\d+),?\s+(?:của\s+)?${documents})`,
  ].join('|'),
  'gu',
)

export const partCapital: Rule<'text/part-capital'> = {
  id: 'text/part-capital',
  level: 'warning',
  title: 'Viết hoa Phần, Chương, Mục, Điều; viết thường khoản, điểm khi viện dẫn',
  explain:
    'Khi viện dẫn phần, chương, mục, tiểu mục, điều của một văn bản thì viết hoa chữ đầu; khoản, điểm thì viết thường: "điểm c khoản 2 Điều 89". Đứng đầu câu thì viết hoa như mọi chữ đầu câu.',
  cite: 'NĐ 30/2020/NĐ-CP, Phụ lục II, mục V.7',
  on: true,
  check: {
    passage: ({ text }) => [
      ...matches(
        text,
        small,
        ({ 0: found, index }) => (opensSentence(text, index) ? undefined : said(found, found.toLowerCase())),
        /(?:Khoản|Điểm)\s/,
      ),
      ...matches(
        text,
        capital,
        ([found]) => said(found, found.charAt(0).toUpperCase() + found.slice(1)),
        /(?:điều|mục)\s+[\dIVX]|(?:chương|phần)\s+[IVX]/,
      ),
    ],
  },
}

const said = (found: string, right: string): Pick<Finding, 'message' | 'replacement'> => ({
  message: `"${found}" khi viện dẫn, cần viết "${right}"`,
  replacement: right,
})
