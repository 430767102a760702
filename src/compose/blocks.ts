/** Markdown into blocks of a notice: heading and numbered list → division, dash → item, pipe table → table. */

import type { Heading, RootContent } from 'mdast'
import { labels } from '../notice/labels.ts'
import { type Block, type Division, type Inline, plain } from '../notice/notice.ts'
import { parseLine, parseMarkdown } from '../text/markdown.ts'
import { inlinesOf } from './inlines.ts'
import { listOf } from './lists.ts'
import { below, nextId } from './nesting.ts'
import { type BlocksContext, type Scope, tell } from './scope.ts'
import { tableOf } from './table.ts'
import { titleOf } from './title.ts'

/**
 * `#` and `##` open a section (I.), `###` a clause (1.), `####` a point (a)), each until the next heading of its level
 * or above. A title that starts with `\* ` is starred, one that ends with ` {-}` has no number. A numbered list is
 * clauses, inside a numbered clause points. Ids follow the position ('s1.c2.p1'). What a notice cannot hold is reported.
 */
export const toBlocks = (text: string, context: BlocksContext): Block[] => {
  const { within } = context
  const prefix = within ? `${within.id}.` : ''
  const numbered = within ? below(within, 'clause') : 'clause'
  return blocksOf(parseMarkdown(text).children, { ...context, text, prefix, numbered })
}

/** One line of prose, in which emphasis is allowed and nothing else means anything. */
export const toInlines = (text: string): Inline[] => inlinesOf(parseLine(text))

const blocksOf = (nodes: readonly RootContent[], scope: Scope): Block[] => {
  const out: Block[] = []
  let rest = nodes
  for (let node = rest[0]; node; node = rest[0]) {
    const end = node.type === 'heading' ? endOf(node, rest) : 1
    out.push(
      ...(node.type === 'heading' ? headed(node, rest.slice(1, end), out, scope) : flowOf(node, out, scope)),
    )
    rest = rest.slice(end)
  }
  return out
}

/** `#` is as good as `##`: a notice has one title of its own. */
const level = (heading: Heading): number => Math.max(heading.depth, 2)
const kinds: Readonly<Record<number, Division['is']>> = { 2: 'section', 3: 'clause', 4: 'point' }

/** Where the division ends that the first of `nodes` opens. */
const endOf = (heading: Heading, nodes: readonly RootContent[]): number => {
  const next = nodes.findIndex(
    (node, at) => at > 0 && node.type === 'heading' && level(node) <= level(heading),
  )
  return next < 0 ? nodes.length : next
}

const headed = (node: Heading, body: readonly RootContent[], before: Block[], scope: Scope): Block[] => {
  if (scope.listed)
    tell(
      scope,
      node,
      'error',
      'Tiêu đề không đặt trong danh sách được; cần viết sát lề trái, ngoài danh sách.',
    )
  const is = kinds[level(node)]
  if (!is) tell(scope, node, 'error', 'Tiêu đề quá sâu; cần "##" (mục), "###" (khoản) hoặc "####" (điểm).')
  const { mark, title } = titleOf(node, scope)
  if (title.length === 0) tell(scope, node, 'error', 'Tiêu đề trống; cần lời của tiêu đề sau các dấu "#".')
  if (!is || title.length === 0) return blocksOf(body, scope)

  const id = nextId(is, before, scope)
  const inside = { ...scope, prefix: `${id}.`, numbered: below({ is, mark }, scope.numbered) }
  const division: Division = { is, id, mark, title, blocks: blocksOf(body, inside) }
  const label = labels([...before, division]).at(-1)
  if (label && plain(title).startsWith(`${label} `))
    tell(scope, node, 'warning', `Tiêu đề đã có sẵn "${label}" nên sẽ in hai lần; cần bỏ số thứ tự gõ tay.`)
  return [division]
}

const flowOf = (node: RootContent, before: readonly Block[], scope: Scope): Block[] => {
  switch (node.type) {
    case 'paragraph':
      return [{ is: 'paragraph', text: inlinesOf(node.children) }]
    case 'list':
      return listOf(node, before, scope, blocksOf)
    case 'table':
      return [tableOf(node, scope)]
    case 'blockquote':
      tell(
        scope,
        node,
        'error',
        'Thông báo không có khối trích dẫn ">"; cần đoạn văn.',
        'Nếu muốn in dấu ">", viết "\\>".',
      )
      return blocksOf(node.children, scope)
    case 'code':
      tell(scope, node, 'error', 'Thông báo không có khối mã "```"; cần đoạn văn hoặc bảng.')
      return []
    case 'thematicBreak':
      tell(
        scope,
        node,
        'error',
        'Nội dung thông báo không có đường kẻ ngang; cần bỏ dòng này.',
        'Nếu muốn in đúng các dấu ấy, viết "\\" trước dấu đầu tiên.',
      )
      return []
    default:
      throw new Error(`block of a kind that the parser should not give: ${node.type}`)
  }
}
