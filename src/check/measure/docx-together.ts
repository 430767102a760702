/** Paragraphs of a Word file, all read → what one can only tell from its neighbours: shared space, strokes between them. */

import type { Book, ReadParagraph } from './docx-paragraph.ts'
import { isTypedRule, typedStrokes } from './docx-typed.ts'
import { type Hung, strokeOf } from './docx-under.ts'
import type { MeasuredParagraph, MeasuredStroke } from './measured.ts'

export type Entry = { readonly read: ReadParagraph; paragraph: MeasuredParagraph; readonly stack: string }

/** A line that waits for its neighbours. */
export type HungAt = Omit<Hung, 'anchor'> & { readonly index: number }

/** Neighbours of one style that ask for it stand without space between them. */
export const closeUp = (entries: Entry[]): void => {
  entries.forEach((entry, index) => {
    if (entry.read.look.contextual !== true) return
    const like = (other: Entry | undefined): boolean =>
      other?.stack === entry.stack && other.paragraph.style?.id === entry.paragraph.style?.id
    const [above, below] = [like(entries[index - 1]), like(entries[index + 1])]
    entry.paragraph = {
      ...entry.paragraph,
      ...(above && { before: 0 }),
      ...(below && { after: 0 }),
    }
  })
}

export const strokesOf = (
  entries: readonly Entry[],
  hung: readonly HungAt[],
  { ruler }: Book,
): MeasuredStroke[] => {
  const stacks = new Map<string, MeasuredParagraph[]>()
  for (const { stack, paragraph } of entries) stacks.set(stack, [...(stacks.get(stack) ?? []), paragraph])
  const typed = entries.flatMap(({ stack, paragraph, read }) => {
    const before = (stacks.get(stack) ?? []).findLast(
      ({ index, text }) => index < paragraph.index && text.trim() !== '' && !isTypedRule(text),
    )
    return typedStrokes(paragraph, before, read.look, ruler)
  })
  const drawn = hung.flatMap(({ index, ...rest }) => {
    const anchor = entries[index - 1]?.paragraph
    return anchor ? [strokeOf({ ...rest, anchor }, stacks, ruler)] : []
  })
  return [...drawn, ...typed]
}
