/** One thread that makes batches of meetings, and is replaced by another when something brings it down. */

import { Tinypool } from 'tinypool'
import type { Job, Made } from './make.ts'

export type Thread = {
  /** Rejects when the thread could not do it, whatever the reason; the next batch finds another thread. */
  readonly run: (jobs: readonly Job[]) => Promise<readonly Made[]>
  readonly close: () => Promise<void>
}

/** A pool of one, so that it is certain who was at work when a thread ends. */
type Pool = { readonly threads: Tinypool; lost: (fault: unknown) => void }

export const openThread = (worker: string, workerData: unknown): Thread => {
  let current: Pool | undefined
  return {
    run: (jobs) =>
      new Promise((done, fail) => {
        current ??= openPool(worker, workerData)
        const pool = current
        pool.lost = (fault) => {
          pool.lost = () => undefined
          if (current === pool) current = undefined
          // It may never answer.
          pool.threads.destroy().catch(() => undefined)
          fail(fault)
        }
        pool.threads.run(jobs, { name: 'makeJobs' }).then(
          (made: readonly Made[]) => {
            pool.lost = () => undefined
            done(made)
          },
          (fault: unknown) => pool.lost(fault),
        )
      }),
    close: async () => {
      await current?.threads.destroy()
    },
  }
}

/** A thread that never starts, and one that ends without a word: Tinypool would leave whoever waits waiting. */
const openPool = (worker: string, workerData: unknown): Pool => {
  const threads = new Tinypool({
    filename: worker,
    workerData,
    runtime: 'worker_threads',
    minThreads: 1,
    maxThreads: 1,
  })
  const pool: Pool = { threads, lost: () => undefined }
  threads.on('error', (fault) => pool.lost(fault))
  for (const { thread } of threads.threads as unknown as { thread: NodeJS.EventEmitter }[])
    thread.once('exit', (code) => pool.lost(new Error(`luồng dựng đã dừng giữa chừng (mã ${String(code)})`)))
  return pool
}
