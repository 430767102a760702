/** Our own renderers in this process, from sheets that are ready to bytes that nobody writes. */

import { Tinypool } from 'tinypool'
import { type FormatName, formats, render } from '../../../src/render/index.ts'
import type { Rendered as Rendering, RenderJob } from '../../../src/worker.ts'
import { median } from '../statistics.ts'
import { readyEditions } from './editions.ts'
import { secondsOf } from './timer.ts'

export type Rendered = {
  readonly notices: number
  readonly seconds: number
  readonly bytes: Partial<Record<FormatName, number>>
  readonly stages: { readonly load: number; readonly arrange: number }
}
type Wanted = { root: string; formats: FormatName[] }

/** One after another, on one core. */
export const renderOursJob = async ({ root, formats: wanted }: Wanted): Promise<Rendered> => {
  const { editions, fonts, load, arrange } = await readyEditions(root)
  const bytes: Partial<Record<FormatName, number>> = {}
  const seconds = await secondsOf(async () => {
    for (const { notice, sheet } of editions)
      for (const format of wanted) {
        const made = await formats[format].render({ notice, sheet }, () => fonts)
        bytes[format] = (bytes[format] ?? 0) + made.length
      }
  })
  return { notices: editions.length, seconds, bytes, stages: { load, arrange } }
}

/** By the compiled program's own worker, on as many threads as `jobs`; their start counts. */
export const parallelJob = async ({
  root,
  formats: wanted,
  jobs,
  worker,
}: Wanted & { jobs: number; worker: string }): Promise<Rendered> => {
  const { editions, load, arrange } = await readyEditions(root)
  const bytes: Partial<Record<FormatName, number>> = {}
  const seconds = await secondsOf(async () => {
    const threads = new Tinypool({
      filename: worker,
      runtime: 'worker_threads',
      minThreads: jobs,
      maxThreads: jobs,
    })
    const queue = editions.map(
      ({ notice, sheet }): RenderJob => ({ original: { notice, sheet }, formats: wanted }),
    )
    const lane = async (): Promise<void> => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const made = (await threads.run(next, { name: 'renderJob' })) as Rendering
        for (const [format, { length }] of made) bytes[format] = (bytes[format] ?? 0) + length
      }
    }
    // A thread has its next notice before what it made is here.
    await Promise.all(Array.from({ length: 2 * jobs }, lane))
    await threads.destroy()
  })
  return { notices: editions.length, seconds, bytes, stages: { load, arrange } }
}

const warmUp = 40
const rounds = 25

/** One notice again and again, after others have warmed the process up: the median of one render. */
export const warmJob = async ({
  root,
  id,
  formats: wanted,
}: Wanted & { id: string }): Promise<{ seconds: number }> => {
  const { editions, fonts } = await readyEditions(root)
  const one = ({ notice, sheet }: (typeof editions)[number]) => render({ notice, sheet }, wanted, () => fonts)
  for (let round = 0; round < warmUp; round += 1) {
    const other = editions[round % editions.length]
    if (other) await one(other)
  }
  const edition = editions.find((each) => each.id === id)
  if (!edition) throw new Error(`no notice ${id}`)
  const samples: number[] = []
  for (let round = 0; round < rounds; round += 1) samples.push(await secondsOf(() => one(edition)))
  return { seconds: median(samples) }
}
