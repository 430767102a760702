/** Lines of Markdown by what they begin with, and where they stand in the text. */

import type { Nodes } from 'mdast'
import type { Place } from './plain-paragraphs.ts'

export type Shape = 'blank' | 'heading' | 'dash' | 'number' | 'row' | 'words'

export type Line = {
  readonly shape: Shape
  /** From 1. */
  readonly number: number
  /** Where it starts in the text. */
  readonly offset: number
  readonly indent: number
  /** What stands before its words: "## ", "- ", "12. ". */
  readonly mark: string
  readonly words: string
}

/** May open a block, or end a line in a way that means something. Bold may begin a line. */
const opens = /^(?:[\s#>+_=~`|:-]|\*(?!\*[\p{L}\p{N}])|\d+[.)])| $/u
const parts = /^( *)(#{1,6} |- |\d{1,9}\. )?(.*)$/s

const lineOf = (source: string, number: number, offset: number): Line | undefined => {
  const [, { length: indent } = '', mark = '', words = ''] = parts.exec(source) ?? []
  const line = (shape: Shape): Line => ({ shape, number, offset, indent, mark, words })
  if (words === '') return mark === '' ? line('blank') : undefined
  if (mark === '' && /^\|.*\|$/.test(words)) return line('row')
  if (opens.test(words)) return undefined
  if (mark === '') return line('words')
  if (mark === '- ') return line('dash')
  if (mark.startsWith('#')) return words.includes('#') ? undefined : line('heading')
  return line('number')
}

/** Undefined when one of them may be something else. */
export const linesOf = (text: string): Line[] | undefined => {
  if (/[^\P{Cc}\n]|\ufeff/u.test(text)) return undefined
  const lines: Line[] = []
  let offset = 0
  for (const source of text.split('\n')) {
    const line = lineOf(source, lines.length + 1, offset)
    if (!line) return undefined
    lines.push(line)
    offset += source.length + 1
  }
  return lines
}

/** Where letters of a line stand, from its margin. */
export const placeOn =
  ({ number, offset }: Line): Place =>
  (index) => ({ line: number, column: index + 1, offset: offset + index })

/** From the start of the first to the end of the last. */
export const span = (nodes: readonly Nodes[]): NonNullable<Nodes['position']> => {
  const [start, end] = [nodes[0]?.position?.start, nodes.at(-1)?.position?.end]
  if (!start || !end) throw new Error('nodes without a place')
  return { start: { ...start }, end: { ...end } }
}
