/** Rows of a section as the paragraphs and tables of a Word document's body. */

import { type FileChild, Table } from 'docx'
import type { Row } from '../../layout/sheet.ts'
import { filler, paragraph, type Rules } from './paragraphs.ts'
import { columnsTable, gridTable } from './tables.ts'

type Handlers = {
  readonly [K in Row['is']]: (
    row: Extract<Row, { is: K }>,
    rules: Rules,
    pageBreakBefore: boolean,
    next: Row | undefined,
  ) => FileChild | undefined
}

const handlers: Handlers = {
  line: (line, rules, pageBreakBefore, next) =>
    // A table has no space above it: the paragraph before it keeps it clear.
    paragraph(line, rules, { pageBreakBefore, ...(next?.is === 'grid' && { below: rules.grid.before }) }),
  columns: columnsTable,
  grid: gridTable,
  // Said by the paragraph after it: a break of its own would be an empty line.
  'page-break': () => undefined,
}

export const bodyOf = (rows: readonly Row[], rules: Rules): FileChild[] => {
  const body: FileChild[] = []
  rows.forEach((row, index) => {
    const handle = handlers[row.is] as (
      row: Row,
      rules: Rules,
      breakBefore: boolean,
      next: Row | undefined,
    ) => FileChild | undefined
    const child = handle(row, rules, rows[index - 1]?.is === 'page-break', rows[index + 1])
    if (child === undefined) return
    if (child instanceof Table && body.at(-1) instanceof Table) body.push(filler())
    body.push(child)
  })
  if (!body.length || body.at(-1) instanceof Table) body.push(filler())
  return body
}
