/** The Markdown of an edition → the notice that it was made of, as far as it is printed. */

import type { RootContent } from 'mdast'
import { readFrontMatter } from '../load/front-matter.ts'
import { type PrintedAnnex, printedNotice } from '../notice/as-printed.ts'
import { type FixedWords, fixedWords } from '../notice/fixed-words.ts'
import { tidy } from '../notice/looks.ts'
import { type Notice, plain } from '../notice/notice.ts'
import {
  annexLabel,
  motto,
  nationalName,
  numberLine,
  placeDateLine,
  recipientsWord,
} from '../notice/terms.ts'
import type { Report } from '../problem.ts'
import { parseMarkdown } from '../text/markdown.ts'
import { type Facts, factsOf } from './facts.ts'
import { inlinesIn, markdownRows } from './markdown-rows.ts'
import { strayWords } from './markdown-stray.ts'

export type ReadEdition = { readonly notice: Notice; readonly fixed: FixedWords }

/** Undefined when it is no edition of ours (reported). */
export const readMarkdownNotice = (
  file: string,
  bytes: Uint8Array | string,
  report: Report,
): ReadEdition | undefined => {
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
  const nodes = parseMarkdown(source.body ?? '').children
  const { head, parts } = parted(nodes)
  const [main, ...annexes] = parts
  const { foot, body } = footOf(main ?? [])
  const notice = printedNotice(
    facts,
    markdownRows(body.slice(titleIn(body, facts).length)),
    annexes.map((each, index) => annexOf(each, index, facts)),
  )
  const outside = [
    ...head,
    ...titleIn(body, facts),
    ...foot,
    ...annexes.flatMap((each, index) => annexTitleIn(each, index, facts)),
  ]
  return { notice, fixed: { ...fixedWords(notice), others: strayWords(outside, expected(facts)) } }
}

/** What the printed notice says outside its content, annex titles included; their labels follow from their number. */
const expected = (facts: Facts): string[] => [
  ...[nationalName, motto, numberLine(facts.number, facts.symbol), placeDateLine(facts.place, facts.date)],
  ...[...facts.parentBody, ...facts.issuingBody, facts.kind, facts.subject, recipientsWord],
  ...[...facts.recipients, ...facts.signature.authority, facts.signature.name],
  ...[facts.drafter ?? '', facts.urgency ?? '', facts.circulation ?? '', ...(facts.address ?? [])],
  ...facts.annexes.flatMap((title, index) => [annexLabel(index, facts.annexes.length), title]),
]

/** All headings of the first level and what stands before the first one; the notice up to a copy's own head; each annex. */
const parted = (nodes: readonly RootContent[]) => {
  const starts = nodes.flatMap((node, index) => (node.type === 'heading' && node.depth === 1 ? [index] : []))
  const parts = starts.map((start, index) => nodes.slice(start + 1, starts[index + 1]))
  return {
    head: [...nodes.slice(0, starts[0] ?? 0), ...starts.flatMap((start) => nodes[start] ?? [])],
    parts: parts.map((part, index) => {
      const copy = index === 0 ? part.findIndex(({ type }) => type === 'thematicBreak') : -1
      return copy === -1 ? part : part.slice(0, copy)
    }),
  }
}

const footOf = (nodes: readonly RootContent[]) => {
  const found = nodes.findLastIndex((node) => boldText(node) === recipientsWord)
  const at = found === -1 ? nodes.length : found
  return { body: nodes.slice(0, at), foot: nodes.slice(at) }
}

/** The subject, in bold below the kind. */
const titleIn = ([first]: readonly RootContent[], { subject }: Facts): RootContent[] =>
  subject !== '' && first !== undefined && boldText(first) !== undefined ? [first] : []

/** The words of a paragraph that is bold as a whole. */
const boldText = (node: RootContent): string | undefined => {
  if (node.type !== 'paragraph') return undefined
  const bold = node.children.every((child) => child.type === 'strong' || child.type === 'break')
  return bold ? tidy(plain(inlinesIn(node.children))) : undefined
}

const annexTitleIn = ([first]: readonly RootContent[], index: number, facts: Facts): RootContent[] =>
  first && boldText(first) !== undefined && (facts.annexes[index] ?? '') !== '' ? [first] : []

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
