/**
 * No space before , ; : . ! ? and none inside brackets. Ellipses and "./." are others' business.
 *
 * @example bad
 *   Các trường« »; các phòng (để ph/h« »).
 * @example good
 *   Các trường; các phòng (để ph/h) báo cáo …
 */

import { worded } from '../passage.ts'
import { matches, type Rule } from '../rule.ts'

const before = /(?<=[^\s|]) +(?=[,;:!?)”](?:[\s"”)\]*_.,;]|$)|\.(?:[\s"”)\]*_]|$))/gu
const sign = / [,;:!?)”.]|[(“] /
const inside = /(?<=[(“]) +(?=\S)/gu

export const spaceBeforeMark: Rule<'text/space-before-mark'> = {
  id: 'text/space-before-mark',
  level: 'warning',
  title: 'Không có dấu cách trước dấu câu',
  explain: 'Dấu câu viết liền sau chữ; trong dấu ngoặc không có dấu cách ở hai đầu.',
  on: true,
  kinds: [...worded, 'archive', 'body', 'unit', 'post'],
  check: {
    passage: ({ text }) =>
      sign.test(text)
        ? [before, inside].flatMap((pattern) =>
            matches(text, pattern, ({ index, 0: found }) => ({
              message:
                pattern === before
                  ? `thừa dấu cách trước "${text[index + found.length]}", cần viết liền`
                  : `thừa dấu cách sau "${text[index - 1]}", cần viết liền`,
              replacement: '',
            })),
          )
        : [],
  },
}
