/**
 * "**" that Markdown does not read as bold is printed as two stars: most often the closing one stands between a mark
 * and a letter, as in "**Điều 1.**Nội dung".
 *
 * @example bad
 *   **Điều 1.«**»Nội dung thực hiện.
 * @example bad
 *   Các trường «** hoàn thành **» trước kỳ họp.
 * @example good
 *   **Điều 1.** Nội dung **thực hiện**; hai dấu sao \*\* in đúng như vậy.
 */

import type { Nodes } from 'mdast'
import { parseMarkdown } from '../../text/markdown.ts'
import { marked } from '../passage.ts'
import type { Finding, Rule } from '../rule.ts'

export const bold: Rule<'text/bold'> = {
  id: 'text/bold',
  level: 'warning',
  title: 'Dấu "**" phải tạo thành chữ đậm',
  explain:
    'Dấu "**" không tạo thành chữ đậm sẽ in ra thành hai dấu sao: cần viết sát chữ ở phía trong, và có dấu cách ở phía ngoài khi bên trong là dấu câu.',
  on: true,
  kinds: marked,
  check: {
    passage: ({ text }) =>
      text.includes('**') ? texts(parseMarkdown(text)).flatMap((span) => inText(text, span)) : [],
  },
}

type Span = readonly [from: number, to: number]

const texts = (node: Nodes): Span[] =>
  node.type === 'text'
    ? [[node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]]
    : 'children' in node
      ? node.children.flatMap(texts)
      : []

const inText = (text: string, [from, to]: Span): Finding[] => {
  // Escaped characters keep their place.
  const words = text.slice(from, to).replace(/\\./g, '\\ ')
  const found: Finding[] = []
  for (const { index, 0: all, 1: inner = '' } of words.matchAll(/\*\*([^*]*)\*\*|\*\*/gu)) {
    const end = index + all.length
    const after = text[from + end] ?? ''
    const closes =
      inner !== '' && !/^\s|\s$/u.test(inner) && /\p{P}$/u.test(inner) && /[\p{L}\d]/u.test(after)
    found.push(
      closes
        ? {
            offset: from + end - 2,
            length: 2,
            message,
            replacement: '** ',
            hint: 'thêm một dấu cách sau "**"',
          }
        : { offset: from + index, length: all.length, message, hint: inside },
    )
  }
  return found
}

const message = 'dấu "**" không tạo thành chữ đậm và sẽ được in ra, cần viết lại'
const inside =
  'viết "**" sát chữ ở phía trong, cách chữ ở phía ngoài; muốn in đúng hai dấu sao thì viết "\\*\\*"'
