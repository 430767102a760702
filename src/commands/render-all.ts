/** Editions → their files, here or on worker threads; the bytes are the same either way. */

import { fileURLToPath } from 'node:url'
import type { Thread } from '../build/thread.ts'
import { worker } from '../build/thread-count.ts'
import type { Edition } from '../pipeline.ts'
import { type FormatName, formats as formatTable } from '../render/index.ts'
import type { Rendered, RenderJob } from '../worker.ts'

export type RenderedEdition = { readonly edition: Edition; readonly files: ReadonlyMap<string, Uint8Array> }

/** Calls `each` once an edition, in the order in which they get ready. A worker that fails takes only its edition along. */
export const renderAll = async (
  editions: readonly Edition[],
  formats: readonly FormatName[],
  jobs: number,
  each: (rendered: RenderedEdition) => Promise<void>,
  failed: (edition: Edition, fault: unknown) => void,
): Promise<void> => {
  const lanes = jobs > 1 ? await threads(jobs) : [await here()]
  const queue = [...editions]
  const work = async ({ run }: Runner): Promise<void> => {
    for (let edition = queue.shift(); edition; edition = queue.shift()) {
      const { notice, sheet } = edition
      try {
        const rendered = await run({ original: { notice, sheet }, formats })
        await each({ edition, files: named(edition, rendered) })
      } catch (fault) {
        failed(edition, fault)
      }
    }
  }
  try {
    await Promise.all(lanes.map(work))
  } finally {
    for (const { close } of lanes) await close()
  }
}

type Runner = Thread<RenderJob, Rendered>

const here = async (): Promise<Runner> => {
  const { renderJob } = await import('../worker.ts')
  return { run: renderJob, close: async () => undefined }
}

const threads = async (count: number): Promise<Runner[]> => {
  const { openThread } = await import('../build/thread.ts')
  return Array.from({ length: count }, () => openThread(fileURLToPath(worker), 'renderJob'))
}

const named = (edition: Edition, rendered: Rendered): Map<string, Uint8Array> =>
  new Map(rendered.map(([format, bytes]) => [`${edition.name}.${formatTable[format].extension}`, bytes]))
