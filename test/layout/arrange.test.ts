/** Notice → Sheet: what stands where, in which letters, and what holds together at the end of a page. */

import { describe, expect, test } from 'vitest'
import { arrange } from '../../src/layout/arrange.ts'
import { decree30 } from '../../src/layout/decree30.ts'
import type { Columns, Line, Row } from '../../src/layout/sheet.ts'
import { wrap } from '../../src/layout/wrap.ts'
import type { Block, Notice } from '../../src/notice/notice.ts'
import { measureWith } from '../../src/pipeline.ts'
import { edition, fonts } from '../fixtures/memory.ts'
import { goodMeeting } from '../fixtures/project.ts'

const measure = measureWith(fonts)
const { notice: plain } = edition({ 'content/meetings/2026/hop.yaml': goodMeeting })
const sheetOf = (changes: Partial<Notice>) =>
  arrange({ ...plain, ...changes }, decree30, measure, '2026-03-02')
const rowsOf = (changes: Partial<Notice> = {}): readonly Row[] => sheetOf(changes).sections[0]?.rows ?? []
const columns = (role: 'head' | 'foot', rows = rowsOf()): Columns => {
  const found = rows.find((row) => row.is === 'columns' && row.role === role)
  if (found?.is !== 'columns') throw new Error(`no ${role}`)
  return found
}
const cell = (table: Columns, row: number, column: number): readonly Line[] => table.rows[row]?.[column] ?? []
const text = (line: Line | undefined): string => line?.runs.map((run) => run.text).join('') ?? ''
const lines = (rows: readonly Row[]): Line[] => rows.filter((row) => row.is === 'line')
const paragraph = (words: string): Block => ({ is: 'paragraph', text: [{ is: 'text', value: words }] })
const textWidth = decree30.page.width - decree30.page.margins.left.use - decree30.page.margins.right.use

describe('head', () => {
  test('body left, country right; number and date on one line', () => {
    const head = columns('head')
    expect(cell(head, 0, 0).map(({ part }) => part)).toEqual(['parentBody', 'issuingBody'])
    expect(cell(head, 0, 1).map(({ part }) => part)).toEqual(['nationalName', 'motto'])
    expect([...cell(head, 1, 0), ...cell(head, 1, 1)].map(({ part }) => part)).toEqual([
      'number',
      'placeDate',
    ])
    expect(head.widths.reduce((sum, width) => sum + width)).toBeCloseTo(textWidth, 6)
  })

  test('names in capitals, the motto as it is', () => {
    const head = columns('head')
    expect(cell(head, 0, 0).map(text)).toEqual(['UBND TỈNH SUỐI BẠC', 'SỞ GIÁO DỤC VÀ ĐÀO TẠO'])
    expect(cell(head, 0, 1).map(text)).toEqual([
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
    ])
  })

  test('one stroke, under the last line of a name of several lines', () => {
    const names = cell(
      columns('head', rowsOf({ issuingBody: ['Trung tâm Hỗ trợ', 'phát triển giáo dục'] })),
      0,
      0,
    )
    expect(names.map(({ rule }) => rule !== undefined)).toEqual([false, false, true])
  })

  test('the columns are wide enough for the country and for any place and date', () => {
    for (const place of ['Suối Bạc', 'Thành phố Hồ Chí Minh', 'Thành phố Buôn Ma Thuột']) {
      const head = columns('head', rowsOf({ place, date: '2026-12-29' }))
      const right = head.widths[1] ?? 0
      for (const line of [...cell(head, 0, 1), ...cell(head, 1, 1)])
        expect(measure(text(line), line.part), text(line)).toBeLessThan(right)
    }
  })

  test.each<[Partial<Notice>, string]>([
    [{ number: 5 }, 'Số: 05/TB-SGDĐT'],
    [{ number: 392 }, 'Số: 392/TB-SGDĐT'],
    [{ number: 1204 }, 'Số: 1204/TB-SGDĐT'],
  ])('%j is numbered %s', (changes, expected) => {
    expect(text(cell(columns('head', rowsOf(changes)), 1, 0)[0])).toBe(expected)
  })

  test('a draft has room for four digits, as wide as they are', () => {
    const [line] = cell(columns('head'), 1, 0)
    const blank = text(line).slice('Số: '.length, -'/TB-SGDĐT'.length)
    expect(blank.trim()).toBe('')
    expect(measure(blank, 'number')).toBeGreaterThanOrEqual(measure('0000', 'number'))
  })
})

