/** A notice → the extract of it (trích sao): its parts in full, and of its content what is asked for (NĐ 30/2020, Điều 25 khoản 3). */

import { type Block, type Copy, isDivision, type Notice, type Paragraph } from './notice.ts'
import { leftOut } from './terms.ts'

/** Ids of a division and of those it stands in, the nearest first. */
export type Chain = readonly string[]

/**
 * Kept are the opening up to the first division, the divisions that are asked for (each by the first of its chain that is
 * a division of its own) under the titles they stand in and with their own numbers, and the closing paragraph. What is
 * left out between them shows as "[…]". When something asked for is no division, everything is kept.
 */
export const extractOf = (notice: Notice, wanted: readonly Chain[], copy: Copy): Notice => {
  const { annexes: _, ...rest } = notice
  const there = new Set(idsOf(notice.content))
  const chosen = wanted.map((chain) => chain.find((id) => there.has(id)))
  const content = chosen.includes(undefined)
    ? notice.content
    : marked(notice.content, kept(notice.content, new Set(chosen as string[]), true))
  return { ...rest, content: ended(content), copy }
}

const idsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (isDivision(block) ? [block.id, ...idsOf(block.blocks)] : []))

/** What remains of each block, in step with `blocks`; undefined where nothing does. */
const kept = (blocks: readonly Block[], chosen: ReadonlySet<string>, top = false): (Block | undefined)[] => {
  const first = blocks.findIndex(isDivision)
  const last = blocks.findLastIndex(isDivision)
  const counts = { section: 0, clause: 0, point: 0 }
  return blocks.map((block, index) => {
    if (!isDivision(block)) return index < first || (top && index > last) ? block : undefined
    const numbered = block.mark === 'number'
    if (numbered) counts[block.is] = block.counted ?? counts[block.is] + 1
    const counted = numbered ? { counted: counts[block.is] } : {}
    if (chosen.has(block.id)) return { ...block, ...counted }
    const inside = kept(block.blocks, chosen)
    if (!inside.some((each) => each !== undefined && isDivision(each))) return undefined
    return { ...block, ...counted, blocks: marked(block.blocks, inside) }
  })
}

/** One "[…]" for whatever is missing in one place. */
const marked = (blocks: readonly Block[], remaining: readonly (Block | undefined)[]): Block[] =>
  blocks.flatMap((_, index): Block[] => {
    const block = remaining[index]
    if (block) return [block]
    return index > 0 && remaining[index - 1] === undefined ? [] : [gap]
  })

const gap: Paragraph = { is: 'paragraph', text: [{ is: 'text', value: leftOut }] }

/** The content still ends with "./." when its end was left out. */
const ended = (blocks: readonly Block[]): Block[] =>
  blocks.at(-1) === gap
    ? [...blocks.slice(0, -1), { is: 'paragraph', text: [{ is: 'text', value: `${leftOut}./.` }] }]
    : [...blocks]
