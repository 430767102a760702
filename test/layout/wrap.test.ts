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
