/** Two files -> how long it takes to say what changed between them: by our comparison, or by a plain word diff. */

import { readFileSync } from 'node:fs'
import { diffWordsWithSpace } from 'diff'
import { terminalForm } from '../../../src/diff/forms/terminal.ts'
import { compareSides, type ReadSide } from '../../../src/diff/report.ts'
import { readMarkdownNotice } from '../../../src/read/markdown.ts'
import { median } from '../statistics.ts'
import { secondsOf } from './timer.ts'

const rounds = 9

type Pair = { before: string; after: string }
type Compared = {
  /** Reading, comparing and wording, in a process that has done it before. */
  seconds: number
  /** The first time. */
  first: number
  changes: number
}

const repeated = async (once: () => number): Promise<Compared> => {
  const samples: number[] = []
  let changes = 0
  for (let round = 0; round < rounds; round += 1)
    samples.push(
      await secondsOf(() => {
        changes = once()
      }),
    )
  return { seconds: median(samples.slice(1)), first: samples[0] ?? 0, changes }
}

/** Two of our Markdown editions. */
export const compareJob = ({ before, after }: Pair): Promise<Compared> =>
  repeated(() => {
    const comparison = compareSides(sideOf(before), sideOf(after))
    terminalForm(comparison, { colour: false })
    return comparison.statements.length
  })

const sideOf = (file: string): ReadSide => {
  const read = readMarkdownNotice(file, readFileSync(file), (problem) => {
    throw new Error(problem.message)
  })
  if (!read) throw new Error(`no notice in ${file}`)
  return { ...read, name: file, whole: false, gaps: [] }
}

/** Two texts word by word, as pandiff compares what pandoc has made of two files. */
export const wordsJob = ({ before, after }: Pair): Promise<Compared> =>
  repeated(
    () =>
      diffWordsWithSpace(readFileSync(before, 'utf8'), readFileSync(after, 'utf8')).filter(
        ({ added, removed }) => added || removed,
      ).length,
  )
