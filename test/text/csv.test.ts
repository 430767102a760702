import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csv, readCsv } from '../../src/text/csv.ts'

const text = (rows: readonly (readonly string[])[]): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(csv(rows))

it('opens in Excel: a byte order mark, CRLF, quotes only where they are needed', () => {
  expect(
    text([
      ['Số', 'a,b', 'nói "có"'],
      ['', ' x ', 'hai\ndòng'],
    ]),
  ).toBe('\uFEFFSố,"a,b","nói ""có"""\r\n, x ,"hai\ndòng"\r\n')
})

it('reads what it writes', () => {
  const cell = fc
    .array(fc.constantFrom('a', 'đ', '"', ',', '\n', '\r', ' ', "'", '\t'))
    .map((all) => all.join(''))
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), (rows) => {
      expect(readCsv(csv(rows))).toEqual(rows)
    }),
  )
})

it('reads plain lines too, and nothing whose quotes do not match', () => {
  const read = (source: string): string[][] | undefined => readCsv(new TextEncoder().encode(source))
  expect(read('a,b\nc,')).toEqual([
    ['a', 'b'],
    ['c', ''],
  ])
  expect(read('"a')).toBeUndefined()
  expect(read('"a"b')).toBeUndefined()
})
