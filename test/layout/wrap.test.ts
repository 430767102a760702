/** Centred texts are set in lines of about equal length, never in more lines than they need. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { balance, wrap } from '../../src/layout/wrap.ts'
import { measureWith } from '../../src/pipeline.ts'
import { fonts } from '../fixtures/memory.ts'

const measure = measureWith(fonts)
const width = 160
const subject =
  'Ý kiến kết luận của đồng chí Phó Giám đốc Nguyễn Văn Hiền về việc rà soát kế hoạch công nhận trường đạt chuẩn quốc gia năm 2020'
const words = fc
  .array(fc.stringMatching(/^[a-zđêôưạ]{1,12}$/), { minLength: 1, maxLength: 40 })
  .map((all) => all.join(' '))
const setting = (lines: readonly string[]): number[] => lines.map((line) => measure(line, 'subject'))

test('one line stays as it is', () => {
  expect(balance('Về việc chung', 'subject', width, measure)).toEqual({ lines: ['Về việc chung'], inset: 0 })
})

test('a long subject: as few lines as possible, of about equal length', () => {
  const plain = setting(wrap(subject, 'subject', width, measure))
  const even = setting(balance(subject, 'subject', width, measure).lines)
  expect(even).toHaveLength(plain.length)
  const spread = (all: number[]): number => Math.max(...all) - Math.min(...all)
  expect(spread(even)).toBeLessThan(spread(plain) / 2)
})

test.each([
  [
    'a person',
    'Kết luận của Giám đốc Sở tại hội nghị trực tuyến với các trường ở Thành phố Hồ Chí Minh',
    / Hồ Chí Minh/,
  ],
  [
    'a post',
    'Ý kiến kết luận của đồng chí Phạm Văn Long, Giám đốc Sở tại cuộc họp giao ban tháng 6 năm 2026',
    /Phạm Văn Long/,
  ],
  [
    'a number',
    'Kết luận cuộc họp về kế hoạch công nhận trường đạt chuẩn quốc gia giai đoạn đến năm 2030',
    /năm 2030/,
  ],
])('a line does not end inside the name of %s', (_, text, whole) => {
  for (let room = 120; room <= 160; room += 5) {
    const { lines } = balance(text, 'subject', room, measure)
    expect(lines).toHaveLength(wrap(text, 'subject', room, measure).length)
    expect(
      lines.some((each) => whole.test(each)),
      lines.join(' | '),
    ).toBe(true)
  }
})

test('names are told by the text before it was put in capitals', () => {
  const name = 'UBND Thành phố Hồ Chí Minh'
  expect(balance(name.toUpperCase(), 'parentBody', 58, measure, name).lines).toEqual([
    'UBND THÀNH PHỐ',
    'HỒ CHÍ MINH',
  ])
})

test('a text of nothing but names is balanced all the same', () => {
  const names =
    'Nguyễn Văn An Trần Thị Bình Lê Hoàng Cường Phạm Thu Dung Vũ Đình Giang Đỗ Thị Hoa Hồ Sỹ Khang'
  const { lines } = balance(names, 'subject', width, measure)
  expect(lines.join(' ')).toBe(names)
  expect(lines).toHaveLength(wrap(names, 'subject', width, measure).length)
})

test('says every word once, in order, and fits what it was given', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 60, max: 170 }), (text, room) => {
      const { lines, inset } = balance(text, 'subject', room, measure)
      expect(lines.join(' ')).toBe(text)
      expect(lines).toHaveLength(wrap(text, 'subject', room, measure).length)
      // The lines are what a reader of the file gets when it breaks the text inside the inset.
      expect(wrap(text, 'subject', room - 2 * inset, measure)).toEqual(lines)
      for (const each of setting(lines)) expect(each).toBeLessThanOrEqual(room)
    }),
    { numRuns: 60 },
  )
})

test('spaces that do not break hold, line feeds do', () => {
  expect(wrap('ngày\u00a005 tháng', 'subject', 1, measure)).toEqual(['ngày\u00a005', 'tháng'])
  expect(wrap('a\nb c', 'subject', width, measure)).toEqual(['a', 'b c'])
})

test('a word longer than the line stands alone', () => {
  const long = 'x'.repeat(200)
  expect(wrap(`a ${long} b`, 'subject', width, measure)).toEqual(['a', long, 'b'])
})
