/** A project with a few characters changed anywhere gives its notices or an error, in our words, and never a fault. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { build } from './fixtures/memory.ts'
import { base, goodMeeting } from './fixtures/project.ts'

const markdown = `---
${goodMeeting.replace(/conclusions:[\s\S]*/, '')}---
# Chung

Tốt.

1. Một.
   <!-- task: {lead: khao-thi} -->
   1. a
   2. b
2. Hai.

| a | b |
|---|---|
| 1 | 2 |
`
const files: readonly (readonly [path: string, text: string])[] = [
  ...Object.entries(base()).map(([path, text]) => [path, String(text)] as const),
  ['content/meetings/2026/mot.yaml', goodMeeting],
  ['content/meetings/2026/hai.md', markdown],
  ['content/register/2026/TB/5.yaml', 'number: 5\nsymbol: TB-SGDĐT\ndate: 2026-03-04\nrecord: mot\n'],
]

const bits = fc.constantFrom(
  ...[
    '',
    ' ',
    '\n',
    '  ',
    '\t',
    ': ',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '#',
    '|',
    '>',
    '*',
    '&a',
    '*a',
    '~',
  ],
  ...[
    '{{',
    '}}',
    '{{#if x}}',
    '{{/if}}',
    '<!--',
    '-->',
    '<unit:x>',
    '```',
    '---\n',
    'null',
    '[]',
    '{}',
    '-1',
  ],
  ...['1e999', '2026-02-30', 'constructor', '__proto__', '📌'],
)
const edits = fc.array(fc.tuple(fc.nat(), fc.nat(12), bits), { minLength: 1, maxLength: 3 })

test('changed anywhere', () => {
  fc.assert(
    fc.property(fc.constantFrom(...files), edits, ([path, text], changes) => {
      const changed = changes.reduce((now, [at, gone, put]) => {
        const place = at % (now.length + 1)
        return now.slice(0, place) + put + now.slice(place + gone)
      }, text)
      const { editions, problems } = build({ ...Object.fromEntries(files), [path]: changed })
      const errors = problems.filter(({ level }) => level === 'error')
      if (errors.length === 0) expect(editions).toHaveLength(2)
      for (const { message, hint } of problems)
        expect(`${message} ${hint}`).not.toMatch(/\[object|native code|NaN|"undefined"/)
    }),
    { numRuns: 80 },
  )
})
