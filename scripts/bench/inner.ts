/** What is measured inside a process of its own: a job and its argument in, a result as JSON in a file. */

import { writeFileSync } from 'node:fs'
import { unhurried } from '../launch/load.ts'
import { compareJob, wordsJob } from './jobs/compare.ts'
import { bookJob, pairJob, projectJob } from './jobs/generate.ts'
import { prepareJob } from './jobs/prepare.ts'
import { rawDocxJob, rawPdfmakeJob } from './jobs/raw.ts'
import { parallelJob, renderOursJob, warmJob } from './jobs/render.ts'
import { typstJob } from './jobs/typst.ts'

const jobs = {
  project: projectJob,
  book: bookJob,
  pair: pairJob,
  prepare: prepareJob,
  render: renderOursJob,
  parallel: parallelJob,
  warm: warmJob,
  typst: typstJob,
  'raw-docx': rawDocxJob,
  'raw-pdfmake': rawPdfmakeJob,
  compare: compareJob,
  words: wordsJob,
} as const

export type Jobs = typeof jobs
export type JobName = keyof Jobs
export type Argument<N extends JobName> = Parameters<Jobs[N]>[0]
export type Result<N extends JobName> = Awaited<ReturnType<Jobs[N]>>

/** These run under the flags that the program gives itself when it starts. */
const asTheProgram = new Set<string>(['render', 'parallel', 'warm', 'compare'] satisfies JobName[])

export const inner = async (name: string, argument: string, to: string): Promise<void> => {
  const job = jobs[name as JobName] as ((argument: unknown) => Promise<object>) | undefined
  if (!job) throw new Error(`no such job: ${name}`)
  if (asTheProgram.has(name)) unhurried()
  writeFileSync(to, JSON.stringify(await job(JSON.parse(argument))))
}
