/** Rows of a section as the paragraphs and tables of a Word document's body. */

import type { Change, Line, Row } from '../../layout/sheet.ts'
import { type Ended, endsOf } from './ends.ts'
import type { Forms } from './forms.ts'
import { fillerXml, paragraphXml } from './paragraphs.ts'
import { columnsTable, gridTable } from './tables.ts'

/** A paragraph or table of the body. */
export type Block = { readonly is: 'paragraph' | 'table'; readonly xml: string }

type Place = {
  readonly pageBreakBefore: boolean
  readonly next: Row | undefined
  readonly end: Ended | undefined
}

type Handlers = {
  readonly [K in Row['is']]: (row: Extract<Row, { is: K }>, forms: Forms, place: Place) => string | undefined
}

const handlers: Handlers = {
  line: (line, forms, { pageBreakBefore, next, end }) =>
    paragraphXml(line, forms, {
      pageBreakBefore,
      // A table has no space above it: the paragraph before it keeps it clear.
      ...(next?.is === 'grid' && { below: forms.rules.grid.before }),
      ...(end && { end }),
    }),
  columns: columnsTable,
  grid: gridTable,
  // Said by the paragraph after it: a break of its own would be an empty line.
  'page-break': () => undefined,
}

/** `last`: what became of the section's end in a redline. */
export const bodyOf = (rows: readonly Row[], forms: Forms, last?: Change): Block[] => {
  const body: Block[] = []
  const ends = endsIn(rows, last)
  rows.forEach((row, index) => {
    const handle = handlers[row.is] as (row: Row, forms: Forms, place: Place) => string | undefined
    const xml = handle(row, forms, {
      pageBreakBefore: rows[index - 1]?.is === 'page-break',
      next: rows[index + 1],
      end: ends.get(row),
    })
    if (xml === undefined) return
    const is = row.is === 'line' ? 'paragraph' : 'table'
    if (is === 'table' && body.at(-1)?.is === 'table')
      body.push({ is: 'paragraph', xml: fillerXml(forms, row.is === 'grid' ? forms.rules.grid.before : 0) })
    body.push({ is, xml })
  })
  if (body.at(-1)?.is !== 'paragraph') body.push({ is: 'paragraph', xml: fillerXml(forms, 0, last) })
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
