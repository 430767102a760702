/** Markdown prose → its words on one line, for lists in which a notice's sentence has to do without its emphasis. */

import type { Nodes } from 'mdast'
import { parseMarkdown } from './markdown.ts'

/** Paragraphs, list items and cells are parted by a space. */
export const plainText = (markdown: string): string =>
  wordsOf(parseMarkdown(markdown)).replace(/\s+/g, ' ').trim()

const wordsOf = (node: Nodes): string => {
  if ('value' in node) return node.value
  if (node.type === 'break') return ' '
  if (!('children' in node)) return ''
  const apart = node.type === 'paragraph' || node.type === 'tableCell' || node.type === 'listItem'
  return `${node.children.map(wordsOf).join('')}${apart ? ' ' : ''}`
}
