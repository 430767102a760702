/** The Markdown of an edition → the notice that it was made of, as far as it is printed. */

import type { RootContent } from 'mdast'
import { readFrontMatter } from '../load/front-matter.ts'
import { type PrintedAnnex, printedNotice } from '../notice/as-printed.ts'
import { tidy } from '../notice/looks.ts'
import { type Notice, plain } from '../notice/notice.ts'
import type { PrintedRow } from '../notice/printed-rows.ts'
import { recipientsWord } from '../notice/terms.ts'
import type { Report } from '../problem.ts'
import { parseMarkdown } from '../text/markdown.ts'
import { type Facts, factsOf } from './facts.ts'
import { inlinesIn, markdownRows } from './markdown-rows.ts'

/** Undefined when it is no edition of ours (reported). */
export const readMarkdownNotice = (
  file: string,
  bytes: Uint8Array | string,
  report: Report,
): Notice | undefined => {
  const source = readFrontMatter(file, bytes, report)
  const facts = source && factsOf(source.value)
  if (!source) return undefined
  if (!facts) {
    report({
      rule: 'read/markdown',
      level: 'error',
      file,
      message:
        'tệp Markdown này không phải bản chương trình đã dựng: phần khai báo ở đầu tệp thiếu mục của thông báo',
      hint: 'dùng tệp .md trong thư mục out/, hoặc nêu tên bản ghi',
    })
    return undefined
  }
  const [notice, ...annexes] = parted(parseMarkdown(source.body ?? '').children)
  return printedNotice(
    facts,
    contentOf(notice ?? [], facts),
    annexes.map((nodes, index) => annexOf(nodes, index, facts)),
  )
}

/** The head and the notice up to a copy's own head; then each annex. Only they have headings of the first level. */
const parted = (nodes: readonly RootContent[]): RootContent[][] => {
  const starts = nodes.flatMap((node, index) => (node.type === 'heading' && node.depth === 1 ? [index] : []))
  const parts = starts.map((start, index) => nodes.slice(start + 1, starts[index + 1]))
  return parts.map((part, index) => {
    const copy = index === 0 ? part.findIndex(({ type }) => type === 'thematicBreak') : -1
    return copy === -1 ? part : part.slice(0, copy)
  })
}

const contentOf = (nodes: readonly RootContent[], { subject }: Facts): PrintedRow[] => {
  const foot = nodes.findLastIndex((node) => boldText(node) === recipientsWord)
  const body = nodes.slice(0, foot === -1 ? nodes.length : foot)
  const titled = subject !== '' && body[0] !== undefined && boldText(body[0]) !== undefined
  return markdownRows(body.slice(titled ? 1 : 0))
}

/** The words of a paragraph that is bold as a whole. */
const boldText = (node: RootContent): string | undefined => {
  if (node.type !== 'paragraph') return undefined
  const bold = node.children.every((child) => child.type === 'strong' || child.type === 'break')
  return bold ? tidy(plain(inlinesIn(node.children))) : undefined
}

const annexOf = (nodes: readonly RootContent[], index: number, facts: Facts): PrintedAnnex => {
  const known = facts.annexes[index] ?? ''
  const [first] = nodes
  const titled = first && boldText(first) !== undefined && (known !== '' || facts.annexes.length === 0)
  const title = known !== '' ? known : titled ? (boldText(first) ?? '') : ''
  const rest = nodes.slice(titled ? 1 : 0)
  const reference = rest[0]?.type === 'paragraph' ? tidy(plain(inlinesIn(rest[0].children))) : ''
  const referred = reference.startsWith('(')
  return {
    title,
    reference: referred ? reference : '',
    rows: markdownRows(rest.slice(referred ? 1 : 0)),
  }
}
