/** Programs of the machine that are measured beside ours: are they here, and in which version. */

import { spawnSync } from 'node:child_process'

const said = (program: string): string | undefined => {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 60_000 })
  return status === 0 ? (stdout.split('\n')[0] ?? '').trim() : undefined
}

const known = new Map<string, string | undefined>()

/** The first line of what it says of itself; undefined where it is not installed. */
export const versionOf = (program: string): string | undefined => {
  if (!known.has(program)) known.set(program, said(program))
  return known.get(program)
}

export const missingProgram = (program: string): string | undefined =>
  versionOf(program) === undefined ? `máy này không có ${program}` : undefined
