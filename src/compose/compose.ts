/** Facts + template → Notice: fill → parse → blocks; the content ends with "./.". */

import type { Annex, Block, Inline, Notice } from '../notice/notice.ts'
import { annexReference } from '../notice/terms.ts'
import type { Report } from '../problem.ts'
import type { AnnexFacts, Facts } from '../resolve/facts.ts'
import { toBlocks, toInlines } from './blocks.ts'
import { conclusionBlocks } from './conclusions.ts'
import { conclusionsMark } from './helpers.ts'
import type { Templates } from './template.ts'

/** Undefined when the template or the content has errors (reported). */
export const compose = (
  facts: Facts,
  template: string,
  templates: Templates,
  report: Report,
): Notice | undefined => {
  const file = templates.source(template)?.file ?? template
  const markdown = templates.fill(template, facts, report)
  if (markdown === undefined) return undefined
  let failed = false
  const saying: Report = (problem) => {
    if (problem.level === 'error') failed = true
    report(problem)
  }
  const filled = toBlocks(markdown, { report: saying, file, line: () => undefined, rule: 'template/block' })
  const content = ended(placed(filled, facts, false, saying))
  if (content.length === 0) {
    saying({
      rule: 'compose/missing-part',
      level: 'error',
      message: 'mẫu không cho ra nội dung nào, cần ít nhất một đoạn',
      file,
      cite,
    })
  }
  const annexes = facts.annexes.map((annex) => annexOf(annex, facts, saying))
  if (failed) return undefined
  return {
    schema: 1,
    id: facts.id,
    language: 'vi',
    parentBody: facts.body.parent,
    issuingBody: facts.body.lines,
    ...(facts.number === null ? {} : { number: facts.number }),
    symbol: facts.symbol,
    place: facts.body.place,
    ...(facts.date === null ? {} : { date: facts.date }),
    kind: facts.kind.name,
    subject: facts.subject,
    basis: facts.basis.map(toInlines),
    content,
    signature: facts.signatory,
    recipients: facts.recipients,
    ...(facts.drafter === null ? {} : { drafter: facts.drafter }),
    ...(facts.urgency === null ? {} : { urgency: facts.urgency }),
    ...(facts.circulation === null ? {} : { circulation: facts.circulation }),
    ...(facts.body.address.length === 0 ? {} : { address: facts.body.address }),
    ...(annexes.length === 0 ? {} : { annexes }),
  }
}

/** Mục III.1: an electronic document leaves the places of the reference blank. */
const annexOf = (
  annex: AnnexFacts,
  { kind, number, symbol, date, body, options }: Facts,
  report: Report,
): Annex => {
  const { file } = annex
  const filled = options.paper && number !== null
  return {
    id: annex.id,
    title: annex.title,
    reference: annexReference(
      kind.name,
      filled ? number : undefined,
      symbol,
      filled ? (date ?? undefined) : undefined,
      body.name,
    ),
    content: toBlocks(annex.text, { report, file, line: () => annex.at ?? undefined }),
    ...(annex.landscape === null ? {} : { landscape: annex.landscape }),
  }
}

const cite = 'NĐ 30/2020/NĐ-CP, Điều 8'

/** The conclusions in the place where the template has their mark. */
const placed = (blocks: readonly Block[], facts: Facts, inside: boolean, report: Report): Block[] =>
  blocks.flatMap((block): Block[] => {
    if (block.is === 'paragraph')
      return isMark(block.text)
        ? conclusionBlocks(facts.conclusions, { inside, boldDeadlines: facts.options.boldDeadlines, report })
        : [block]
    if (block.is === 'table') return [block]
    return [{ ...block, blocks: placed(block.blocks, facts, inside || block.is === 'section', report) }]
  })

const isMark = (text: readonly Inline[]): boolean =>
  text.length === 1 && text[0]?.is === 'text' && text[0].value === conclusionsMark

/** "./." closes the content (Phụ lục III), in place of whatever mark stands there. */
const ended = (blocks: readonly Block[]): Block[] => {
  const last = blocks.at(-1)
  if (!last) return []
  const before = blocks.slice(0, -1)
  if (last.is === 'table') return [...blocks, { is: 'paragraph', text: [{ is: 'text', value: './.' }] }]
  if (last.is === 'paragraph') return [...before, { ...last, text: closed(last.text) }]
  if (last.blocks.length > 0) return [...before, { ...last, blocks: ended(last.blocks) }]
  if (last.is === 'item') return [...before, { ...last, text: closed(last.text) }]
  return [...before, last.title ? { ...last, title: closed(last.title) } : last]
}

const closed = (text: readonly Inline[]): Inline[] => {
  const words = unmarked(text)
  const last = words.at(-1)
  return last?.is === 'text'
    ? [...words.slice(0, -1), { is: 'text', value: `${last.value}./.` }]
    : [...words, { is: 'text', value: './.' }]
}

/** Without the mark at its end, however deep in bold or italics it stands. */
const unmarked = (text: readonly Inline[]): Inline[] => {
  const last = text.at(-1)
  const before = text.slice(0, -1)
  if (!last) return []
  if (last.is === 'break') return unmarked(before)
  if (last.is === 'text') {
    const value = last.value.replace(/[\s.;:,/]*$/, '')
    return value === '' ? unmarked(before) : [...before, { is: 'text', value }]
  }
  const inner = unmarked(last.text)
  return inner.length === 0 ? unmarked(before) : [...before, { ...last, text: inner }]
}
