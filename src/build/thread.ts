/** One thread that does a job of the worker's again and again, and is replaced by another when something brings it down. */

import { Tinypool } from 'tinypool'

export type Thread<Job, Made> = {
  /** Rejects when the thread could not do it, whatever the reason; the next job finds another thread. */
  readonly run: (job: Job) => Promise<Made>
  readonly close: () => Promise<void>
}

/** A pool of one, so that it is certain who was at work when a thread ends. */
type Pool = { readonly threads: Tinypool; lost: (fault: unknown) => void }

/** `name`: what the worker calls this kind of job. */
export const openThread = <Job, Made>(
  worker: string,
  name: string,
  workerData?: unknown,
): Thread<Job, Made> => {
  let current: Pool | undefined
  return {
    run: (job) =>
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
        pool.threads.run(job, { name }).then(
          (made: Made) => {
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
