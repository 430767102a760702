/** Several who issue at once, those who are killed on the way, and two branches of one register. */

import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { hireClerks, telling } from '../fixtures/clerks.ts'
import { thongbao } from '../fixtures/project.ts'
import { entryOf, faultsOf, names, office } from '../fixtures/register.ts'

const issue = (from: number, to: number): string[][] =>
  Array.from({ length: to - from + 1 }, (_, index) => ['issue', `hop-${from + index}`])

const numbersIn = (root: string): number =>
  names(root, 'content/register').filter((name) => name.endsWith('.yaml')).length

it('four at once issue eight: no gap, no number twice, every file its own', {
  timeout: 300_000,
}, async () => {
  const hire = await hireClerks()
  const root = await office(8)
  const clerks = await Promise.all([1, 3, 5, 7].map((from) => hire(root, issue(from, from + 1))))
  expect(clerks.map(({ code, err }) => [code, err])).toEqual(clerks.map(() => [0, '']))
  expect([numbersIn(root), faultsOf(root)]).toEqual([8, []])
})

/** Each in turn is killed while it amends the number before; then somebody else issues as if nothing had been. */
it('killed at any step, nothing is lost, and the next run goes on by itself', {
  timeout: 300_000,
}, async () => {
  const hire = await hireClerks()
  const root = await office(60)
  await thongbao(root, ['issue', 'hop-1'])
  // Every third step; `npm run conformance -- --long` stops at each and at random.
  let [next, step, killed] = [2, -1, true]
  while (killed) {
    step += 3
    const before = numbersIn(root)
    const amending = ['issue', `hop-${next}`, '--amends', String(before), '--reason', 'Sai']
    killed = (await hire(root, [amending], { calls: telling, at: step })).signal === 'SIGKILL'
    const published = numbersIn(root) > before
    if (!killed) expect(published).toBe(true)
    expect(await thongbao(root, ['issue', `hop-${next + 1}`])).toMatchObject({ code: 0, err: '' })
    expect([step, numbersIn(root), faultsOf(root)]).toEqual([step, before + (published ? 2 : 1), []])
    expect([step, entryOf(root, `2026/TB/${before}`).state]).toEqual([step, published ? 'amended' : 'issued'])
    next += 2
  }
  expect(step).toBeGreaterThan(6)
  expect(await thongbao(root, ['check'])).toMatchObject({ code: 0, err: '' })
})

it('two branches that took the same number are in conflict, for all to see', async () => {
  const root = await office(2)
  const git = (...argv: string[]): string =>
    execFileSync('git', ['-c', 'user.name=VT', '-c', 'user.email=vt@vi.du', ...argv], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  writeFileSync(join(root, '.gitignore'), 'out/\n')
  git('init', '-q', '-b', 'chinh')
  git('add', '.')
  git('commit', '-qm', 'Bắt đầu')
  git('checkout', '-qb', 'nhanh')
  await thongbao(root, ['issue', 'hop-1'])
  git('add', '.')
  git('commit', '-qm', 'Ban hành ở nhánh')
  git('checkout', '-q', 'chinh')
  await thongbao(root, ['issue', 'hop-2'])
  git('add', '.')
  git('commit', '-qm', 'Ban hành ở nhánh chính')
  expect(() => git('merge', '-q', 'nhanh')).toThrow()
  expect(git('status', '--porcelain')).toBe('AA content/register/2026/TB/1.yaml\n')
  expect((await thongbao(root, ['check'])).code).toBe(1)
})
