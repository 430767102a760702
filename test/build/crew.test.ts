/** A thread that dies costs the record that brought it down, and nothing else. */

import { describe, expect, it } from 'vitest'
import { openCrew } from '../../src/build/crew.ts'
import type { Job } from '../../src/build/make.ts'

const office = {
  root: '/nowhere',
  files: new Map(),
  rooms: { settings: [], directory: [], templates: [], partials: [] },
  ids: [],
}

const made = async (files: readonly string[], worker: string, jobs = 2) => {
  const crew = await openCrew(
    office,
    { root: '/nowhere', maker: '', formats: [], jobs, worker: new URL(worker, import.meta.url) },
    undefined,
  )
  const done: string[] = []
  const failed: [string, string][] = []
  await crew.make(
    files.map((file): Job => ({ file, entries: [] })),
    files.length,
    async ({ file }) => void done.push(file),
    ({ file }, fault) => failed.push([file, fault instanceof Error ? fault.message : String(fault)]),
  )
  await crew.close()
  return { done: done.sort(), failed: failed.sort() }
}

const good = Array.from({ length: 40 }, (_, at) => `good-${String(at).padStart(2, '0')}`)
const failing = '../fixtures/worker-that-fails.mjs'

describe('a crew', () => {
  it('makes every job once', async () => {
    for (const jobs of [1, 2, 3]) expect(await made(good, failing, jobs)).toEqual({ done: good, failed: [] })
  })

  it('loses only the job that throws, and the one that ends its thread', async () => {
    const jobs = [
      ...good.slice(0, 11),
      'throws-1',
      ...good.slice(11, 23),
      'exits-1',
      'exits-2',
      ...good.slice(23),
    ]
    const { done, failed } = await made(jobs, failing)
    expect(done).toEqual(good)
    expect(failed.map(([file]) => file)).toEqual(['exits-1', 'exits-2', 'throws-1'])
    expect(failed.map(([, said]) => said)).toEqual([
      expect.stringContaining('mã 7'),
      expect.stringContaining('mã 7'),
      'a fault of the program',
    ])
  })

  it('says so of every job when no thread can be started', async () => {
    const { done, failed } = await made(good.slice(0, 3), '../fixtures/no-such-worker.mjs')
    expect(done).toEqual([])
    expect(failed.map(([file]) => file)).toEqual(good.slice(0, 3))
  })
})
