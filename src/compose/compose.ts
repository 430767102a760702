/** Facts + template → Notice: fill → parse → blocks; the content ends with "./.". */

import type { Block, Inline, Notice } from '../notice/notice.ts'
import type { Report } from '../problem.ts'
import type { Facts } from '../resolve/facts.ts'
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
  }
}

const cite = 'NĐ 30/2020/NĐ-CP, Điều 8'

/** The conclusions in the place where the template has their mark. */
const placed = (blocks: readonly Block[], facts: Facts, inside: boolean, report: Report): Block[] =>
  blocks.flatMap((block): Block[] => {
    if (block.is === 'paragraph')
      return isMark(block.text) ? conclusionBlocks(facts.conclusions, inside, report) : [block]
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
  return last.is === 'item' ? [...before, { ...last, text: closed(last.text) }] : [...before, last]
}

const closed = (text: readonly Inline[]): Inline[] => {
  const last = text.at(-1)
  const before = text.slice(0, -1)
  if (last?.is === 'text') return [...before, { is: 'text', value: last.value.replace(/[\s.;:,/]*$/, './.') }]
  if (last?.is === 'break') return closed(before)
  return last ? [...text, { is: 'text', value: './.' }] : []
}
