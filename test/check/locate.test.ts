/** Where a letter of a record stands in its file: in every way that YAML can write it, and in Markdown bodies. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Document, Scalar } from 'yaml'
import { locatorOf } from '../../src/check/locate.ts'
import type { Passage } from '../../src/check/passage.ts'
import { directoryPassages, meetingText } from '../../src/check/passages.ts'
import { readMeeting } from '../../src/load/body.ts'
import { readYaml } from '../../src/load/yaml.ts'
import type { Source } from '../../src/source.ts'

const never = (problem: unknown): never => {
  throw new Error(JSON.stringify(problem))
}

/** Line and column at which `words` stand in the passage that holds them. */
const placeOf = (source: Source | undefined, words: string): string | undefined => {
  if (!source) return undefined
  const locator = locatorOf(source)
  const all = source.file.includes('directory') ? directoryPassages(source) : meetingText(source).passages
  const passage = all.find(({ text }) => text.includes(words))
  const offset = passage && locator.offsets(passage)?.[passage.text.indexOf(words)]
  const place = offset === undefined ? undefined : locator.lines.place(offset)
  return place && `${place.line}:${place.column}`
}

const yaml = (text: string): Source | undefined => readYaml('content/meetings/2026/a.yaml', text, never)
const markdown = (text: string): Source | undefined => readMeeting('content/meetings/2026/a.md', text, never)

test.each([
  ['plain', 'conclusions:\n  - Các trường báo cáo', '2:16'],
  ['plain over lines', 'conclusions:\n  - Các\n    trường\n    báo cáo', '4:5'],
  ['single quotes', "conclusions:\n  - 'Các ''trường'' báo cáo'", '2:21'],
  ['double quotes', 'conclusions:\n  - "Các \\"trường\\"\\\n    \\u00e0, báo cáo"', '3:13'],
  ['folded', 'conclusions:\n  - >-\n    Các trường\n\n    khác\n    báo cáo', '6:5'],
  ['literal', 'conclusions:\n  - |2+\n      Các trường\n        báo cáo\n', '4:9'],
  ['flow', 'conclusions: [{text: Các trường báo cáo, tasks: []}]', '1:33'],
  ['after a reference', 'conclusions:\n  - <unit:thpt-a> báo cáo', '2:19'],
])('%s', (_, text, place) => {
  expect(placeOf(yaml(text), 'báo cáo')).toBe(place)
})

test('in Markdown bodies past numbers, indentation, comments and marks of headings', () => {
  const text = `---
notice: {subject: Kết luận}
---
## \\* Đối với các trường

1. **\\* Một**

   Các trường <!-- chú thích --> làm
   tiếp <!-- task: {lead: a} -->

   - đường truyền;
   - thiết bị

# Sau cùng
Đoạn cuối.
`
  const source = markdown(text)
  expect(placeOf(source, 'Kết luận')).toBe('2:19')
  expect(placeOf(source, 'Đối với')).toBe('4:7')
  expect(placeOf(source, 'trường <') ?? placeOf(source, 'Các trường')).toBe('8:4')
  expect(placeOf(source, 'làm')).toBe('8:34')
  expect(placeOf(source, 'tiếp')).toBe('9:4')
  expect(placeOf(source, 'thiết bị')).toBe('12:6')
  expect(placeOf(source, 'Sau cùng')).toBe('14:3')
  expect(placeOf(source, 'Đoạn cuối')).toBe('15:1')
})

test('what cannot be found again is the start of its value, never another place', () => {
  const source = yaml('notice: &n {subject: Kết luận}\nbasis:\n  - &a Căn cứ này\n  - *a\n')
  if (!source) throw new Error('not read')
  const locator = locatorOf(source)
  const [, first, second] = meetingText(source).passages
  if (!first || !second) throw new Error('two bases expected')
  expect(locator.offsets(first)).toBeDefined()
  expect(locator.offsets(second)).toBeUndefined()
  expect(locator.lines.place(locator.start(second) ?? 0)).toEqual({ line: 4, column: 5 })
})

const word = fc.constantFrom(
  'Các',
  'trường,',
  'số',
  '"a"',
  "l'b",
  '\\',
  '**đậm**',
  '#',
  'x:',
  '- y',
  'ý',
  '😀',
  '2026.',
)
const value = fc
  .array(fc.tuple(word, fc.constantFrom(' ', '  ', '\n', '\n\n')), { minLength: 1, maxLength: 40 })
  .map((parts) => parts.flat().join('').trim())
const types = ['BLOCK_FOLDED', 'BLOCK_LITERAL', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'PLAIN'] as const

test('every letter of every value, however it is written, is found where it stands', () => {
  fc.assert(
    fc.property(
      value,
      fc.constantFrom(...types),
      fc.integer({ min: 20, max: 60 }),
      (text, type, lineWidth) => {
        const scalar = new Scalar(text)
        scalar.type = type
        const written = new Document({ conclusions: [{ text: scalar }] }).toString({ lineWidth })
        // The writer of YAML sometimes writes what no reader takes.
        const source = readYaml('content/meetings/2026/a.yaml', written, () => {})
        fc.pre(source !== undefined)
        // The writer of YAML may break a long text otherwise; what was read is what counts.
        const passage: Passage | undefined = source && meetingText(source).passages[0]
        if (!source || !passage) throw new Error('not read')
        const offsets = locatorOf(source).offsets(passage)
        if (!offsets) throw new Error(`lost in ${written}`)
        expect(offsets).toHaveLength(passage.text.length + 1)
        for (const [index, offset] of offsets.slice(0, -1).entries()) {
          const [here, there] = [passage.text[index], source.text[offset]]
          // White space may be written as other white space, and a letter as an escape.
          expect(here === there || there === '\\' || (/\s/.test(here ?? '') && /\s/.test(there ?? ''))).toBe(
            true,
          )
        }
        expect([...offsets].sort((a, b) => a - b)).toEqual([...offsets])
      },
    ),
  )
})
