/** The instruments for page breaks, frames and tables: silent on a right notice, loud about one fault at a time. */

import { describe, expect, test } from 'vitest'
import { breakFindings } from '../../scripts/conformance/breaks.ts'
import { frameFindings } from '../../scripts/conformance/frames.ts'
import type { Box, Glyph, Page } from '../../scripts/conformance/page-trace.ts'
import { recognise } from '../../scripts/conformance/parts.ts'
import { tableFindings, withoutRepeatedHeads } from '../../scripts/conformance/tables.ts'
import { noticePages } from './notice.ts'
import { points, set } from './paper.ts'

const left = points(30)
const office = points(210 - 20 - 46)

/** The right notice with glyphs added to a page or taken away from it. */
const pages = (number: number, edit: (glyphs: readonly Glyph[]) => readonly Glyph[]): Page[] =>
  noticePages().map((page) => (page.number === number ? { ...page, glyphs: edit(page.glyphs) } : page))
const without = (from: number, to: number) => (glyphs: readonly Glyph[]) =>
  glyphs.filter(({ baseline }) => baseline < from || baseline > to)

describe('page breaks', () => {
  test('a right notice has nothing to be told', () => {
    expect(breakFindings(recognise(noticePages()))).toEqual([])
  })

  const heading = set('Tiêu đề', { left: left + points(10), baseline: 330, size: 14, bold: true })
  const single = set('một dòng.', { left, baseline: 66, size: 14 })
  test.each<[string, Page[], RegExp]>([
    ['a heading at the foot of a page', pages(1, (all) => [...all, ...heading]), /“Tiêu đề” đứng cuối trang/],
    ['one line at the top of a page', pages(2, (all) => [...single, ...all]), /sang trang là 3 và 1/],
    ['a foot without text above it', pages(2, without(60, 110)), /trên phần cuối ở trang 2 chỉ có 0 dòng/],
    ['one line above the foot', pages(2, without(80, 110)), /chỉ có 1 dòng/],
    [
      'too little room to sign',
      pages(2, (all) => all.map((each) => (each.baseline === 270 ? { ...each, baseline: 268 } : each))),
      /chỗ để ký và đóng dấu cao 29\.\d mm/,
    ],
    [
      'something written where the signature goes',
      pages(2, (all) => [...all, ...set('(Đã ký)', { centre: office, baseline: 220, size: 14 })]),
      /nằm trong chỗ để ký|chỗ để ký và đóng dấu cao/,
    ],
  ])('%s', (_, changed, says) => {
    expect(breakFindings(recognise(changed)).join('\n')).toMatch(says)
  })
})

describe('frames', () => {
  const box = (width: number, height: number): Box[] => {
    const [top, right, bottom] = [112, left + points(width), 112 + points(height)]
    return [
      { left, right, top, bottom: top + 0.75 },
      { left, right, top: bottom, bottom: bottom + 0.75 },
      { left, right: left + 0.75, top, bottom },
      { left: right, right: right + 0.75, top, bottom },
    ]
  }
  const urgent = (width: number, height: number, word = 'KHẨN'): Page[] =>
    noticePages().map((page) => {
      if (page.number > 1) return page
      const centre = left + points(width) / 2
      const glyphs = set(word, { centre, baseline: 128, size: 13, bold: true }).map(
        ({ black: _, ...each }): Glyph => ({ ...each, black: false, red: true }),
      )
      return { ...page, glyphs: [...page.glyphs, ...glyphs], reds: box(width, height) }
    })

  test('the mark of urgency in a frame of its size', () => {
    expect(frameFindings(recognise(urgent(20, 8)))).toEqual([])
    expect(recognise(urgent(20, 8)).lines.kind?.[0]?.text).toBe('THÔNG BÁO')
  })

  test.each<[string, Page[], RegExp]>([
    ['too wide', urgent(30, 8), /chiều rộng khung: 30\.\d+ mm, cần 20/],
    ['too high', urgent(20, 10), /chiều cao khung: 10\.\d+ mm, cần 8/],
    ['no frame', urgent(20, 8).map(({ reds: _, ...page }) => page), /khung chỉ có 0 cạnh/],
  ])('%s', (_, changed, says) => {
    expect(frameFindings(recognise(changed)).join('\n')).toMatch(says)
  })
})

describe('tables', () => {
  const table = { head: 'TT\nViệc', rows: ['1\nRà soát', '2\nBáo cáo'] }

  test('a row on each page under the head', () => {
    expect(tableFindings([table], ['Gồm:\nTT Việc\n1 Rà soát', 'TT Việc\n2 Báo cáo\nHết'])).toEqual([])
  })

  test('a torn row, and a head that is not there again', () => {
    expect(tableFindings([table], ['TT Việc 1 Rà', 'TT Việc soát 2 Báo cáo'])).toEqual([
      expect.stringMatching(/hàng “1\nRà soát” không nằm trọn/),
    ])
    expect(tableFindings([table], ['TT Việc 1 Rà soát', '2 Báo cáo'])).toEqual([
      expect.stringMatching(/trang 2.*không lặp lại/s),
    ])
  })

  test('repeated heads are no words of the notice, the first one is', () => {
    expect(withoutRepeatedHeads([table], ['a TT Việc 1', 'TT Việc 2 b'])).toBe('a TT Việc 1 2 b')
    expect(withoutRepeatedHeads([table], ['a', 'TT Việc 1'])).toBe('aTT Việc 1')
  })
})
