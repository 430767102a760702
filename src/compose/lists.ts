/** Lists of the Markdown: numbered ones into clauses or points, dashes into items. */

import type { List, ListItem, RootContent } from 'mdast'
import type { Block, Inline } from '../notice/notice.ts'
import { inlinesOf, merged } from './inlines.ts'
import { below, nextId } from './nesting.ts'
import { type Scope, source, tell } from './scope.ts'

/** The way back to `blocks.ts`, given as an argument so that the two files do not import each other. */
export type BlocksOf = (nodes: readonly RootContent[], scope: Scope) => Block[]

/** `before`: the blocks that the list follows, for its numbers. */
export const listOf = (list: List, before: readonly Block[], scope: Scope, blocksOf: BlocksOf): Block[] =>
  list.ordered
    ? numberedList(list, before, scope, blocksOf)
    : list.children.flatMap((item) => dash(item, scope, blocksOf))

/** A number that the item would not get is part of the text: "2026. Năm học …" is a sentence. */
const numberedList = (list: List, before: readonly Block[], scope: Scope, blocksOf: BlocksOf): Block[] => {
  const is = scope.numbered
  const out: Block[] = []
  for (const [index, item] of list.children.entries()) {
    const all = [...before, ...out]
    const due = 1 + all.filter((block) => block.is === is && block.mark === 'number').length
    const typed = numberOf(item, scope)
    // All "1." is a habit of Markdown writers and no mistake.
    if (is === undefined || (typed !== `${due}.` && typed !== '1.')) {
      tell(scope, item, 'warning', ...asTextMessage(typed, is && due))
      out.push(...literal(item, scope, blocksOf))
      continue
    }
    if (index === 0 && typed !== `${due}.`) tell(scope, item, 'warning', ...restartMessage(due))
    if (item.children.length === 0) empty(item, scope)
    const id = nextId(is, all, scope)
    const numbered = below({ is, mark: 'number' }, is)
    const inside: Scope = { ...scope, prefix: `${id}.`, numbered, listed: true }
    out.push({ is, id, mark: 'number', blocks: blocksOf(item.children, inside) })
  }
  return out
}

/** As it was typed: "2026.", "1)". */
const numberOf = (item: ListItem, scope: Scope): string => source(item, scope).match(/^\d+[.)]/)?.[0] ?? ''

const asTextMessage = (typed: string, due: number | undefined): [string, string] => [
  `"${typed}" ở đầu dòng không phải số thứ tự${due === undefined ? '' : ` "${due}." kế tiếp`} nên được in như lời văn.`,
  `Nếu đó là lời văn, viết "${typed.slice(0, -1)}\\${typed.slice(-1)}" để không còn cảnh báo.`,
]

const restartMessage = (due: number): [string, string] => [
  `Danh sách đếm lại từ "1." nhưng số kế tiếp là ${due}, nên sẽ in số ${due}.`,
  'Đoạn văn của cùng một khoản phải viết thụt vào dưới khoản ấy; muốn đếm lại từ 1 thì cần một tiêu đề.',
]

const literal = (item: ListItem, scope: Scope, blocksOf: BlocksOf): Block[] => {
  const typed = numberOf(item, scope)
  const [first, ...rest] = item.children
  const space: Inline = { is: 'text', value: ' ' }
  const words = first?.type === 'paragraph' ? [space, ...inlinesOf(first.children)] : []
  const others = first?.type === 'paragraph' ? rest : item.children
  return [
    { is: 'paragraph', text: merged([{ is: 'text', value: typed }, ...words]) },
    ...blocksOf(others, { ...scope, listed: true }),
  ]
}

const dash = (item: ListItem, scope: Scope, blocksOf: BlocksOf): Block[] => {
  const [first, ...rest] = item.children
  if (first?.type !== 'paragraph') empty(item, scope)
  const inside: Scope = { ...scope, numbered: undefined, listed: true }
  if (first?.type !== 'paragraph') return blocksOf(item.children, inside)
  return [{ is: 'item', text: inlinesOf(first.children), blocks: blocksOf(rest, inside) }]
}

const empty = (item: ListItem, scope: Scope): void =>
  tell(scope, item, 'error', 'Mục này của danh sách trống; cần lời văn sau dấu đầu dòng.')
