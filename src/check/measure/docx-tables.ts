/** `w:tbl` → its rows of cells with their place across the page and whether lines are drawn around them. */

import type { Style, Styles } from './docx-styles.ts'
import { child, children, isOn, numberIn, twips, valOf, type Xml } from './xml.ts'

/** Twips from the left edge of the text. */
export type Cell = {
  readonly xml: Xml
  readonly row: number
  readonly column: number
  readonly left: number
  readonly width: number
  readonly bordered: boolean
}

export type Table = {
  readonly cells: readonly Cell[]
  readonly style: Style | undefined
  readonly cut: boolean
}

/** Word's own cell padding left and right. */
const usualPadding = 108

/** `width`: of the text around the table, in twips. */
export const readTable = (table: Xml, width: number, styles: Styles): Table => {
  const properties = child(table, 'w:tblPr')
  const style = styles.table(valOf(properties, 'w:tblStyle'))
  const styled = child(style?.xml, 'w:tblPr')
  const grid = children(child(table, 'w:tblGrid'), 'w:gridCol').map(
    ({ attributes }) => twips(attributes['w:w']) ?? 0,
  )
  const rows = rowsOf(table)
  const total = grid.reduce((sum, each) => sum + each, 0)
  const edge = edgeOf(properties, width, total)
  const padding = (side: 'left' | 'right', cell: Xml | undefined): number =>
    marginOf(child(child(cell, 'w:tcPr'), 'w:tcMar'), side) ??
    marginOf(child(properties, 'w:tblCellMar'), side) ??
    marginOf(child(styled, 'w:tblCellMar'), side) ??
    usualPadding
  const borders = [child(properties, 'w:tblBorders'), child(styled, 'w:tblBorders')]
  let cut = false
  const cells = rows.flatMap((row, rowIndex) => {
    const trim = child(row, 'w:trPr')
    if (child(trim, 'w:del')) {
      cut = true
      return []
    }
    let column = numberIn(valOf(trim, 'w:gridBefore')) ?? 0
    let left = sum(grid.slice(0, column))
    return cellsOf(row).flatMap((cell): Cell[] => {
      const own = child(cell, 'w:tcPr')
      const span = numberIn(valOf(own, 'w:gridSpan')) ?? 1
      const wide = sum(grid.slice(column, column + span)) || widthIn(own, width)
      const at = { column, left }
      column += span
      left += wide
      const merged = child(own, 'w:vMerge')
      // A cell merged into the one above has no text of its own that would show.
      if (merged && merged.attributes['w:val'] !== 'restart') return []
      return [
        {
          xml: cell,
          row: rowIndex,
          column: at.column,
          left: edge + at.left + padding('left', cell),
          width: wide - padding('left', cell) - padding('right', cell),
          bordered: isBordered(own, borders),
        },
      ]
    })
  })
  return { cells, style, cut }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Rows and cells may stand in content controls. */
const rowsOf = (table: Xml): Xml[] =>
  unwrapped(table, 'w:tr').filter((row) => isOn(child(child(row, 'w:trPr'), 'w:hidden')) !== true)
const cellsOf = (row: Xml): Xml[] => unwrapped(row, 'w:tc')

const wrappers = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo'])

const unwrapped = (xml: Xml, name: string): Xml[] =>
  xml.children.flatMap((each) =>
    each.name === name ? [each] : wrappers.has(each.name) ? unwrapped(each, name) : [],
  )

const edgeOf = (properties: Xml | undefined, width: number, total: number): number => {
  const align = valOf(properties, 'w:jc')
  if (align === 'center') return (width - total) / 2
  if (align === 'right' || align === 'end') return width - total
  return twips(child(properties, 'w:tblInd')?.attributes['w:w']) ?? 0
}

/** Twips, or fiftieths of a percent of the text around the table. */
const widthIn = (cell: Xml | undefined, width: number): number => {
  const stated = child(cell, 'w:tcW')?.attributes
  const value = numberIn(stated?.['w:w']) ?? 0
  return stated?.['w:type'] === 'pct' ? (value / 5000) * width : value
}

const marginOf = (margins: Xml | undefined, side: 'left' | 'right'): number | undefined => {
  const edge = child(margins, `w:${side}`) ?? child(margins, side === 'left' ? 'w:start' : 'w:end')
  return twips(edge?.attributes['w:w'])
}

const isDrawn = (border: Xml | undefined): boolean | undefined => {
  const style = border?.attributes['w:val']
  return style === undefined ? undefined : style !== 'nil' && style !== 'none'
}

/** The cell's own word on a side, else the table's, else its style's. A line on any side counts. */
const isBordered = (cell: Xml | undefined, tables: readonly (Xml | undefined)[]): boolean =>
  [
    ['w:top', 'w:insideH'],
    ['w:bottom', 'w:insideH'],
    ['w:left', 'w:insideV'],
    ['w:right', 'w:insideV'],
  ].some(([side = '', inside = '']) => {
    const own = isDrawn(child(child(cell, 'w:tcBorders'), side))
    if (own !== undefined) return own
    return [side, inside].some(
      (name) =>
        tables.map((table) => isDrawn(child(table, name))).find((said) => said !== undefined) === true,
    )
  })
