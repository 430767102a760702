/** A list on a terminal: columns line up as drawn, everything fits, and no text drives the terminal. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateCell, type Listing, numberCell, textCell } from '../../src/text/listing.ts'
import { widthOf } from '../../src/text/terminal.ts'
import { terminalTable } from '../../src/text/terminal-table.ts'

const listing = (...texts: readonly string[]): Listing => ({
  title: 'x',
  columns: [
    { title: 'Số', letters: 8 },
    { title: 'Ngày', letters: 10 },
    { title: 'Trích yếu', letters: 40 },
    { title: 'Bản', letters: 4 },
  ],
  rows: texts.map((text, index) => [
    textCell(`${index}/TB`),
    dateCell('2026-03-05'),
    textCell(text),
    numberCell(index * 10),
  ]),
})

describe('terminalTable', () => {
  it('lines columns up by what is drawn, figures to the right', () => {
    expect(terminalTable(listing('Họp', 'Ho\u0323p', '漢字'))).toBe(
      [
        'Số    Ngày      Trích yếu  Bản',
        '────  ────────  ─────────  ───',
        '0/TB  5/3/2026  Họp          0',
        '1/TB  5/3/2026  Ho\u0323p         10',
        '2/TB  5/3/2026  漢字        20',
        '',
      ].join('\n'),
    )
  })

  it('wraps at words where the terminal ends, the widest text most', () => {
    const table = terminalTable(listing('Kết luận của Giám đốc Sở tại cuộc họp giao ban tháng 3'), 50)
    expect(table).toContain('0/TB  5/3/2026  Kết luận của Giám đốc')
    for (const line of table.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(50)
  })

  it('never writes wider than the terminal, nor loses a letter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 40, max: 120 }),
        (text, width) => {
          const words = text.replace(/[\p{C}\s\u2028\u2029]+/gu, ' ').trim()
          const table = terminalTable(listing(words), width)
          for (const line of table.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(width)
          const shown = table.replace(/[\s─]+/g, '')
          for (const letter of words.replace(/[\s─]/g, '')) expect(shown).toContain(letter)
        },
      ),
    )
  })

  it('shows control characters instead of obeying them', () => {
    expect(terminalTable(listing('a\u001b[31mb\nc'))).toContain('a␛[31mb␊c')
  })
})
