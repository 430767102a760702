/** The body of a document the long way round: every paragraph and table an object of docx, as without forms. */

import {
  BorderStyle,
  type FileChild,
  type ITableBordersOptions,
  type Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import type { Change, Columns, Grid, Line, Row } from '../../src/layout/sheet.ts'
import { pointsToTwips, toTwips } from '../../src/layout/units.ts'
import { type Ended, endsOf } from '../../src/render/docx/ends.ts'
import {
  filler,
  framedParagraph,
  paragraph,
  type Rules,
  type Setting,
} from '../../src/render/docx/paragraphs.ts'
import { marking } from '../../src/render/docx/revisions.ts'

/** `last`: what became of the end of the section in a redline. */
export const objectsOf = (rows: readonly Row[], rules: Rules, last?: Change): FileChild[] => {
  const body: FileChild[] = []
  const ends = endsIn(rows, last)
  for (const [index, row] of rows.entries()) {
    if (row.is === 'page-break') continue
    const pageBreakBefore = rows[index - 1]?.is === 'page-break'
    const end = row.is === 'line' ? ends.get(row) : undefined
    if (row.is !== 'line' && body.at(-1) instanceof Table)
      body.push(filler(row.is === 'grid' ? rules.grid.before : 0))
    if (row.is === 'line')
      body.push(
        paragraph(row, rules, {
          pageBreakBefore,
          ...(rows[index + 1]?.is === 'grid' && { below: rules.grid.before }),
          ...(end && { end }),
        }),
      )
    else
      body.push(
        row.is === 'grid'
          ? gridTable(row, rules, pageBreakBefore)
          : columnsTable(row, rules, pageBreakBefore),
      )
  }
  if (!body.length || body.at(-1) instanceof Table) body.push(filler(0, last))
  return body
}

const endsIn = (rows: readonly Row[], last: Change | undefined): Map<Line, Ended> => {
  const columns: Line[][] = [[]]
  for (const row of rows) {
    if (row.is === 'line') columns.at(-1)?.push(row)
    else columns.push([])
  }
  const ends = columns.flatMap((lines, index) =>
    endsOf(lines, index === columns.length - 1 ? last : undefined),
  )
  return new Map(ends.map((end) => [end.line, end]))
}

const columnsTable = (columns: Columns, rules: Rules, pageBreakBefore: boolean): Table => {
  const { widths, role, changes, keepNext } = columns
  const above = role === 'foot' ? rules.foot.before : 0
  const cell = (lines: readonly Line[], row: number, column: number): Paragraph[] =>
    endsOf(lines, changes?.[row]).map((end, index) =>
      end.line.frame === undefined
        ? paragraph(end.line, rules, {
            ...(row === 0 && index === 0 && { above, pageBreakBefore: pageBreakBefore && column === 0 }),
            keepNext: row < columns.rows.length - 1 || keepNext === true,
            end,
          })
        : framedParagraph(end.line, rules, 0, widths[column], end.mark),
    )
  const rows = columns.rows.map((cells, row) =>
    tableRow(
      widths,
      cells.map((lines, column) => cell(lines, row, column)),
      false,
      changes?.[row],
    ),
  )
  return table(widths, 0, TableBorders.NONE, rows)
}

const gridTable = (grid: Grid, rules: Rules, pageBreakBefore: boolean): Table => {
  const cell = (line: Line, change: Change | undefined, setting: Setting): Paragraph[] =>
    endsOf([line], change).map((end) => paragraph(line, rules, { ...setting, end }))
  const head = grid.head.map((line, column) =>
    cell(line, grid.change, { keepNext: true, pageBreakBefore: pageBreakBefore && column === 0 }),
  )
  const numbers = grid.numbers?.map((line) => cell(line, grid.change, { keepNext: true }))
  const side = { style: BorderStyle.SINGLE, size: Math.round(rules.grid.stroke * 8), color: '000000' }
  const borders = {
    top: side,
    bottom: side,
    left: side,
    right: side,
    insideHorizontal: side,
    insideVertical: side,
  }
  return table(grid.widths, pointsToTwips(rules.grid.padding), borders, [
    tableRow(grid.widths, head, true, grid.change),
    ...(numbers ? [tableRow(grid.widths, numbers, true, grid.change)] : []),
    ...grid.rows.map((cells, row) =>
      tableRow(
        grid.widths,
        cells.map((line, column) => {
          const align = grid.align[column]
          return cell(line, grid.changes?.[row], align ? { align } : {})
        }),
        false,
        grid.changes?.[row],
      ),
    ),
  ])
}

const table = (
  widths: readonly number[],
  padding: number,
  borders: ITableBordersOptions,
  rows: readonly TableRow[],
): Table =>
  new Table({
    columnWidths: widths.map(toTwips),
    width: { size: widths.map(toTwips).reduce((total, width) => total + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    indent: { size: 0, type: WidthType.DXA },
    margins: { top: padding, bottom: padding, left: padding, right: padding, marginUnitType: WidthType.DXA },
    borders,
    rows,
  })

const tableRow = (
  widths: readonly number[],
  cells: readonly Paragraph[][],
  header: boolean,
  change: Change | undefined,
): TableRow =>
  new TableRow({
    cantSplit: true,
    ...(header && { tableHeader: true }),
    ...marking(change),
    children: cells.map(
      (children, column) =>
        new TableCell({
          width: { size: toTwips(widths[column] ?? 0), type: WidthType.DXA },
          children: children.length > 0 ? children : [filler()],
        }),
    ),
  })
