/** Temporary names that say who is writing, so that the next run can tell what a killed one left from work in progress. */

import { hostname } from 'node:os'
import { errorCode } from '../text/system-errors.ts'

const machine = (): string =>
  hostname()
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 40)

/** "<machine>-<process>": who we are. */
export const writer = (): string => `${machine()}-${process.pid}`

/** Is the writer certainly gone? Of another machine that cannot be known. */
export const isGone = (who: string): boolean => {
  const [, host, pid] = /^([a-z0-9]*)-(\d+)$/.exec(who) ?? []
  return host === machine() && !isAlive(Number(pid))
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) !== 'ESRCH'
  }
}