describe('strokes', () => {
  const share = (line: Line | undefined, width: number): number => {
    const all = wrap(text(line), line?.part ?? 'subject', width - 2 * (line?.inset ?? 0), measure)
    return (line?.rule ?? 0) / measure(all.at(-1) ?? '', line?.part ?? 'subject')
  }

  test('the motto’s is as long as its words', () => {
    const head = columns('head')
    expect(share(cell(head, 0, 1)[1], head.widths[1] ?? 0)).toBeCloseTo(1, 6)
  })

  test.each([
    'Kết luận',
    'Kết luận của Giám đốc Sở tại cuộc họp giao ban tháng 3 năm 2026',
    // A name that is not to be torn makes the last line short.
    'Ý kiến kết luận của đồng chí Phạm Văn Long, Giám đốc Sở tại cuộc họp giao ban tháng 6 năm 2026',
    'Ý kiến kết luận của đồng chí Phó Giám đốc Nguyễn Văn Hiền về việc rà soát kế hoạch công nhận trường đạt chuẩn quốc gia năm 2020',
  ])('under the subject a third to a half of its line: %s', (subject) => {
    const [line] = lines(rowsOf({ subject })).filter(({ part }) => part === 'subject')
    expect(share(line, textWidth)).toBeGreaterThanOrEqual(1 / 3)
    expect(share(line, textWidth)).toBeLessThanOrEqual(1 / 2)
  })

  test.each(['Sở Y tế', 'Sở Giáo dục và Đào tạo', 'Sở Nông nghiệp và Phát triển nông thôn'])(
    'under %s a third to a half of its line',
    (name) => {
      const head = columns('head', rowsOf({ issuingBody: [name] }))
      expect(share(cell(head, 0, 0).at(-1), head.widths[0] ?? 0)).toBeGreaterThanOrEqual(1 / 3)
      expect(share(cell(head, 0, 0).at(-1), head.widths[0] ?? 0)).toBeLessThanOrEqual(1 / 2)
    },
  )
})

describe('content', () => {
  const clause = (blocks: Block[], more: object = {}): Block => ({
    is: 'clause',
    id: 'c',
    mark: 'number',
    blocks,
    ...more,
  })
  const title = [{ is: 'text' as const, value: 'Về tuyển sinh' }]
  const first = (block: Block): [string | undefined, string, boolean] => {
    const [line] = lines(rowsOf({ content: [block] })).slice(2)
    return [line?.part, text(line), line?.keepNext === true]
  }

  test.each<[string, Block, string, string, boolean]>([
    [
      'a numbered section with a title: capitals, kept with what follows',
      { is: 'section', id: 's', mark: 'number', title, blocks: [paragraph('x')] },
      'section',
      'I. VỀ TUYỂN SINH',
      true,
    ],
    [
      'a starred one: as it is written',
      { is: 'section', id: 's', mark: 'star', title, blocks: [paragraph('x')] },
      'clauseTitle',
      '* Về tuyển sinh',
      true,
    ],
    [
      'an unmarked one',
      { is: 'section', id: 's', mark: 'none', title, blocks: [paragraph('x')] },
      'clauseTitle',
      'Về tuyển sinh',
      true,
    ],
    ['a clause with a title', clause([paragraph('x')], { title }), 'clauseTitle', '1. Về tuyển sinh', true],
  ])('%s', (_, block, part, words, keeps) => {
    expect(first(block)).toEqual([part, words, keeps])
  })

  test('a clause without a title, and one with its title in the line', () => {
    expect(first(clause([paragraph('Nộp báo cáo.')])).slice(0, 2)).toEqual(['clause', '1. Nộp báo cáo.'])
    const [line] = lines(rowsOf({ content: [clause([paragraph('Nộp.')], { title, runIn: true })] })).slice(2)
    expect(line?.runs).toEqual([{ text: '1. ' }, { text: 'Về tuyển sinh', strong: true }, { text: ' Nộp.' }])
  })

  test('numbers start again under each parent and pass over what has none', () => {
    const content: Block[] = [
      clause([paragraph('a')]),
      { ...clause([paragraph('b')]), mark: 'none' } as Block,
      clause([paragraph('c')]),
      { is: 'section', id: 's', mark: 'star', title, blocks: [clause([paragraph('d')])] },
    ]
    expect(lines(rowsOf({ content })).slice(2).map(text)).toEqual([
      '1. a',
      'b',
      '2. c',
      '* Về tuyển sinh',
      '1. d',
    ])
  })

  test('letters of points follow the decree: đ after d, no f, j, w, z', () => {
    const content = Array.from(
      { length: 12 },
      (): Block => ({ is: 'point', id: 'p', mark: 'number', blocks: [paragraph('x')] }),
    )
    expect(
      lines(rowsOf({ content }))
        .slice(2)
        .map((line) => text(line).slice(0, 2)),
    ).toEqual(['a)', 'b)', 'c)', 'd)', 'đ)', 'e)', 'g)', 'h)', 'i)', 'k)', 'l)', 'm)'])
  })

  test('the columns of a table take the whole width, and every word fits its column', () => {
    const row = (...cells: string[]) => cells.map((value) => [{ is: 'text' as const, value }])
    const table: Block = {
      is: 'table',
      head: row('STT', 'Tên đơn vị được giao chủ trì thực hiện', 'Hạn'),
      align: ['centre', 'left', 'right'],
      rows: [row('1', 'Trường THPT Đồi Gió', '30/4/2026')],
    }
    const [grid] = rowsOf({ content: [table] }).filter((each) => each.is === 'grid')
    if (grid?.is !== 'grid') throw new Error('no table')
    expect(grid.widths.reduce((sum, width) => sum + width)).toBeCloseTo(textWidth, 6)
    expect(grid.widths[0]).toBeGreaterThan(measure('STT', 'tableHead'))
    expect(grid.widths[2]).toBeGreaterThan(measure('30/4/2026', 'tableCell'))
    expect(grid.widths[1]).toBeGreaterThan(2 * (grid.widths[0] ?? 0))
  })
})

