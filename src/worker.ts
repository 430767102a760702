/** What a thread does: meetings of a build, from their records to the bytes of their files; or originals that are rendered only. */

import { workerData } from 'node:worker_threads'
import type { WorkerData } from './build/crew.ts'
import { type Job, type Made, makeMeeting } from './build/make.ts'
import { openOffice } from './build/office.ts'
import { openedFonts } from './load/opened-fonts.ts'
import { type FormatName, type Original, render } from './render/index.ts'

/** What a build has given this thread, understood once. Tinypool puts it behind something of its own. */
const office = async () => {
  const [, data] = workerData as readonly [unknown, WorkerData]
  return { ...data, ...(await openOffice(data.office, () => undefined)) }
}
let opened: ReturnType<typeof office> | undefined

export const makeJobs = async (jobs: readonly Job[]): Promise<Made[]> => {
  opened ??= office()
  const { office: own, options, timed } = await opened
  const clock = timed ? () => performance.now() : undefined
  const made: Made[] = []
  for (const job of jobs) made.push(await makeMeeting(job, own, { ...options, clock }))
  return made
}

export type RenderJob = { readonly original: Original; readonly formats: readonly FormatName[] }
export type Rendered = Awaited<ReturnType<typeof render>>

export const renderJob = ({ original, formats }: RenderJob): Promise<Rendered> =>
  render(original, formats, openedFonts)
