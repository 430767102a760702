/** The cells of ruled tables → paragraphs, each with its place in its table. */

import type { Setting } from './pdf-align.ts'
import type { Area } from './pdf-area.ts'
import { columnParagraphs } from './pdf-column-text.ts'
import type { Draft } from './pdf-drafts.ts'
import type { Stretch } from './pdf-layout.ts'
import type { Piece } from './pdf-lines.ts'

/** What has been seen of tables so far; `open`: nothing stands below the last one yet. */
export type Tables = { count: number; rows: number; xs: readonly number[]; open: boolean }

export const noTables = (): Tables => ({ count: 0, rows: 0, xs: [], open: false })

/** A table at the top of a page with the columns of the one before it goes on. */
export const tableDrafts = (
  stretch: Extract<Stretch, { is: 'table' }>,
  area: Area,
  tables: Tables,
): Draft[] => {
  const goesOn =
    tables.open &&
    tables.xs.length === stretch.xs.length &&
    tables.xs.every((x, index) => Math.abs(x - (stretch.xs[index] ?? 0)) < 2)
  if (!goesOn) Object.assign(tables, { count: tables.count + 1, rows: 0 })
  const first = tables.rows
  tables.xs = stretch.xs
  return stretch.cells.flatMap(({ place, lines }) => {
    const edges = cellEdges(stretch.xs, place.column)
    tables.rows = Math.max(tables.rows, first + place.row)
    return columnParagraphs(lines, edges).map(
      (paragraph): Draft => ({
        lines: paragraph,
        area,
        setting: cellSetting(paragraph, edges),
        column: 'full',
        within: 'body',
        cell: { table: tables.count, row: first + place.row, column: place.column, bordered: true },
      }),
    )
  })
}

const cellEdges = (xs: readonly number[], column: number) => ({
  left: xs[column - 1] ?? 0,
  right: xs[column] ?? 0,
})

/** Text as far from the left edge of its cell as from the right one is centred. */
const cellSetting = (lines: readonly Piece[], { left, right }: { left: number; right: number }): Setting => {
  const off = lines.map((line) => line.left - left - (right - line.right))
  if (off.every((each) => Math.abs(each) < 2)) return { align: 'centre' }
  return off.every((each) => each > 4) ? { align: 'right' } : {}
}
