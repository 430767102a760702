/** The tree of conclusions → divisions of the notice, each level under its parent: I. → 1. → a) → -. */

import type { Block, Division, Inline } from '../notice/notice.ts'
import type { Report } from '../problem.ts'
import type { ConclusionFacts } from '../resolve/facts.ts'
import { toBlocks, toInlines } from './blocks.ts'
import { boldDeadlines } from './deadlines.ts'

type Level = 'section' | 'clause' | 'point' | 'item'

const below: Readonly<Record<Level, Level>> = {
  section: 'clause',
  clause: 'point',
  point: 'item',
  item: 'item',
}

export type Manner = {
  /** The conclusions stand under a section of the template, so they start one level deeper. */
  readonly inside: boolean
  readonly boldDeadlines: boolean
  readonly report: Report
}

export const conclusionBlocks = (nodes: readonly ConclusionFacts[], manner: Manner): Block[] =>
  nodes.flatMap((node) => blocksOf(node, manner.inside || !grouped(nodes) ? 'clause' : 'section', manner))

/** Groups with titles are mục (I. II.); bare items are khoản (1. 2.). */
const grouped = (nodes: readonly ConclusionFacts[]): boolean =>
  nodes.some(
    (node) => node.heading !== null && !node.runIn && (node.items.length > 0 || node.mark !== 'number'),
  ) || nodes.filter((node) => node.mark === 'number').every((node) => node.heading !== null && !node.runIn)

const blocksOf = (node: ConclusionFacts, usual: Level, manner: Manner): Block[] => {
  const title = node.heading === null ? undefined : toInlines(node.heading)
  // Mục have titles (mục II.6d); a bare item among them counts as khoản.
  const level = node.level ?? (usual === 'section' && !title ? 'clause' : usual)
  if (level === 'item') return itemOf(node, title, manner)
  const shell = { is: level, id: node.id, mark: node.mark }
  const spoken = prose(node, shell, manner)
  const children = node.items.flatMap((item) => blocksOf(item, below[level], manner))
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
  { report, boldDeadlines: bold }: Manner,
): Block[] => {
  if (node.text === null) return []
  const blocks = toBlocks(node.text, { report, file: node.file, line: () => node.at ?? undefined, within })
  return bold ? boldDeadlines(blocks, node.deadlines) : blocks
}

/** A dash line holds one paragraph; what else its text or its items hold stands below it. */
const itemOf = (node: ConclusionFacts, title: Inline[] | undefined, manner: Manner): Block[] => {
  const [first, ...rest] = prose(node, { is: 'point', id: node.id, mark: 'none' }, manner)
  const spoken = first?.is === 'paragraph' ? first.text : []
  const others = first && first.is !== 'paragraph' ? [first, ...rest] : rest
  const lead: Inline[] = title ? [{ is: 'strong', text: title }, ...(spoken.length > 0 ? [space] : [])] : []
  const children = node.items.flatMap((item) => blocksOf(item, 'item', manner))
  const text = [...lead, ...spoken]
  return text.length > 0 ? [{ is: 'item', text, blocks: [...others, ...children] }] : [...others, ...children]
}

const space: Inline = { is: 'text', value: ' ' }
