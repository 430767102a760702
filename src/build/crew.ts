/** Who makes meetings: this thread, or several others that are handed small batches. The bytes are the same either way. */

import { fileURLToPath } from 'node:url'
import { type Job, type Made, type MakeOptions, makeMeeting } from './make.ts'
import type { Office, OfficeInputs } from './office.ts'
import type { Thread } from './thread.ts'
import { worker as compiledWorker } from './thread-count.ts'

type Hand = Thread<readonly Job[], readonly Made[]>

export type CrewOptions = MakeOptions & {
  /** Threads; 1: this one. */
  readonly jobs: number
  /** The module that a thread runs; `worker.js` beside the program when absent. */
  readonly worker?: URL
}

export type Crew = {
  /**
   * Calls `each` once a job, in the order in which they get ready; `failed` when the program itself is at fault.
   * Jobs are taken one by one, as late as possible.
   */
  readonly make: (
    jobs: Iterable<Job>,
    count: number,
    each: (made: Made) => Promise<void>,
    failed: (job: Job, fault: unknown) => void,
  ) => Promise<void>
  readonly close: () => Promise<void>
}

/** What a thread is given once. */
export type WorkerData = {
  readonly office: OfficeInputs
  readonly options: Omit<MakeOptions, 'clock' | 'ready'>
  readonly timed: boolean
}

/** Enough that handing over costs little, few enough that no thread is left waiting for another at the end. */
const batchSize = 8

/** `office`: as this thread sees it; without one others are needed, however few. */
export const openCrew = (
  inputs: OfficeInputs,
  options: CrewOptions,
  office: Office | undefined,
): Promise<Crew> => (options.jobs === 1 && office ? alone(options, office) : threads(inputs, options))

const alone = async (options: CrewOptions, office: Office): Promise<Crew> => ({
  make: async (jobs, _count, each, failed) => {
    // While one is on its way to the disk, the next is made.
    let writing = Promise.resolve()
    for (const job of jobs) {
      try {
        const made = await makeMeeting(job, office, options)
        await writing
        writing = each(made).catch((fault: unknown) => failed(job, fault))
      } catch (fault) {
        failed(job, fault)
      }
    }
    await writing
  },
  close: async () => undefined,
})

const threads = async (
  inputs: OfficeInputs,
  { clock, jobs: count, worker, ...options }: CrewOptions,
): Promise<Crew> => {
  const { openThread } = await import('./thread.ts')
  const { root, maker, formats, whole = false } = options
  const data: WorkerData = {
    office: inputs,
    options: { root, maker, formats, whole },
    timed: clock !== undefined,
  }
  const file = fileURLToPath(worker ?? compiledWorker)
  const hands = Array.from({ length: count }, () =>
    openThread<readonly Job[], readonly Made[]>(file, 'makeJobs', data),
  )
  return {
    make: async (jobs, total, each, failed) => {
      const queue = batches(jobs, total, count)
      // A thread has its next batch before what it made is written.
      const lane = async ({ run }: Hand): Promise<void> => {
        const next = () => {
          const { value: batch } = queue.next()
          return batch && made(batch, run, failed)
        }
        for (let running = next(); running; ) {
          const done = await running
          running = next()
          for (const one of done) await each(one)
        }
      }
      await Promise.all(hands.map(lane))
    },
    close: async () => {
      for (const hand of hands) await hand.close()
    },
  }
}

/** A batch that brings its thread down is tried again one by one: only who did it is lost. */
const made = async (
  batch: readonly Job[],
  run: Hand['run'],
  failed: (job: Job, fault: unknown) => void,
): Promise<readonly Made[]> => {
  try {
    return await run(batch)
  } catch (fault) {
    const [only] = batch
    if (batch.length === 1 && only) {
      failed(only, fault)
      return []
    }
    const all: Made[] = []
    for (const job of batch) all.push(...(await made([job], run, failed)))
    return all
  }
}

/** Smaller ones at the end and for few jobs, so that all threads get their share. */
function* batches(jobs: Iterable<Job>, total: number, threads: number): Generator<Job[], undefined> {
  let left = total
  let batch: Job[] = []
  for (const job of jobs) {
    batch.push(job)
    if (batch.length < Math.min(batchSize, Math.ceil(left / (2 * threads)))) continue
    yield batch
    left -= batch.length
    batch = []
  }
  if (batch.length > 0) yield batch
}
