/** Progress written into a meeting's file: the step is there, and not one other byte has moved. */

import { describe, expect, it } from 'vitest'
import { readMeeting } from '../../src/load/body.ts'
import { recordProgress } from '../../src/load/record-progress.ts'
import { readYaml } from '../../src/load/yaml.ts'

const step = { state: 'done', on: '2026-03-20' }
const first = ['conclusions', 0, 'tasks', 0]
const yaml = (text: string, path = first, given: Parameters<typeof recordProgress>[3] = step) =>
  recordProgress('content/meetings/2026/a.yaml', text, path, given)
const markdown = (text: string, path: (string | number)[], given = step) =>
  recordProgress('content/meetings/2026/a.md', text, path, given)

/** What was put in, where the rest is as before. */
const added = (before: string, after: string | undefined): string => {
  if (after === undefined) throw new Error('refused')
  let head = 0
  while (before[head] === after[head] && head < before.length) head += 1
  let tail = 0
  while (tail < before.length - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  expect(after.slice(0, head) + after.slice(after.length - tail)).toBe(before)
  return after.slice(head, after.length - tail)
}

describe('a YAML record', () => {
  it.each([
    ['a task on one line', 'conclusions:\n  - tasks: [{lead: a, due: 2026-03-01}]  # nhớ\n'],
    [
      'several lines in braces',
      'conclusions:\n  - tasks:\n      - {\n          lead: a, # ai\n          due: {every: hằng quý}\n        }\n',
    ],
    ['a block', 'conclusions:\n  - tasks:\n      - what: Việc\n        lead: a # ghi chú\n\n    text: b\n'],
    [
      'a block whose last value is a block',
      'conclusions:\n  - tasks:\n      - lead: a\n        due:\n          by: tới\n  - b\n',
    ],
    [
      'a folded text at the end',
      'conclusions:\n  - tasks:\n      - lead: a\n        what: >-\n          dài\n          dòng\n  - b\n',
    ],
    [
      'steps that are there already',
      'conclusions:\n  - tasks:\n      - lead: a\n        progress:\n          - {state: doing, on: 2026-03-01}\n          - state: doing\n            on: 2026-03-02\n        with: b\n',
    ],
    [
      'steps in brackets',
      'conclusions:\n  - tasks: [{lead: a, progress: [{state: doing, on: 2026-03-01}], with: b}]\n',
    ],
    ['no line feed at the end', 'conclusions:\n  - tasks:\n      - lead: a'],
  ])('%s', (_, text) => {
    for (const raw of [text, text.replaceAll('\n', '\r\n'), `\uFEFF${text}`]) {
      const after = yaml(raw)
      expect(added(raw, after)).toMatch(/\{state: done, on: 2026-03-20\}/)
      const read = readYaml('a.yaml', after ?? '', (problem) => expect(problem).toBeUndefined())
      const steps = JSON.stringify(read?.value).match(/"progress":(\[.*?\])/)?.[1] ?? ''
      expect(JSON.parse(steps).at(-1)).toEqual(step)
    }
  })

  it('writes a note that YAML would otherwise understand as something else', () => {
    const text = 'conclusions:\n  - tasks: [{lead: a}]\n'
    const note = 'xong: "hết" # {1} \\ \'2\''
    const read = readYaml('a.yaml', yaml(text, first, { ...step, note }) ?? '', () => undefined)
    expect(JSON.stringify(read?.value)).toContain(JSON.stringify({ ...step, note }))
  })

  it('writes one step after the other', () => {
    const text = 'conclusions:\n  - tasks:\n      - lead: a\n'
    const after = yaml(yaml(text) ?? '', first, { state: 'doing', on: '2026-03-21' })
    expect(after).toBe(
      'conclusions:\n  - tasks:\n      - lead: a\n        progress:\n          - {state: done, on: 2026-03-20}\n          - {state: doing, on: 2026-03-21}\n',
    )
  })

  it.each([
    [
      'a task that is repeated by its name',
      'conclusions:\n  - tasks: &t [{lead: a}]\n  - tasks: *t\n',
      ['conclusions', 1, 'tasks', 0],
    ],
    ['a task that is not there', 'conclusions:\n  - tasks: [{lead: a}]\n', ['conclusions', 4, 'tasks', 0]],
    ['progress that is no list', 'conclusions:\n  - tasks: [{lead: a, progress: x}]\n', first],
  ])('leaves %s to a person', (_, text, path) => {
    expect(yaml(text, path)).toBeUndefined()
  })
})

describe('a Markdown record', () => {
  const record = `---
notice: {subject: "a --- b"}
---

1. Văn phòng rà soát. <!-- ghi riêng -->
   <!-- task: {what: Rà soát, lead: a} -->
2. Các phòng gửi báo cáo.
   <!-- tasks:
     - {what: Gửi, lead: b}
     - what: Tổng hợp
       lead: c
   -->
`

  it.each([
    [['conclusions', 0, 'tasks', 0], 'Rà soát'],
    [['conclusions', 1, 'tasks', 0], 'Gửi'],
    [['conclusions', 1, 'tasks', 1], 'Tổng hợp'],
  ])('%j', (path, what) => {
    for (const raw of [record, record.replaceAll('\n', '\r\n'), record.normalize('NFD')]) {
      const after = markdown(raw, path)
      added(raw, after)
      const read = readMeeting('a.md', after ?? '', () => undefined)
      const tasks = JSON.stringify(read?.value).match(/\{"what":"[^"]*","lead":"."[^}]*\}\]?/g) ?? []
      expect(tasks.filter((task) => task.includes('progress'))).toHaveLength(1)
      expect(tasks.find((task) => task.includes('progress'))).toContain(`"what":"${what}"`)
    }
  })

  it('finds a task that stands in the front matter', () => {
    const raw = '---\nconclusions:\n  - tasks: [{lead: a}]\n---\n'
    expect(markdown(raw, first)).toBe(
      '---\nconclusions:\n  - tasks: [{lead: a, progress: [{state: done, on: 2026-03-20}]}]\n---\n',
    )
  })

  it('refuses a note that would end the comment', () => {
    expect(
      markdown(record, ['conclusions', 0, 'tasks', 0], { ...step, note: 'a --> b' } as typeof step),
    ).toBeUndefined()
  })
})
