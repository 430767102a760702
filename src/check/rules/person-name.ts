/**
 * A Vietnamese person's name has a capital on every syllable.
 *
 * @example bad person
 *   Nguyễn «văn» Hiền
 * @example good person
 *   Nguyễn Văn Hiền
 */

import { matches, type Rule } from '../rule.ts'

export const personName: Rule<'text/person-name'> = {
  id: 'text/person-name',
  level: 'warning',
  title: 'Viết hoa họ và tên người',
  explain: 'Viết hoa chữ cái đầu tất cả các âm tiết của họ và tên.',
  cite: 'NĐ 30/2020/NĐ-CP, Phụ lục II, mục II.1a',
  on: true,
  kinds: ['person'],
  check: {
    passage: ({ text }) =>
      text.split(/\s+/).some(isSmall)
        ? matches(text, /(?<=^|\s)\p{Ll}\p{L}*/gu, ([found]) => {
            const right = found.charAt(0).toUpperCase() + found.slice(1)
            return { message: `"${found}" trong họ và tên, cần viết "${right}"`, replacement: right }
          })
        : [],
  },
}

/** What begins with a small letter, or with none: asked first, since the pattern takes long to be made ready. */
const isSmall = (word: string): boolean => word.charAt(0) === word.charAt(0).toLowerCase()
