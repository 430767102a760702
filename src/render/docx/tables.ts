/** Head, foot and grids as Word tables of fixed width that begin at the text's left margin. */

import {
  BorderStyle,
  type ITableBordersOptions,
  Paragraph,
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
import { type Form, type Forms, formFor, formOf, numberPlace, place } from './forms.ts'
import { xmlOf } from './library.ts'
import { fillerXml, framedParagraph, paragraphXml, type Rules, type Setting } from './paragraphs.ts'
import { marking } from './revisions.ts'
import { black } from './styles.ts'

type Place = { readonly pageBreakBefore: boolean }

export const columnsTable = (columns: Columns, forms: Forms, { pageBreakBefore }: Place): string => {
  const { rules } = forms
  const above = columns.role === 'foot' ? rules.foot.before : 0
  const cell = (lines: readonly Line[], row: number, column: number): string =>
    endsOf(lines, columns.changes?.[row])
      .map((end, index) => {
        const { line } = end
        return line.frame === undefined
          ? paragraphXml(line, forms, {
              // A table has no space above it and no break before it: its first paragraphs carry them.
              ...(row === 0 && index === 0 && { above, pageBreakBefore: pageBreakBefore && column === 0 }),
              // Every row but the last stays with the next one; the last where what follows wants it.
              keepNext: row < columns.rows.length - 1 || columns.keepNext === true,
              end,
            })
          : xmlOf(framedParagraph(line, rules, 0, columns.widths[column], end.mark))
      })
      .join('')
  const rows = columns.rows.map((cells, row) =>
    tableRow(
      columns.widths,
      cells.map((lines, column) => cell(lines, row, column)),
      forms,
      { change: columns.changes?.[row] },
    ),
  )
  return table('columns', columns.widths, rows, forms)
}

export const gridTable = (grid: Grid, forms: Forms, { pageBreakBefore }: Place): string => {
  const cell = (line: Line, change: Change | undefined, setting: Setting): string =>
    endsOf([line], change)
      .map((end) => paragraphXml(line, forms, { ...setting, end }))
      .join('')
  const row = (cells: readonly string[], change: Change | undefined, header = false): string =>
    tableRow(grid.widths, cells, forms, { header, change })
  const head = grid.head.map((line, column) =>
    cell(line, grid.change, { keepNext: true, pageBreakBefore: pageBreakBefore && column === 0 }),
  )
  const numbers = grid.numbers?.map((line) => cell(line, grid.change, { keepNext: true }))
  const rows = grid.rows.map((cells, index) => {
    const change = grid.changes?.[index]
    return row(
      cells.map((line, column) => {
        const align = grid.align[column]
        return cell(line, change, align ? { align } : {})
      }),
      change,
    )
  })
  return table(
    'grid',
    grid.widths,
    [row(head, grid.change, true), ...(numbers ? [row(numbers, grid.change, true)] : []), ...rows],
    forms,
  )
}

const table = (
  is: 'columns' | 'grid',
  widths: readonly Mm[],
  rows: readonly string[],
  forms: Forms,
): string => {
  const columns = widths.map(toTwips)
  const form = formFor(forms, `${is} ${columns.length}`, () => tableForm(is, columns.length, forms.rules))
  return form(rows.join(''), [sum(columns), ...columns])
}

/** Numbers: the width of the table, then of each column. */
const tableForm = (is: 'columns' | 'grid', columns: number, rules: Rules): Form => {
  const padding = is === 'grid' ? pointsToTwips(rules.grid.padding) : 0
  const row = new TableRow({ children: [new TableCell({ children: [new Paragraph(place)] })] })
  const whole = new Table({
    // Word goes by the cells, LibreOffice by the grid: both are told, or one of them guesses.
    columnWidths: Array.from({ length: columns }, (_, column) => numberPlace(column + 1)),
    width: { size: numberPlace(0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    indent: { size: 0, type: WidthType.DXA },
    // Without these Word pads each cell by 1.9 mm at the sides.
    margins: { top: padding, bottom: padding, left: padding, right: padding, marginUnitType: WidthType.DXA },
    borders: is === 'grid' ? ruled(rules) : TableBorders.NONE,
    rows: [row],
  })
  return formOf(whole, row)
}

type RowKind = { readonly header?: boolean; readonly change?: Change | undefined }

/** A row without a cell is none: docx leaves it out as well. */
const tableRow = (
  widths: readonly Mm[],
  cells: readonly string[],
  forms: Forms,
  { header = false, change }: RowKind,
): string => {
  if (cells.length === 0) return ''
  const inRow = formFor(forms, `row ${header} ${change}`, () => rowForm({ header, change }))
  const inCell = formFor(forms, 'cell', cellForm)
  return inRow(
    cells
      .map((paragraphs, column) => inCell(paragraphs || fillerXml(forms), [toTwips(widths[column] ?? 0)]))
      .join(''),
  )
}

const rowForm = ({ header, change }: RowKind): Form => {
  const cell = new TableCell({ children: [new Paragraph(place)] })
  const row = new TableRow({
    cantSplit: true,
    ...(header && { tableHeader: true }),
    ...marking(change),
    children: [cell],
  })
  return formOf(row, cell)
}

/** Number: the width of the cell. */
const cellForm = (): Form => {
  const content = new Paragraph(place)
  return formOf(
    new TableCell({ width: { size: numberPlace(0), type: WidthType.DXA }, children: [content] }),
    content,
  )
}

const ruled = (rules: Rules): ITableBordersOptions => {
  // Borders are measured in eighths of a point.
  const side = { style: BorderStyle.SINGLE, size: Math.round(rules.grid.stroke * 8), color: black }
  return { top: side, bottom: side, left: side, right: side, insideHorizontal: side, insideVertical: side }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
