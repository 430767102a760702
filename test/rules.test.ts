/** The doc comments of the rules on the text are their tests: what is called bad is found there, what is called good is not. */

import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { rules } from '../src/check/rules/index.ts'
import { here } from './fixtures/project.ts'
import { examplesOf, look } from './fixtures/rule-examples.ts'

const cases = rules.flatMap((rule) =>
  examplesOf(rule.id).map(
    (example, index) => [`${rule.id} ${example.is} ${index + 1}`, rule, example] as const,
  ),
)

test.each(cases)('%s', (_, rule, example) => {
  const { problems, marks, files } = look(example, rule.id, rule.on)
  expect(
    problems.filter((problem) => problem.rule !== rule.id),
    'another rule speaks',
  ).toEqual([])
  const places = problems.map(({ file, at }) => ({ file, ...at }))
  const order = (list: readonly { line?: number; column?: number }[]) =>
    [...list].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
  if (example.is === 'good') expect(problems, JSON.stringify(files)).toEqual([])
  else if (marks.length > 0) expect(order(places)).toEqual(order(marks))
  else expect(problems).not.toEqual([])
  expect(problems.every(({ level }) => level === rule.level)).toBe(true)
})

test.each(rules)('$id has an example of either kind', ({ id }) => {
  const examples = examplesOf(id)
  expect(new Set(examples.map(({ is }) => is))).toEqual(new Set(['good', 'bad']))
  expect(examples.filter(({ text }) => text === '')).toEqual([])
})

test('every file of src/check/rules is a rule of the table', () => {
  const files = readdirSync(here('src/check/rules')).filter((file) => file !== 'index.ts')
  expect(rules.map(({ id }) => `${id.replace('text/', '')}.ts`).sort()).toEqual(files.sort())
})

test('the written rules have the examples of the doc comments (-u writes them anew)', async () => {
  const examples = Object.fromEntries(rules.map(({ id }) => [id, examplesOf(id)]))
  await expect(`${JSON.stringify(examples, null, 2)}\n`).toMatchFileSnapshot(
    '../src/check/rule-examples.json',
  )
})
