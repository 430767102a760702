/** One whole build of a project into a folder that was not there before, so that nothing can be left out. */

import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench } from '../bench.ts'
import type { Sample } from '../experiment.ts'

export const fullBuild = async (
  bench: Bench,
  root: string,
  args: readonly string[] = [],
  keep?: string,
): Promise<Sample> => {
  const out = keep ?? join(bench.scratch, 'full-out')
  rmSync(out, { recursive: true, force: true })
  const { wall, cpu, peak } = await bench.thongbao(['-C', root, 'build', '--out', out, ...args])
  const sizes = bytesByEnding(out)
  if (keep === undefined) rmSync(out, { recursive: true, force: true })
  return { seconds: wall, cpu, peak, more: sizes }
}

/** 'bytes-pdf': all files with this ending together. */
const bytesByEnding = (folder: string): Record<string, number> => {
  const sizes: Record<string, number> = {}
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const [, ending] = /\.(pdf|docx|md)$/.exec(entry.name) ?? []
    if (ending === undefined || !entry.isFile()) continue
    const key = `bytes-${ending}`
    sizes[key] = (sizes[key] ?? 0) + statSync(join(entry.parentPath, entry.name)).size
  }
  return sizes
}

/** Which files of an output folder stand there now; hidden ones are the program's own. */
export const standing = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => {
        const file = join(entry.parentPath, entry.name)
        const { ino, mtimeMs } = statSync(file)
        return [file, `${ino}/${mtimeMs}`]
      }),
  )

/** How many were written between the two. */
export const writtenSince = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): number => [...after].filter(([file, stamp]) => before.get(file) !== stamp).length
