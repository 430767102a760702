/**
 * "./." closes the content: once, at the very end, without a space. The program sets it there itself.
 *
 * @example bad closing
 *   Đề nghị các đơn vị thực hiện«./»
 * @example bad closing
 *   Đề nghị các đơn vị thực hiện«././»
 * @example bad
 *   Các đơn vị báo cáo kết quả«./.» Văn phòng tổng hợp.
 * @example good closing
 *   Đề nghị các đơn vị thực hiện./.
 */

import type { MeetingText, Passage } from '../passage.ts'
import { type Finding, matches, type Rule } from '../rule.ts'

const cite = 'NĐ 30/2020/NĐ-CP, Phụ lục III'
const mark = /(?<![ \t])[ \t]*\.[ \t]*\/(?![\p{L}\d])(?:[ \t]*\.)?(?:[ \t]*\/[ \t]*\.?)*/gu

export const closingMark: Rule<'text/closing-mark'> = {
  id: 'text/closing-mark',
  level: 'warning',
  title: 'Dấu "./." kết thúc nội dung',
  explain:
    'Nội dung kết thúc bằng "./.", viết liền sau chữ cuối, chỉ một lần. Chương trình tự ghi nên không cần gõ.',
  cite,
  on: true,
  check: {
    passage: (passage) => (passage.kind === 'template' ? wrong(passage, false) : []),
    record: (record) =>
      record.passages
        .filter(({ kind }) => kind === 'content' || kind === 'closing')
        .flatMap((passage) =>
          wrong(passage, !isLast(passage, record)).map((finding) => ({ passage, ...finding })),
        ),
  },
}

/** Where the program would set it too: at the end of the whole closing sentence, or of what is said last. */
const isLast = (passage: Passage, { passages }: MeetingText): boolean =>
  passage.path.at(-1) !== 'about' &&
  passage === passages.findLast(({ kind }) => kind === 'content' || kind === 'closing')

const wrong = ({ text }: Passage, never: boolean): Finding[] =>
  matches(text, mark, ({ 0: found, index }) => {
    const ends = /^[\s*_]*(?:\n|$)/.test(text.slice(index + found.length))
    if (found === './.' && ends && !never) return undefined
    return ends && !never
      ? {
          message: `kết thúc bằng "${found}", cần "./." viết liền sau chữ cuối`,
          replacement: './.',
        }
      : {
          message: `có "${found.trim()}" ở chỗ không phải cuối nội dung, cần bỏ`,
          hint: 'chương trình tự ghi "./." một lần ở cuối nội dung',
        }
  })
