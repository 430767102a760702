/** Phrasing of a paragraph, title or cell into inlines, with an eye on emphasis that failed. */

import type { Heading, Paragraph, Parent, TableCell, Text } from 'mdast'
import type { Inline } from '../notice/notice.ts'
import { inlinesOf } from './inlines.ts'
import { type Scope, source, tell } from './scope.ts'

export const prose = (node: Heading | Paragraph | TableCell, scope: Scope): Inline[] => {
  warnOfStars(node, scope)
  return inlinesOf(node.children)
}

/** "**Nơi nhận:**các phòng" is not bold in Markdown, and nobody sees that before it is printed. */
const warnOfStars = (node: Parent, scope: Scope): void => {
  const stars = texts(node).some((text) => source(text, scope).replace(/\\./g, '').includes('**'))
  if (!stars) return
  tell(
    scope,
    node,
    'warning',
    'Dấu "**" không tạo thành chữ đậm và sẽ được in ra; cần một khoảng trắng sau "**" đóng (hoặc trước "**" mở).',
    'Nếu muốn in đúng hai dấu sao, viết "\\*\\*".',
  )
}

const texts = (node: Parent): Text[] =>
  node.children.flatMap((child) =>
    child.type === 'text' ? [child] : 'children' in child ? texts(child) : [],
  )
