/** Head, foot and grids as Word tables that look alike in Word and LibreOffice. */

import { describe, expect, it } from 'vitest'
import { decree30 } from '../../src/layout/decree30.ts'
import { toTwips } from '../../src/layout/units.ts'
import { renderDocx } from '../../src/render/docx/docx.ts'
import { line, noticeSheet, sheetOf } from '../fixtures/sheets.ts'
import { all, paragraphsOf, styleOf, xmlOf } from './docx-parts.ts'

const document = xmlOf(await renderDocx(noticeSheet), 'word/document.xml')
const widths = noticeSheet.sections.flatMap(({ rows }) =>
  rows.flatMap((row) => ('widths' in row ? [row.widths.map(toTwips)] : [])),
)

/** A ruled table of one column. */
const gridRow = {
  is: 'grid',
  widths: [160],
  align: ['left'],
  head: [line('tableHead', 'Việc')],
  rows: [[line('tableCell', 'Rà soát')]],
} as const

describe('tables', () => {
  const tables = all(document, /<w:tbl>.*?<\/w:tbl>/gs)

  it('have fixed widths, begin at the text margin and never tear a row', () => {
    expect(tables).toHaveLength(3)
    tables.forEach((table, index) => {
      expect(all(table, /(?<=<w:gridCol w:w=")\d+/g).map(Number)).toEqual(widths[index])
      expect(table).toContain('<w:tblInd w:type="dxa" w:w="0"/>')
      expect(table).toContain('<w:tblLayout w:type="fixed"/>')
      expect(all(table, /<w:tr>/g)).toHaveLength(all(table, /<w:cantSplit\/>/g).length)
    })
  })

  it('stand as far from a table before them as from a paragraph', async () => {
    const xml = xmlOf(
      await renderDocx(sheetOf([line('clause', '1. Gồm:'), gridRow, gridRow])),
      'word/document.xml',
    )
    const [before = '', between = ''] = [...xml.matchAll(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>(?=<w:tbl>)/gs)].map(
      String,
    )
    const twips = (paragraph: string): number =>
      Number(/w:after="(\d+)"/.exec(paragraph)?.[1] ?? 0) + Number(/w:line="(\d+)"/.exec(paragraph)?.[1] ?? 0)
    expect(twips(before)).toBe(decree30.grid.before * 20)
    expect(twips(between)).toBe(decree30.grid.before * 20)
  })

  it('pad and rule grids only, and repeat their head row', () => {
    const margins = tables.map(
      (table) => new Set(all(table, /(?<=<w:(?:top|left|bottom|right) w:type="dxa" w:w=")\d+/g)),
    )
    expect(margins).toEqual([new Set(['0']), new Set(['60']), new Set(['0'])])
    expect(tables.map((table) => all(table, /<w:tblHeader\/>/g).length)).toEqual([0, 1, 0])
    expect(tables.map((table) => all(table, /w:val="single" w:color="000000" w:sz="4"/g).length)).toEqual([
      0, 6, 0,
    ])
  })

  it('align cells by column, where that differs from the style', () => {
    const cells = paragraphsOf(tables[1] ?? '').slice(4, 8)
    expect(cells.map((cell) => /<w:jc w:val="(\w+)"/.exec(cell)?.[1])).toEqual([
      'center',
      'both',
      undefined,
      'center',
    ])
  })

  it('set the foot apart from the text in its first paragraphs', () => {
    const spaced = paragraphsOf(tables[2] ?? '').filter((paragraph) => paragraph.includes('<w:spacing'))
    expect(spaced.map(styleOf)).toEqual(['recipientsLabel', 'authority'])
    for (const paragraph of spaced) expect(paragraph).toContain(`w:before="${decree30.foot.before * 20}"`)
  })

  it('do not run into each other', async () => {
    const grids = noticeSheet.sections.flatMap(({ rows }) => rows.filter((row) => row.is === 'grid'))
    const body = xmlOf(await renderDocx(sheetOf([...grids, ...grids])), 'word/document.xml')
    expect(all(body, /<w:tbl>/g)).toHaveLength(2)
    expect(body).not.toContain('</w:tbl><w:tbl>')
  })
})
