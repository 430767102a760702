/** The tree of conclusions → divisions of the notice, each level under its parent: I. → 1. → a) → -. */

import type { Block, Division, Inline } from '../notice/notice.ts'
import type { Report } from '../problem.ts'
import type { ConclusionFacts } from '../resolve/facts.ts'
import { toBlocks, toInlines } from './blocks.ts'

type Level = 'section' | 'clause' | 'point' | 'item'

const below: Readonly<Record<Level, Level>> = {
  section: 'clause',
  clause: 'point',
  point: 'item',
  item: 'item',
}

/** `inside`: the conclusions stand under a section of the template, so they start one level deeper. */
export const conclusionBlocks = (
  nodes: readonly ConclusionFacts[],
  inside: boolean,
  report: Report,
): Block[] =>
  nodes.flatMap((node) => blocksOf(node, inside || !grouped(nodes) ? 'clause' : 'section', report))

/** Groups with titles are mục (I. II.); bare items are khoản (1. 2.). */
const grouped = (nodes: readonly ConclusionFacts[]): boolean =>
  nodes.some(
    (node) => node.heading !== null && !node.runIn && (node.items.length > 0 || node.mark !== 'number'),
  ) || nodes.filter((node) => node.mark === 'number').every((node) => node.heading !== null && !node.runIn)

const blocksOf = (node: ConclusionFacts, usual: Level, report: Report): Block[] => {
  const level = node.level ?? usual
  const title = node.heading === null ? undefined : toInlines(node.heading)
  if (level === 'item') return itemOf(node, title, report)
  const shell = { is: level, id: node.id, mark: node.mark }
  const spoken = prose(node, shell, report)
  const children = node.items.flatMap((item) => blocksOf(item, below[level], report))
  if (!title && node.mark === 'none') return [...spoken, ...children]
  return [
    {
      ...shell,
      ...(title ? { title } : {}),
      ...(title && node.runIn ? { runIn: true as const } : {}),
      blocks: [...spoken, ...children],
    },
  ]
}

const prose = (
  node: ConclusionFacts,
  within: Pick<Division, 'is' | 'id' | 'mark'>,
  report: Report,
): Block[] =>
  node.text === null
    ? []
    : toBlocks(node.text, { report, file: node.file, line: () => node.at ?? undefined, within })

/** A dash line holds one paragraph; what else its text or its items hold stands below it. */
const itemOf = (node: ConclusionFacts, title: Inline[] | undefined, report: Report): Block[] => {
  const [first, ...rest] = prose(node, { is: 'point', id: node.id, mark: 'none' }, report)
  const spoken = first?.is === 'paragraph' ? first.text : []
  const others = first && first.is !== 'paragraph' ? [first, ...rest] : rest
  const lead: Inline[] = title ? [{ is: 'strong', text: title }, ...(spoken.length > 0 ? [space] : [])] : []
  const children = node.items.flatMap((item) => blocksOf(item, 'item', report))
  const text = [...lead, ...spoken]
  return text.length > 0 ? [{ is: 'item', text, blocks: [...others, ...children] }] : [...others, ...children]
}

const space: Inline = { is: 'text', value: ' ' }
