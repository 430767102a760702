/** What a form is filled to is what docx writes of the same paragraph or table, whatever is in it. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decree30 } from '../../src/layout/decree30.ts'
import type { Line, Part, Row, Sheet } from '../../src/layout/sheet.ts'
import { formsOf } from '../../src/render/docx/forms.ts'
import { xmlOf } from '../../src/render/docx/library.ts'
import { bodyOf } from '../../src/render/docx/rows.ts'
import { objectsOf } from './docx-objects.ts'

const rules: Sheet['rules'] = decree30
const parts = Object.keys(rules.parts) as Part[]
const stroked = parts.filter((part) => rules.parts[part].rule !== undefined)
const framed = parts.filter((part) => rules.parts[part].frame !== undefined)

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'&<>"\'\n\t ', '\ue000', '1000000000', '$&', 'CURRENT', 'SECTION', 'số 12', 'đ)'),
      fc.string({ unit: 'grapheme' }).filter((found) => /^[\t\n\u0020-\ud7ff]*$/.test(found)),
    ),
    { maxLength: 5 },
  )
  .map((pieces) => pieces.join(''))
const change = fc.constantFrom('inserted', 'deleted', undefined)
const yes = fc.constantFrom(true, undefined)
const mm = fc.oneof(fc.double({ min: 0, max: 160, noNaN: true }), fc.integer({ min: 0, max: 160 }))

/** Keys without a value are left out: a sheet has none. */
const given = <T extends object>(object: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }

const looks = {
  keepNext: yes,
  keepLines: yes,
  inset: fc.option(mm, { nil: undefined }),
  strokeAs: fc.option(fc.constantFrom(...stroked), { nil: undefined }),
  rule: mm,
}
const look = fc
  .record({ part: fc.constantFrom(...parts), ...looks })
  .map(({ strokeAs, part, rule, ...rest }) =>
    given({ ...rest, part: strokeAs ?? part, rule: strokeAs ? rule : undefined }),
  )
const lineOf = (marks: boolean): fc.Arbitrary<Line> => {
  const changed = marks ? change : fc.constant(undefined)
  const run = fc.record({ text, strong: yes, emphasis: yes, change: changed }).map(given)
  return fc
    .record({
      look,
      runs: fc.array(run, { maxLength: 4 }),
      change: changed,
      was: marks ? fc.option(look, { nil: undefined }) : fc.constant(undefined),
    })
    .map(({ look: own, ...rest }) => given({ is: 'line', ...own, ...rest }) as Line)
}
const frameLine = fc
  .record({ part: fc.constantFrom(...framed), text, frame: mm })
  .map(({ text: words, ...rest }): Line => ({ is: 'line', ...rest, runs: [{ text: words }] }))

const rowOf = (marks: boolean): fc.Arbitrary<Row> => {
  const line = lineOf(marks)
  const changed = marks ? change : fc.constant(undefined)
  const some = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { maxLength: 3 })
  const columns = fc.record({
    is: fc.constant('columns' as const),
    widths: some(mm),
    rows: some(some(some(fc.oneof({ weight: 9, arbitrary: line }, frameLine)))),
    role: fc.constantFrom('head', 'foot'),
    keepNext: yes,
    changes: some(changed),
  })
  const grid = fc.record({
    is: fc.constant('grid' as const),
    widths: some(mm),
    head: some(line),
    numbers: fc.option(some(line), { nil: undefined }),
    align: some(fc.constantFrom('left', 'centre', 'right', 'justify')),
    rows: some(some(line)),
    changes: some(changed),
    change: changed,
  })
  return fc.oneof(
    { weight: 4, arbitrary: line as fc.Arbitrary<Row> },
    columns.map((row) => given(row) as Row),
    grid.map((row) => given(row) as Row),
    fc.constant<Row>({ is: 'page-break' }),
  )
}

test.each([
  ['a notice', false],
  ['a redline', true],
])('every row of %s', (_, marks) => {
  const forms = formsOf(rules)
  fc.assert(
    fc.property(
      fc.array(rowOf(marks), { maxLength: 6 }),
      marks ? change : fc.constant(undefined),
      (rows, last) => {
        const theirs = objectsOf(rows, rules, last).map((object) => numbered(xmlOf(object)))
        expect(bodyOf(rows, forms, last).map(({ xml }) => numbered(xml))).toEqual(theirs)
      },
    ),
  )
  // As many forms as there are looks of a paragraph, not as there are texts and lengths.
  const names = [...forms.known.keys()]
  expect(names.filter((name) => /\d{3}|\.\d/.test(name))).toEqual([])
})

/** docx counts drawings over the whole life of the process. */
const numbered = (xml: string): string => xml.replace(/(<wp:docPr id=)"\d+"/g, '$1')

test('a number that is none cannot be put in', () => {
  const narrow = { is: 'grid', widths: [Number.NaN], head: [], align: [], rows: [] } as const
  expect(() => bodyOf([narrow], formsOf(rules))).toThrow('NaN')
})
