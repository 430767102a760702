/**
 * Two spaces between words print as a hole. The start of a line, the end of a line (a line break in Markdown) and rows
 * of tables are left alone.
 *
 * @example bad
 *   Các trường«  »báo cáo kết quả.
 * @example good
 *   Các trường báo cáo kết quả.
 */

import { worded } from '../passage.ts'
import { matches, type Rule } from '../rule.ts'

const pattern = /(?<=\S) {2,}(?=\S)/gu
/** The spaces after the mark of a list item are Markdown's. */
const listMark = /^[ \t]*(?:[-+*]|\d{1,2}[.)])$/

export const doubleSpace: Rule<'text/double-space'> = {
  id: 'text/double-space',
  level: 'warning',
  title: 'Không để hai dấu cách liền nhau',
  explain: 'Hai dấu cách liền nhau in ra thành khoảng hở. Bảng và thụt đầu dòng được bỏ qua.',
  on: true,
  kinds: [...worded, 'archive', 'body', 'unit', 'person', 'post'],
  check: {
    passage: ({ text }) => {
      if (!text.includes('  ')) return []
      let line = 0
      return matches(text, pattern, ({ index }) => {
        for (
          let next = text.indexOf('\n', line);
          next !== -1 && next < index;
          next = text.indexOf('\n', line)
        )
          line = next + 1
        const start = text.slice(line, Math.min(index, line + longestMark))
        if (/^\s*\|/.test(start) || (index < line + longestMark && listMark.test(start))) return undefined
        return { message: 'có nhiều dấu cách liền nhau, cần một dấu cách', replacement: ' ' }
      })
    },
  },
}

/** Indentation and mark of a list item are shorter than this. */
const longestMark = 40
