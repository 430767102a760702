/** One project built under different circumstances -> the files that did not come out the same. */

import { createHash } from 'node:crypto'
import { cpSync, existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type BuildOptions, buildProject, filesIn, type ProjectFolder } from './editions.ts'
import type { Findings } from './ledger.ts'

/** Each circumstance and the folder, below the scratch folder, it writes to. */
const circumstances: readonly (BuildOptions & {
  readonly name: string
  readonly out: string
  readonly moved?: true
})[] = [
  { name: 'TZ=UTC, một luồng', out: 'a', timeZone: 'UTC', jobs: 1 },
  {
    name: 'TZ=Asia/Ho_Chi_Minh, hai luồng',
    out: 'một thư mục/sâu hơn',
    timeZone: 'Asia/Ho_Chi_Minh',
    jobs: 2,
  },
  { name: 'TZ=Pacific/Kiritimati, nơi khác', out: 'c', timeZone: 'Pacific/Kiritimati', jobs: 2, moved: true },
]

export const sameBytesFindings = (cli: string, project: ProjectFolder, scratch: string): Findings => {
  const records = recordsOf(project.folder)
  const turned = {
    name: 'bản ghi theo thứ tự ngược',
    out: 'd',
    timeZone: 'UTC',
    jobs: 2,
    records: [...records].reverse(),
  }
  const outs = [...circumstances, turned].map((circumstance) => {
    const out = join(scratch, circumstance.out)
    const folder = 'moved' in circumstance ? copyOf(project.folder, join(scratch, 'bản sao')) : project.folder
    buildProject(cli, folder, out, circumstance)
    return { name: circumstance.name, sums: sumsIn(out) }
  })
  const [first, ...others] = outs
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

const sumsIn = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    filesIn(folder).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  )