describe('foot', () => {
  test('"Nơi nhận:" level with the authority; dashes; capitals; the name as it is', () => {
    const foot = columns('foot')
    expect(cell(foot, 0, 0).map(text)).toEqual([
      'Nơi nhận:',
      '- Ban Giám đốc Sở;',
      '- Các phòng thuộc Sở;',
      '- Lưu: VT, VP, T02.',
    ])
    const signature = columns(
      'foot',
      rowsOf({ signature: { authority: ['KT. Giám đốc', 'Phó Giám đốc'], name: 'Đỗ Thị Mây' } }),
    )
    expect(cell(signature, 0, 1).map(text)).toEqual(['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Đỗ Thị Mây'])
  })

  test('at least two lines of text hold on to it, so that no signature stands alone', () => {
    const short = Array.from({ length: 5 }, (_, index) => paragraph(`Câu ${index}.`))
    const kept = lines(rowsOf({ content: short }))
      .slice(-5)
      .map(({ keepNext }) => keepNext === true)
    expect(kept).toEqual([false, false, false, true, true])
    const long = [paragraph('Câu.'), paragraph('Một đoạn dài hơn hai dòng. '.repeat(8).trim())]
    expect(
      lines(rowsOf({ content: long }))
        .slice(-2)
        .map(({ keepNext }) => keepNext === true),
    ).toEqual([false, true])
  })

  test('a short last paragraph is not torn, a long one may be', () => {
    const last = (sentences: number) =>
      lines(rowsOf({ content: [paragraph('Một câu của đoạn văn. '.repeat(sentences).trim())] })).at(-1)
    expect(last(3)?.keepLines).toBe(true)
    expect(last(60)?.keepLines).toBeUndefined()
    expect(last(60)?.keepNext).toBe(true)
  })
})

test('the file says what it is', () => {
  expect(sheetOf({ number: 5 }).properties).toEqual({
    title: 'Thông báo số 05/TB-SGDĐT',
    subject: plain.subject,
    author: 'Sở Giáo dục và Đào tạo',
    language: 'vi-VN',
    date: '2026-03-02',
  })
  expect(sheetOf({}).properties.title).toBe('Thông báo (dự thảo)')
})

test('a sheet is plain data', () => {
  const sheet = sheetOf({})
  expect(JSON.parse(JSON.stringify(sheet))).toEqual(sheet)
})
