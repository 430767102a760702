/** Head and foot of an edition's Markdown, which say once more what its front matter says → where the two disagree. */

import type { RootContent } from 'mdast'
import { capital } from '../notice/looks.ts'
import { plain } from '../notice/notice.ts'
import type { PrintedRow } from '../notice/printed-rows.ts'
import { inlinesIn, markdownRows } from './markdown-rows.ts'

/** `said`: blocks outside the content; `expected`: what they are to say. Empty when they do. */
export const strayWords = (said: readonly RootContent[], expected: readonly string[]): string => {
  const words = (texts: readonly string[]): string[] =>
    texts.flatMap((text) => capital(text).split(' ').filter(Boolean))
  const [there, wanted] = [words(said.flatMap(textsOf)), words(expected)]
  const [extra, missing] = [without(there, wanted), without(wanted, there)]
  return [
    ...(extra.length > 0 ? [`thân tệp ghi "${extra.join(' ')}"`] : []),
    ...(missing.length > 0 ? [`khai báo ở đầu tệp ghi "${missing.join(' ')}"`] : []),
  ].join(', ')
}

const textsOf = (node: RootContent): string[] =>
  node.type === 'heading' ? [plain(inlinesIn(node.children))] : markdownRows([node]).flatMap(rowTexts)

const rowTexts = (row: PrintedRow): string[] =>
  row.is === 'table' ? [...row.head, ...row.rows.flat()].map(plain) : [plain(row.text)]

/** One for one. */
const without = (words: readonly string[], others: readonly string[]): string[] => {
  const left = new Map<string, number>()
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1)
  return words.filter((word) => {
    const count = left.get(word) ?? 0
    left.set(word, count - 1)
    return count <= 0
  })
}
