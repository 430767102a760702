/** What the bench makes of its samples. */

import { expect, it } from 'vitest'
import type { Measurement } from '../../scripts/bench/experiment.ts'
import { runGroup } from '../../scripts/bench/experiment.ts'
import { historyRow, withRow } from '../../scripts/bench/history.ts'
import { missingProgram } from '../../scripts/bench/peers/programs.ts'
import { findTypst } from '../../scripts/bench/peers/typst.ts'
import { ratiosOf } from '../../scripts/bench/ratios.ts'
import { median, reached, spread } from '../../scripts/bench/statistics.ts'

it('takes the middle sample, or the mean of the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([10, 9, 2, 1])).toBe(5.5)
  expect(() => median([])).toThrow()
  expect(spread([8, 10, 12])).toBeCloseTo(0.4)
})

it('knows on which side of its limit a ratio should lie', () => {
  expect(reached(1, { is: 'at most', limit: 1 })).toBe(true)
  expect(reached(1.01, { is: 'at most', limit: 1 })).toBe(false)
  expect(reached(15, { is: 'at least', limit: 15 })).toBe(true)
  expect(reached(14.9, { is: 'at least', limit: 15 })).toBe(false)
})

const measured = (name: string, seconds: number, peak: number | null = null): Measurement => ({
  name,
  group: 'x',
  what: name,
  notices: 1000,
  sampled: null,
  seconds,
  samples: [seconds],
  spread: 0,
  cpu: null,
  peak,
  bytes: null,
  more: {},
})

const sizes = { main: 1000, largest: 10_000 }

it('divides what the issue divides, and leaves out what has only one side', () => {
  const ratios = ratiosOf(
    [
      measured('pdf-all-cores', 6),
      measured('typst', 8),
      measured('full-1000', 20, 100e6),
      measured('full-10000', 230, 120e6),
      measured('pandoc-docx', 60),
      measured('libreoffice-pdf', 120),
      measured('nothing-1000', 0.1),
      measured('help', 0.08),
    ],
    sizes,
  )
  expect(Object.fromEntries(ratios.map(({ name, ratio, reached: so }) => [name, [ratio, so]]))).toEqual({
    'pdf-all-cores : typst': [0.75, true],
    'pandoc + libreoffice : full': [9, false],
    'full : nothing (1000)': [200, true],
    'time 10000 : 1000': [11.5, false],
    'memory 10000 : 1000': [1.2, true],
  })
})

it('adds a row to the history and leaves the others as they are', () => {
  const machine = {
    commit: 'abc',
    date: '2026-11-24',
    cpus: 2,
    cpu: '',
    memory: 0,
    node: '20.0.0',
    programs: {},
  }
  const ratios = ratiosOf([measured('pdf-all-cores', 6), measured('typst', 9)], sizes)
  const once = withRow(undefined, historyRow(machine, ratios))
  const twice = withRow(once, historyRow({ ...machine, commit: 'def' }, []))
  expect(twice.startsWith(once)).toBe(true)
  const rows = twice.split('\n').filter((line) => line.startsWith('|'))
  expect(new Set(rows.map((row) => row.split('|').length)).size).toBe(1)
  expect(rows.at(-2)).toMatch(/^\| abc \| 2026-11-24 \| 2 \| 20\.0\.0 \| 0\.667 \|/)
  expect(rows.at(-1)).toMatch(/^\| def .* – \|$/)
})

it('runs in rounds, and goes on without what fails', async () => {
  const order: string[] = []
  const experiment = (name: string, once = async () => ({ seconds: 1 })) => ({
    name,
    what: name,
    once: async () => {
      order.push(name)
      return once()
    },
  })
  const told: string[] = []
  await runGroup(
    {
      name: 'g',
      title: '',
      experiments: [
        experiment('a'),
        experiment('bad', () => Promise.reject(new Error('gone'))),
        { ...experiment('b'), whole: (seconds: number) => seconds * 10 },
        { ...experiment('absent'), missing: 'not here' },
      ],
    },
    { runs: 2, quick: false },
    {
      measured: ({ name, seconds }) => told.push(`${name} ${seconds}`),
      skipped: ({ name, why }) => told.push(`${name}: ${why}`),
    },
  )
  expect(order).toEqual(['a', 'bad', 'b', 'a', 'b'])
  expect(told).toEqual(['absent: not here', 'bad: gone', 'a 1', 'b 10'])
})

it('says that a program is missing, and does not fail', () => {
  expect(missingProgram('no-such-program')).toMatch('no-such-program')
  expect(missingProgram('node')).toBeUndefined()
  expect(findTypst('/nowhere')).toBeUndefined()
})
