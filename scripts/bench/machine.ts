/** Where and of what was measured: the commit and its day (never the clock), the processor, Node and the other programs. */

import { spawnSync } from 'node:child_process'
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { versionOf } from './peers/programs.ts'

export type Machine = {
  /** With a "+" when files differ from it. */
  readonly commit: string
  readonly date: string
  readonly cpus: number
  readonly cpu: string
  readonly memory: number
  readonly node: string
  readonly programs: Readonly<Record<string, string | null>>
}

export const machine = (root: string): Machine => {
  const git = (...args: string[]): string =>
    (spawnSync('git', ['-C', root, ...args], { encoding: 'utf8' }).stdout ?? '').trim()
  const [commit = '', date = ''] = git('log', '-1', '--format=%h %cs').split(' ')
  const changed = git('status', '--porcelain', '--untracked-files=no') !== ''
  return {
    commit: `${commit || '?'}${changed ? '+' : ''}`,
    date,
    cpus: availableParallelism(),
    cpu: cpus()[0]?.model.trim() ?? '?',
    memory: totalmem(),
    node: process.versions.node,
    programs: Object.fromEntries(['pandoc', 'soffice', 'git'].map((name) => [name, versionOf(name) ?? null])),
  }
}

/** What others were doing on the machine, in cores; figures of a busy machine are worth little. */
export const load = (): number => Math.round((loadavg()[0] ?? 0) * 100) / 100
