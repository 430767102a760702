/** The body of a Word file, block by block → measured paragraphs in reading order, strokes, and what could not be read. */

import { chosen } from './docx-drawing.ts'
import { type Book, readParagraph, type Spot } from './docx-paragraph.ts'
import type { Piece } from './docx-pieces.ts'
import type { Shape } from './docx-shape.ts'
import { type Cell, readTable } from './docx-tables.ts'
import { closeUp, type Entry, type HungAt, strokesOf } from './docx-together.ts'
import { mm } from './docx-units.ts'
import type { MeasuredParagraph, MeasuredStroke } from './measured.ts'
import { child, type Xml } from './xml.ts'

/** Between the left and right margins, mm. */
export type TextArea = { readonly left: number; readonly width: number }

export type Walk = {
  /** The blocks of one section, header or footer. */
  readonly read: (blocks: readonly Xml[], start: Start) => void
  readonly end: () => {
    readonly paragraphs: readonly MeasuredParagraph[]
    readonly strokes: readonly MeasuredStroke[]
    /** Where each paragraph stands in its XML part, by index. */
    readonly sources: ReadonlyMap<number, Xml>
  }
}

export type Start = {
  readonly stack: string
  readonly section: number
  readonly area: TextArea
  readonly within: MeasuredParagraph['within']
  readonly newPage: boolean
}

export const openWalk = (book: Book): Walk => {
  const entries: Entry[] = []
  const sources = new Map<number, Xml>()
  const hung: HungAt[] = []
  let tables = 0
  let boxes = 0
  let newPage = false
  let carried: readonly Piece[] = []

  const paragraph = (xml: Xml, spot: Spot, text: TextArea): void => {
    const read = readParagraph(xml, spot, book, carried)
    // The mark was deleted: its text runs on into the next paragraph, whose look it takes.
    if (child(child(child(xml, 'w:pPr'), 'w:rPr'), 'w:del')) {
      carried = [...carried, ...read.content.pieces]
      return
    }
    carried = []
    const begins = newPage || read.look.newPage === true || read.content.pageBreak === 'before'
    const said = read.paragraph.text.trim() !== ''
    const index = entries.length + 1
    entries.push({
      read,
      stack: spot.stack,
      paragraph: { index, ...read.paragraph, ...(begins && said && { newPage: true as const }) },
    })
    sources.set(index, xml)
    newPage = (newPage && !said) || read.content.pageBreak === 'after'
    drawings(read.content.shapes, index, spot, text)
  }

  const drawings = (shapes: readonly Shape[], index: number, spot: Spot, text: TextArea): void => {
    for (const shape of shapes) {
      if (shape.is === 'line') hung.push({ shape, index, stack: spot.stack, area: spot.area, text })
      else if (shape.is === 'picture') book.gaps.add('hình ảnh trong văn bản: không đo')
      else box(shape, spot, text)
    }
  }

  const box = (shape: Extract<Shape, { is: 'box' }>, spot: Spot, text: TextArea): void => {
    boxes += 1
    const { width, height } = shape
    const inside: Spot = {
      stack: `box ${boxes}`,
      area: { left: spot.area.left, width: Math.max(0, width - 2 * inset) },
      section: spot.section,
      column: spot.column,
      within: 'text-box',
      ...(shape.framed && { frame: { width, height } }),
    }
    blocks(shape.content.children, inside, text)
  }

  const table = (xml: Xml, spot: Spot, text: TextArea): void => {
    tables += 1
    const number = tables
    const { cells, style, cut } = readTable(xml, (spot.area.width * 1440) / 25.4, book.styles)
    if (cut) book.gaps.add('hàng bảng đã xóa mà chưa duyệt (Track Changes): không tính')
    for (const cell of cells) {
      const inner: Spot = {
        ...spot,
        stack: `table ${number} ${cell.row} ${cell.column}`,
        area: { left: spot.area.left + mm(cell.left), width: mm(cell.width) },
        column: spot.cell ? spot.column : columnOf(cell, cells, spot.area.width),
        cell: spot.cell ?? { table: number, row: cell.row, column: cell.column, bordered: cell.bordered },
        table: style,
      }
      blocks(cell.xml.children, inner, text)
    }
  }

  const blocks = (all: readonly Xml[], spot: Spot, text: TextArea): void => {
    for (const each of all) {
      switch (each.name) {
        case 'w:p':
          paragraph(each, spot, text)
          break
        case 'w:tbl':
          table(each, spot, text)
          break
        case 'w:sdt':
          blocks(child(each, 'w:sdtContent')?.children ?? [], spot, text)
          break
        case 'w:customXml':
        case 'w:ins':
        case 'w:moveTo':
          blocks(each.children, spot, text)
          break
        case 'mc:AlternateContent':
          blocks(chosen(each)?.children ?? [], spot, text)
          break
        case 'w:altChunk':
          book.gaps.add('phần chèn từ tệp khác (altChunk): không đo')
          break
      }
    }
  }

  return {
    read: (all, { stack, section, area, within, newPage: begins }) => {
      newPage ||= begins
      blocks(all, { stack, section, area, within, column: 'full' }, area)
      newPage = false
    },
    end: () => {
      closeUp(entries)
      const paragraphs = entries.map(({ paragraph: each }) => each)
      return { paragraphs, strokes: strokesOf(entries, hung, book), sources }
    },
  }
}

/** Word's own padding of a text box, mm. */
const inset = 2.54

/** A cell almost as wide as the text is no column. */
const wholeWidth = 0.75

/** By the middle of its row; of the text, for a cell that is alone in its row. */
const columnOf = (cell: Cell, cells: readonly Cell[], width: number): MeasuredParagraph['column'] => {
  if (mm(cell.width) > width * wholeWidth) return 'full'
  const row = cells.filter((each) => each.row === cell.row)
  const [from, to] =
    row.length > 1
      ? [Math.min(...row.map(({ left }) => left)), Math.max(...row.map((each) => each.left + each.width))]
      : [0, (width * 1440) / 25.4]
  return cell.left + cell.width / 2 < (from + to) / 2 ? 'left' : 'right'
}
