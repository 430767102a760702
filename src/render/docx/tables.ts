/** Head, foot and grids as Word tables of fixed width that begin at the text's left margin. */

import {
  BorderStyle,
  type ITableBordersOptions,
  type Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import type { Change, Columns, Grid, Line } from '../../layout/sheet.ts'
import { type Mm, pointsToTwips, toTwips } from '../../layout/units.ts'
import { endsOf } from './ends.ts'
import { filler, framedParagraph, paragraph, type Rules, type Setting } from './paragraphs.ts'
import { marking } from './revisions.ts'
import { black } from './styles.ts'

type Place = { readonly pageBreakBefore: boolean }

export const columnsTable = (columns: Columns, rules: Rules, { pageBreakBefore }: Place): Table => {
  const above = columns.role === 'foot' ? rules.foot.before : 0
  const cell = (lines: readonly Line[], row: number, column: number): Paragraph[] =>
    endsOf(lines, columns.changes?.[row]).map((end, index) => {
      const { line } = end
      return line.frame === undefined
        ? paragraph(line, rules, {
            // A table has no space above it and no break before it: its first paragraphs carry them.
            ...(row === 0 && index === 0 && { above, pageBreakBefore: pageBreakBefore && column === 0 }),
            // Every row but the last stays with the next one; the last where what follows wants it.
            keepNext: row < columns.rows.length - 1 || columns.keepNext === true,
            end,
          })
        : framedParagraph(line, rules, 0, columns.widths[column], end.mark)
    })
  return table(columns.widths, 0, TableBorders.NONE, [
    ...columns.rows.map((cells, row) =>
      tableRow(
        columns.widths,
        cells.map((lines, column) => cell(lines, row, column)),
        { change: columns.changes?.[row] },
      ),
    ),
  ])
}

export const gridTable = (grid: Grid, rules: Rules, { pageBreakBefore }: Place): Table => {
  const cell = (line: Line, change: Change | undefined, setting: Setting): Paragraph[] =>
    endsOf([line], change).map((end) => paragraph(line, rules, { ...setting, end }))
  const head = grid.head.map((line, column) =>
    cell(line, grid.change, { keepNext: true, pageBreakBefore: pageBreakBefore && column === 0 }),
  )
  const numbers = grid.numbers?.map((line) => cell(line, grid.change, { keepNext: true }))
  const rows = grid.rows.map((cells, row) =>
    cells.map((line, column) => {
      const align = grid.align[column]
      return cell(line, grid.changes?.[row], align ? { align } : {})
    }),
  )
  return table(grid.widths, pointsToTwips(rules.grid.padding), ruled(rules), [
    tableRow(grid.widths, head, { header: true, change: grid.change }),
    ...(numbers ? [tableRow(grid.widths, numbers, { header: true, change: grid.change })] : []),
    ...rows.map((cells, row) => tableRow(grid.widths, cells, { change: grid.changes?.[row] })),
  ])
}

const table = (
  widths: readonly Mm[],
  padding: number,
  borders: ITableBordersOptions,
  rows: readonly TableRow[],
): Table =>
  new Table({
    // Word goes by the cells, LibreOffice by the grid: both are told, or one of them guesses.
    columnWidths: widths.map(toTwips),
    width: { size: sum(widths.map(toTwips)), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    indent: { size: 0, type: WidthType.DXA },
    // Without these Word pads each cell by 1.9 mm at the sides.
    margins: { top: padding, bottom: padding, left: padding, right: padding, marginUnitType: WidthType.DXA },
    borders,
    rows,
  })

const tableRow = (
  widths: readonly Mm[],
  cells: readonly Paragraph[][],
  { header = false, change }: { readonly header?: boolean; readonly change?: Change | undefined } = {},
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

const ruled = (rules: Rules): ITableBordersOptions => {
  // Borders are measured in eighths of a point.
  const side = { style: BorderStyle.SINGLE, size: Math.round(rules.grid.stroke * 8), color: black }
  return { top: side, bottom: side, left: side, right: side, insideHorizontal: side, insideVertical: side }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
