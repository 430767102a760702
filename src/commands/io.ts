/** What a command is given of the outside world; tests hand in their own. */

import type { Problem } from '../problem.ts'

export type Stream = {
  readonly write: (text: string) => unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

export type Io = {
  readonly stdout: Stream
  readonly stderr: Stream
  readonly env: Readonly<Record<string, string | undefined>>
  /** The folder that relative paths start from. */
  readonly cwd: string
  /** Today, 'YYYY-MM-DD' in Vietnam. */
  readonly today: string
  /** Says which program this is: another one may make other bytes. Absent: nothing is remembered between runs. */
  readonly version?: string | undefined
  /** Milliseconds from some moment on, for saying how long something takes. */
  readonly clock?: () => number
  /** Resolves when the user has had enough of a command that goes on by itself. */
  readonly untilStopped?: () => Promise<void>
  /** The words that start this program from anywhere; absent in tests. */
  readonly program?: readonly string[]
}

/** What every command takes. */
export type Common = {
  /** The project folder, absolute. */
  readonly root: string
  readonly json: boolean
  readonly quiet: boolean
  readonly io: Io
}

/** Colours and moving lines: only on a terminal, never with NO_COLOR or CI. */
export const lively = ({ stderr, env }: Io): boolean =>
  stderr.isTTY === true && !env.NO_COLOR && !env.CI && env.TERM !== 'dumb'

/** The same for what is printed on stdout. */
export const livelyOut = ({ stdout, env }: Io): boolean =>
  stdout.isTTY === true && !env.NO_COLOR && !env.CI && env.TERM !== 'dumb'

export const exitCodes = { done: 0, content: 1, usage: 2, fault: 3 } as const

/** A collection of problems that also serves as the `report` of a run. */
export type Collected = { readonly problems: Problem[]; readonly report: (problem: Problem) => void }

/** The same mistake met twice (a partial used by two notices) is told once. */
export const collect = (): Collected => {
  const problems: Problem[] = []
  const seen = new Set<string>()
  return {
    problems,
    report: (problem) => {
      const key = JSON.stringify([problem.file, problem.at, problem.rule, problem.message])
      if (seen.has(key)) return
      seen.add(key)
      problems.push(problem)
    },
  }
}
