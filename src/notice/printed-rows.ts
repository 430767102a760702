/** Content of a notice → its paragraphs one below the other, as they stand on paper: labels in the words, no divisions. */

import { labels } from './labels.ts'
import { inlinesOf, type Look, looksOf, textOf } from './looks.ts'
import { type Block, type Division, type Inline, isDivision } from './notice.ts'

/** `text` holds the label where there is one; an item is without its dash, `deep` when it is a "+". */
export type PrintedRow =
  | { readonly is: 'title' | 'line'; readonly text: readonly Inline[] }
  | { readonly is: 'item'; readonly deep: boolean; readonly text: readonly Inline[] }
  | {
      readonly is: 'table'
      readonly head: readonly (readonly Inline[])[]
      readonly rows: readonly (readonly (readonly Inline[])[])[]
    }

export const printedRows = (blocks: readonly Block[], deep = false): PrintedRow[] => {
  const marks = labels(blocks)
  return blocks.flatMap((block, index): PrintedRow[] => {
    if (isDivision(block)) return division(block, marks[index])
    if (block.is === 'paragraph') return [{ is: 'line', text: block.text }]
    if (block.is === 'table') return [{ is: 'table', head: block.head, rows: block.rows }]
    return [{ is: 'item', deep, text: block.text }, ...printedRows(block.blocks, true)]
  })
}

const division = ({ title, runIn, blocks }: Division, label: string | undefined): PrintedRow[] => {
  const lead: Inline[] = label === undefined ? [] : [{ is: 'text', value: `${label} ` }]
  if (title && !runIn) return [{ is: 'title', text: [...lead, ...title] }, ...printedRows(blocks)]
  const [first, ...rest] = blocks
  const opens = first?.is === 'paragraph'
  const spoken: Inline[] = [
    ...lead,
    ...(title ? [{ is: 'strong', text: title } as const, { is: 'text', value: ' ' } as const] : []),
    ...(opens ? first.text : []),
  ]
  return [{ is: 'line', text: spoken }, ...printedRows(opens ? rest : blocks)]
}

/**
 * The same rows from whatever told of them: a wholly bold line is a title, a line with a dash is an item, one space is
 * as good as another, and what is blank is gone.
 */
export const settled = (rows: readonly PrintedRow[]): PrintedRow[] =>
  rows.flatMap((row): PrintedRow[] => {
    if (row.is === 'table') return [tableOf(row)]
    const looks = looksOf(row.text)
    if (looks.length === 0) return []
    if (row.is === 'item') return [{ ...row, text: inlinesOf(looks) }]
    if (row.is === 'title' || looks.every(({ strong }) => strong)) return [titleOf(looks)]
    const [first, second] = looks
    return first && /^[-–+]$/.test(first.text) && second?.text === ' '
      ? [{ is: 'item', deep: first.text === '+', text: inlinesOf(looks.slice(2)) }]
      : [{ is: 'line', text: inlinesOf(looks) }]
  })

/** A number alone is no title. */
const titleOf = (looks: readonly Look[]): PrintedRow => ({
  is: /^(\*|[IVXLCDM]+\.|\d{1,9}\.|\p{Ll}{1,2}\))$/u.test(textOf(looks)) ? 'line' : 'title',
  text: inlinesOf(unlooked(looks)),
})

/** Titles and heads of tables are bold by themselves. */
const unlooked = (looks: readonly Look[]): Look[] => looks.map((look) => ({ ...look, strong: false }))

const tableOf = ({ head, rows }: Extract<PrintedRow, { is: 'table' }>): PrintedRow => {
  const width = Math.max(head.length, ...rows.map((row) => row.length))
  const row = (cells: readonly (readonly Inline[])[], as: (looks: Look[]) => Look[]) =>
    Array.from({ length: width }, (_, column) => inlinesOf(as(looksOf(cells[column] ?? []))))
  return { is: 'table', head: row(head, unlooked), rows: rows.map((cells) => row(cells, (looks) => looks)) }
}
