/** Does a Word file run over one page? It has no pages, so its height is reckoned. */

import { toMm } from '../layout/units.ts'
import type { Context } from './against-decree-fault.ts'
import type { MeasuredParagraph } from './measure/measured.ts'
import { heightOf } from './measure/text-lines.ts'

/** Shares of a page within which a reckoned height says nothing. */
const doubtful = { from: 0.85, to: 1.15 } as const

/** Pages are counted anew in each annex, so each is a text of its own. */
export const hasSeveralPages = (context: Context): 'yes' | 'no' | 'unknown' => {
  const { measured, annexes } = context.identified
  const body = measured.paragraphs.filter(({ within }) => within === 'body')
  const starts = [0, ...annexes.flatMap(([label]) => (label ? [label.paragraph.index] : []))]
  const answers = starts.map((from, index) => {
    const to = starts[index + 1] ?? Number.POSITIVE_INFINITY
    return runsOver(
      body.filter((paragraph) => paragraph.index >= from && paragraph.index < to),
      context,
    )
  })
  return answers.includes('yes') ? 'yes' : answers.includes('unknown') ? 'unknown' : 'no'
}

const runsOver = (
  [first, ...rest]: readonly MeasuredParagraph[],
  { identified, ruler }: Context,
): 'yes' | 'no' | 'unknown' => {
  if (!first || rest.some(({ newPage }) => newPage)) return first ? 'yes' : 'no'
  const page = identified.measured.pages.find(({ number }) => number === first.section)
  if (!page?.margins) return 'unknown'
  const room = page.height - (page.margins.top ?? 0) - (page.margins.bottom ?? 0)
  const share = textHeight([first, ...rest], (paragraph) => heightOf(paragraph, ruler)) / room
  return share < doubtful.from ? 'no' : share > doubtful.to ? 'yes' : 'unknown'
}

/** Cells of a row stand side by side: the highest counts. */
const textHeight = (
  paragraphs: readonly MeasuredParagraph[],
  height: (paragraph: MeasuredParagraph) => number,
): number => {
  const rows = new Map<string, Map<number, number>>()
  let total = 0
  let after = 0
  for (const paragraph of paragraphs) {
    const gap = toMm(Math.max(after, paragraph.before ?? 0))
    const { cell } = paragraph
    if (cell) {
      const row = rows.get(`${cell.table} ${cell.row}`) ?? new Map<number, number>()
      row.set(cell.column, (row.get(cell.column) ?? 0) + height(paragraph) + toMm(paragraph.before ?? 0))
      rows.set(`${cell.table} ${cell.row}`, row)
      after = 0
    } else {
      total += gap + height(paragraph)
      after = paragraph.after ?? 0
    }
  }
  for (const row of rows.values()) total += Math.max(0, ...row.values())
  return total
}
