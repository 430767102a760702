/** Our own renderers in this process, from sheets that are ready to bytes that nobody writes. */

import { renderAll } from '../../../src/commands/render-all.ts'
import { type FormatName, formats } from '../../../src/render/index.ts'
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

/** By our own workers, the start of which counts. */
export const parallelJob = async ({
  root,
  formats: wanted,
  jobs,
}: Wanted & { jobs: number }): Promise<Rendered> => {
  const { editions, load, arrange } = await readyEditions(root)
  let bytes = 0
  let fault: unknown
  const seconds = await secondsOf(() =>
    renderAll(
      editions,
      wanted,
      jobs,
      async ({ files }) => {
        for (const made of files.values()) bytes += made.length
      },
      (_, error) => {
        fault ??= error
      },
    ),
  )
  if (fault !== undefined) throw fault
  return { notices: editions.length, seconds, bytes: { pdf: bytes }, stages: { load, arrange } }
}

const warmUp = 40
const rounds = 25

/** One notice again and again, after others have warmed the process up: the median of one render. */
export const warmJob = async ({ root, id }: { root: string; id: string }): Promise<{ seconds: number }> => {
  const { editions, fonts } = await readyEditions(root)
  const render = ({ notice, sheet }: (typeof editions)[number]) =>
    formats.pdf.render({ notice, sheet }, () => fonts)
  for (let round = 0; round < warmUp; round += 1) {
    const other = editions[round % editions.length]
    if (other) await render(other)
  }
  const wanted = editions.find((edition) => edition.id === id)
  if (!wanted) throw new Error(`no notice ${id}`)
  const samples: number[] = []
  for (let round = 0; round < rounds; round += 1) samples.push(await secondsOf(() => render(wanted)))
  return { seconds: median(samples) }
}
