/** Editions → their files, here or on worker threads; the bytes are the same either way. */

import { fileURLToPath } from 'node:url'
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
  const { run, close } = jobs > 1 ? await pool(jobs) : await here()
  const queue = [...editions]
  const lane = async (): Promise<void> => {
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
    await Promise.all(Array.from({ length: jobs }, lane))
  } finally {
    await close()
  }
}

type Runner = { readonly run: (job: RenderJob) => Promise<Rendered>; readonly close: () => Promise<void> }

const here = async (): Promise<Runner> => {
  const { renderJob } = await import('../worker.ts')
  return { run: renderJob, close: async () => undefined }
}

const pool = async (jobs: number): Promise<Runner> => {
  const { Tinypool } = await import('tinypool')
  const workers = new Tinypool({
    filename: fileURLToPath(new URL('./worker.js', import.meta.url)),
    name: 'renderJob',
    runtime: 'worker_threads',
    minThreads: jobs,
    maxThreads: jobs,
  } as ConstructorParameters<typeof Tinypool>[0])
  return {
    run: (job) => workers.run(job, { name: 'renderJob' }) as Promise<Rendered>,
    close: () => workers.destroy(),
  }
}

const named = (edition: Edition, rendered: Rendered): Map<string, Uint8Array> =>
  new Map(rendered.map(([format, bytes]) => [`${edition.name}.${formatTable[format].extension}`, bytes]))
