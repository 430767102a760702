/** Columns of a table: all of the line, no word broken that need not be, short columns on one line. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnWidths, leastWidth, wordsPerLine } from '../../src/layout/column-widths.ts'
import { decree30 } from '../../src/layout/decree30.ts'
import type { Inline, Table } from '../../src/notice/notice.ts'
import { measureWith } from '../../src/pipeline.ts'
import { fonts } from '../fixtures/memory.ts'

const measure = measureWith(fonts)
const setting = (textWidth = 160) => ({ rules: decree30, measure, textWidth })
const cell = (value: string): Inline[] => [{ is: 'text', value }]
const tableOf = (head: readonly string[], ...rows: string[][]): Table => ({
  is: 'table',
  head: head.map(cell),
  align: head.map(() => 'left'),
  rows: rows.map((row) => row.map(cell)),
})
const long =
  'Rà soát hồ sơ của học sinh các lớp đầu cấp và lập danh sách gửi về Văn phòng Sở trước khi khai giảng'

test('short columns stand on one line beside a long one', () => {
  const [work = 0, who = 0, note = 0] = columnWidths(
    tableOf(['Việc', 'Người', 'Ghi chú'], [long.repeat(3), 'Văn phòng', 'xong']),
    setting(),
  )
  expect(who).toBeGreaterThan(measure('Văn phòng', 'tableHead'))
  expect(note).toBeGreaterThan(measure('Ghi chú', 'tableHead'))
  expect(work + who + note).toBeCloseTo(160, 6)
})

test('a long title does not keep room from the words of other columns', () => {
  const school = 'Trường Tiểu học Tả Phìn Hạ số 2'
  const [, name = 0, sum = 0] = columnWidths(
    tableOf(['TT', 'Tên trường', 'Số tiền đề nghị (triệu đồng)', 'Nội dung'], ['1', school, '250', long]),
    setting(),
  )
  expect(sum).toBeLessThan(measure('Số tiền đề nghị (triệu đồng)', 'tableHead'))
  expect(name).toBeGreaterThan(measure(school, 'tableCell') / 2)
})

test('long columns share what is left by how much each has to say', () => {
  const [, short = 0, half = 0, whole = 0] = columnWidths(
    tableOf(['TT', 'Hạn', 'Việc', 'Cách làm'], ['1', '30/4', long, long.repeat(2)]),
    setting(),
  )
  expect(whole).toBeGreaterThan(half)
  expect(half).toBeGreaterThan(short)
})

test('takes the whole line and breaks no word that fits', () => {
  const words = fc.array(fc.stringMatching(/^[a-zđêô]{1,9}$/), { maxLength: 30 }).map((all) => all.join(' '))
  const table = fc
    .integer({ min: 1, max: 6 })
    .chain((columns) => {
      const row = fc.array(words, { minLength: columns, maxLength: columns })
      return fc.tuple(row, fc.array(row, { maxLength: 4 }))
    })
    .map(([head, rows]) => tableOf(head, ...rows))
  fc.assert(
    fc.property(table, (given) => {
      const widths = columnWidths(given, setting())
      expect(widths.reduce((sum, each) => sum + each, 0)).toBeCloseTo(160, 6)
      if (leastWidth(given, setting()) > 160) return
      for (const [column, width] of widths.entries())
        for (const row of [given.head, ...given.rows])
          for (const inline of row[column] ?? [])
            for (const word of inline.is === 'text' ? inline.value.split(' ') : [])
              expect(measure(word, 'tableHead')).toBeLessThanOrEqual(width)
    }),
    { numRuns: 60 },
  )
})

test('words a line: few where columns are narrow, and no matter what turns no line', () => {
  const crowded = tableOf(
    Array.from({ length: 9 }, () => 'Tên'),
    Array.from({ length: 9 }, () => long),
  )
  expect(wordsPerLine(crowded, setting())).toBeLessThan(2)
  expect(wordsPerLine(crowded, setting(400))).toBeGreaterThan(2)
  expect(wordsPerLine(tableOf(['Số phòng học bộ môn của cả trường trong năm'], ['1']), setting(20))).toBe(
    Infinity,
  )
})
