/** One project built under different circumstances -> the files that did not come out the same. */

import { createHash } from 'node:crypto'
import { cpSync, existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type BuildOptions, buildProject, filesIn, type ProjectFolder } from './editions.ts'
import type { Findings } from './ledger.ts'

type Circumstance = BuildOptions & { readonly name: string; readonly moved?: true; readonly turned?: true }

/** One thing changed at a time, to know what it was … */
export const oneByOne: readonly Circumstance[] = [
  { name: 'TZ=UTC', timeZone: 'UTC', jobs: 1 },
  { name: 'TZ=Asia/Ho_Chi_Minh', timeZone: 'Asia/Ho_Chi_Minh', jobs: 1 },
  { name: 'hai luồng', timeZone: 'UTC', jobs: 2 },
  { name: 'bản ghi theo thứ tự ngược', timeZone: 'UTC', jobs: 1, turned: true },
  { name: 'thư mục khác', timeZone: 'UTC', jobs: 1, moved: true },
]

/** … and everything at once. */
export const allAtOnce: readonly Circumstance[] = [
  { name: 'TZ=UTC', timeZone: 'UTC', jobs: 1 },
  { name: 'mọi thứ khác', timeZone: 'Asia/Ho_Chi_Minh', jobs: 2, turned: true, moved: true },
]

/** Each circumstance writes to a folder of its own. `scratch` is that of this project. */
export const sameBytesFindings = (
  cli: string,
  project: ProjectFolder,
  scratch: string,
  circumstances: readonly Circumstance[],
): Findings => {
  const records = recordsOf(project.folder).reverse()
  const [first, ...others] = circumstances.map(({ name, moved, turned, ...options }) => {
    const out = join(scratch, 'kết quả', name)
    const folder = moved === true ? copyOf(project.folder, join(scratch, 'bản sao')) : project.folder
    buildProject(cli, folder, out, turned === true ? { ...options, records } : options)
    return { name, sums: sumsIn(out) }
  })
  if (first === undefined || first.sums.size === 0) return ['không có tệp nào được dựng']
  return others.flatMap(({ name, sums }) =>
    [...new Set([...first.sums.keys(), ...sums.keys()])]
      .filter((file) => first.sums.get(file) !== sums.get(file))
      .map((file) => `${file}: ${first.name} khác ${name}`),
  )
}

/** Only what a project is made of: its records and templates. */
const copyOf = (project: string, to: string): string => {
  for (const part of ['content', 'templates'])
    if (existsSync(join(project, part))) cpSync(join(project, part), join(to, part), { recursive: true })
  return to
}

const recordsOf = (project: string): string[] =>
  filesIn(join(project, 'content/meetings')).map((file) => basename(file).replace(/\.(yaml|yml|md)$/, ''))

/** Editions; what a build remembers for the next one tells of times. */
const sumsIn = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    filesIn(folder)
      .filter((file) => !file.startsWith('.'))
      .map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex'),
      ]),
  )
