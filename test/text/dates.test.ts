/** Dates as the decree writes them: a zero before days below 10 and before months 1 and 2 only (mục II.4b). */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isDate, issueDate, longDate, longRange, shortDate } from '../../src/text/dates.ts'

test.each([
  ['2020-03-10', 'ngày 10 tháng 3 năm 2020'],
  ['2020-01-05', 'ngày 05 tháng 01 năm 2020'],
  ['2019-06-29', 'ngày 29 tháng 6 năm 2019'],
  ['2026-02-09', 'ngày 09 tháng 02 năm 2026'],
  ['2026-12-31', 'ngày 31 tháng 12 năm 2026'],
  ['2026-10-01', 'ngày 01 tháng 10 năm 2026'],
])('%s is %s', (date, words) => {
  expect(longDate(date)).toBe(words)
})

test('any day: a zero exactly where the decree wants one, and the same numbers', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1945-09-02'), max: new Date('9999-12-31'), noInvalidDate: true }),
      (moment) => {
        const date = moment.toISOString().slice(0, 10)
        const [, day = '', month = '', year] = /^ngày (\d+) tháng (\d+) năm (\d+)$/.exec(longDate(date)) ?? []
        expect([Number(day), Number(month), year]).toEqual([
          Number(date.slice(8)),
          Number(date.slice(5, 7)),
          date.slice(0, 4),
        ])
        expect(day).toHaveLength(2)
        expect(month.startsWith('0')).toBe(Number(month) < 3)
        expect(isDate(date)).toBe(true)
      },
    ),
  )
})

test.each([
  ['2020-02-13', '2020-02-26', 'ngày 13 đến ngày 26 tháng 02 năm 2020'],
  ['2025-09-29', '2025-10-02', 'ngày 29 tháng 9 đến ngày 02 tháng 10 năm 2025'],
  ['2025-12-31', '2026-02-03', 'ngày 31 tháng 12 năm 2025 đến ngày 03 tháng 02 năm 2026'],
  ['2025-02-01', '2026-02-28', 'ngày 01 tháng 02 năm 2025 đến ngày 28 tháng 02 năm 2026'],
])('from %s to %s says once what both share', (from, to, words) => {
  expect(longRange(from, to)).toBe(words)
})

test('what is not known of a date of issue stays blank, as wide as its digits', () => {
  expect(issueDate('2026-03-04')).toBe('ngày 04 tháng 3 năm 2026')
  expect(issueDate('2026-01')).toMatch(/^ngày\s{3,}tháng 01 năm 2026$/)
  expect(issueDate('2026-11')).toMatch(/^ngày\s{3,}tháng 11 năm 2026$/)
  expect(issueDate(undefined)).toMatch(/^ngày\s{3,}tháng\s{3,}năm\s{5,}$/)
})

test('the short form', () => {
  expect(shortDate('2020-03-24')).toBe('24/3/2020')
  expect(shortDate('2026-10-05')).toBe('5/10/2026')
})

test.each(['2020-02-29', '2000-02-29', '2026-12-31', '1945-09-02'])('%s is a day', (date) => {
  expect(isDate(date)).toBe(true)
})

test.each([
  '2019-02-29',
  '1900-02-29',
  '2100-02-29',
  '2026-04-31',
  '2026-00-10',
  '2026-13-01',
  '2026-01-00',
  '2026-1-1',
  '2026-01-01x',
  '',
  'hôm nay',
  '0001-01-01',
])('%j is none', (date) => {
  expect(isDate(date)).toBe(false)
})
