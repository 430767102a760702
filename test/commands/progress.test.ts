/** What a long run says while it goes on: how far, how fast, how long still. */

import { expect, it } from 'vitest'
import type { Io } from '../../src/commands/io.ts'
import { progress } from '../../src/commands/progress.ts'

const shown = (total: number, stepMs: number, tty = true): string[] => {
  const lines: string[] = []
  let now = 0
  const stderr = { isTTY: tty, write: (text: string) => lines.push(text) }
  const io: Io = { stdout: stderr, stderr, env: {}, cwd: '/', today: '2026-11-23', clock: () => now }
  const bar = progress(io, false, 'Đang dựng', total)
  for (let at = 0; at < total; at += 1) {
    now += stepMs
    bar.step()
  }
  bar.end()
  return lines
}

it('says the rate and the time left once they mean something', () => {
  const lines = shown(600, 250)
  expect(lines[1]).toBe(`\rĐang dựng ${'░'.repeat(30)} 1/600`)
  expect(lines.find((line) => line.includes(' 120/600'))).toContain('120/600  4,0/giây, còn 2 phút 0 giây')
  expect(lines.find((line) => line.includes(' 599/600'))).toContain('599/600  4,0/giây, còn 1 giây')
})

it('is drawn at a pace that can be seen, and wiped at the end', () => {
  const lines = shown(10_000, 1)
  expect(lines.length).toBeLessThan(10_000 / 50 + 5)
  const longest = Math.max(...lines.slice(0, -1).map((line) => line.length))
  expect(lines.at(-1)).toBe(`\r${' '.repeat(longest - 1)}\r`)
  expect(lines.at(-2)).toContain('10000/10000')
})

it('says nothing into a file, and nothing of a short run', () => {
  expect(shown(600, 250, false)).toEqual([])
  expect(shown(3, 250)).toEqual([])
})
