/** Content of a notice into mdast, with the labels that are printed: "## I. …", "### 1. …", "1. …", "a) …", "- …". */

import type { Table as MarkdownTable } from 'mdast'
import { isCapitalTitle, labels } from '../notice/labels.ts'
import { type Block, type Division, type Inline, isDivision, type Table } from '../notice/notice.ts'
import { onOneLine, paragraphs, phrasing } from './markdown-inlines.ts'
import { type Flow, joined, listOf } from './markdown-lists.ts'

/** A text of a part as the rules want it printed. */
export type Letters = (part: string, text: string) => string

export const contentOf = (blocks: readonly Block[], letters: Letters): Flow[] => {
  const marks = labels(blocks)
  return joined(
    blocks.flatMap((block, index): Flow[] => {
      if (isDivision(block)) return divided(block, marks[index], letters)
      if (block.is === 'table') return [table(block)]
      if (block.is === 'paragraph') return paragraphs(block.text)
      return [listOf([[...paragraphs(block.text), ...contentOf(block.blocks, letters)]])]
    }),
  )
}

const depths = { section: 2, clause: 3, point: 4 } as const

const divided = (block: Division, label: string | undefined, letters: Letters): Flow[] => {
  const { title, blocks } = block
  if (title && !block.runIn) return [...titled(block, title, label, letters), ...contentOf(blocks, letters)]

  const [first, ...rest] = blocks
  const opens = first?.is === 'paragraph'
  const opening = spaced(title ? [{ is: 'strong', text: onOneLine(title) }] : [], opens ? first.text : [])
  const inside = contentOf(opens ? rest : blocks, letters)
  if (block.is === 'clause' && block.mark === 'number')
    return [listOf([[...paragraphs(opening), ...inside]], Number.parseInt(label ?? '', 10))]
  return [...paragraphs(spaced(labelText(label), opening)), ...inside]
}

const labelText = (label: string | undefined): Inline[] =>
  label === undefined ? [] : [{ is: 'text', value: label }]

const titled = (
  block: Division,
  title: readonly Inline[],
  label: string | undefined,
  letters: Letters,
): Flow[] => {
  const words = isCapitalTitle(block) ? inLetters(title, (text) => letters('section', text)) : title
  const text = spaced(labelText(label), onOneLine(words))
  return block.is === 'section' || block.mark === 'number'
    ? [{ type: 'heading', depth: depths[block.is], children: phrasing(text) }]
    : paragraphs([{ is: 'strong', text }])
}

const inLetters = (inlines: readonly Inline[], change: (text: string) => string): Inline[] =>
  inlines.map((inline): Inline => {
    if (inline.is === 'break') return inline
    return inline.is === 'text'
      ? { is: 'text', value: change(inline.value) }
      : { is: inline.is, text: inLetters(inline.text, change) }
  })

const spaced = (left: readonly Inline[], right: readonly Inline[]): Inline[] =>
  left.length > 0 && right.length > 0 ? [...left, { is: 'text', value: ' ' }, ...right] : [...left, ...right]

const aligns = { left: null, centre: 'center', right: 'right', justify: null } as const

const table = ({ head, align, rows }: Table): MarkdownTable => ({
  type: 'table',
  align: align.map((side) => aligns[side]),
  children: [head, ...rows].map((cells) => ({
    type: 'tableRow',
    children: cells.map((text) => ({ type: 'tableCell', children: phrasing(onOneLine(text)) })),
  })),
})
