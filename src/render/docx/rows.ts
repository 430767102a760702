/** Rows of a section as the paragraphs and tables of a Word document's body. */

import { type FileChild, Table } from 'docx'
import type { Change, Line, Row } from '../../layout/sheet.ts'
import { type Ended, endsOf } from './ends.ts'
import { filler, paragraph, type Rules } from './paragraphs.ts'
import { columnsTable, gridTable } from './tables.ts'

type Place = {
  readonly pageBreakBefore: boolean
  readonly next: Row | undefined
  readonly end: Ended | undefined
}

type Handlers = {
  readonly [K in Row['is']]: (
    row: Extract<Row, { is: K }>,
    rules: Rules,
    place: Place,
  ) => FileChild | undefined
}

const handlers: Handlers = {
  line: (line, rules, { pageBreakBefore, next, end }) =>
    paragraph(line, rules, {
      pageBreakBefore,
      // A table has no space above it: the paragraph before it keeps it clear.
      ...(next?.is === 'grid' && { below: rules.grid.before }),
      ...(end && { end }),
    }),
  columns: columnsTable,
  grid: gridTable,
  // Said by the paragraph after it: a break of its own would be an empty line.
  'page-break': () => undefined,
}

/** `last`: what became of the section's end in a redline. */
export const bodyOf = (rows: readonly Row[], rules: Rules, last?: Change): FileChild[] => {
  const body: FileChild[] = []
  const ends = endsIn(rows, last)
  rows.forEach((row, index) => {
    const handle = handlers[row.is] as (row: Row, rules: Rules, place: Place) => FileChild | undefined
    const child = handle(row, rules, {
      pageBreakBefore: rows[index - 1]?.is === 'page-break',
      next: rows[index + 1],
      end: ends.get(row),
    })
    if (child === undefined) return
    if (child instanceof Table && body.at(-1) instanceof Table)
      body.push(filler(row.is === 'grid' ? rules.grid.before : 0))
    body.push(child)
  })
  if (!body.length || body.at(-1) instanceof Table) body.push(filler(0, last))
  return body
}

/** Lines between two tables are one column. */
const endsIn = (rows: readonly Row[], last: Change | undefined): Map<Row, Ended> => {
  const ends = new Map<Row, Ended>()
  let column: Line[] = []
  const close = (mark?: Change): void => {
    for (const end of endsOf(column, mark)) ends.set(end.line, end)
    column = []
  }
  for (const row of rows) {
    if (row.is === 'line') column.push(row)
    else close()
  }
  close(last)
  return ends
}
