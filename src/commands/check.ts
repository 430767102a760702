/** `check`: every problem of records, in one run; with `fix` what is certain is corrected first. */

import { runBuild } from '../build/run.ts'
import { threadsFor } from '../build/thread-count.ts'
import { isError, type Report } from '../problem.ts'
import { audience } from './audience.ts'
import { type FileChange, fixFiles } from './fix.ts'
import { type Common, collect, exitCodes } from './io.ts'
import { open } from './open.ts'
import { progress } from './progress.ts'
import { tell } from './tell.ts'

export type CheckOptions = Common & { readonly records: readonly string[]; readonly fix: boolean }

export const check = async (options: CheckOptions): Promise<number> => {
  const { root, records, io, json, quiet } = options
  const { problems, report } = collect()
  const changes = options.fix ? await fix(root, records, report) : []
  const { about, wanted } = audience(records, report)
  // A build that writes nothing and remembers nothing.
  const { sound, fault } = await runBuild(
    {
      root,
      out: root,
      shownOut: '.',
      program: undefined,
      formats: [],
      jobs: threadsFor,
      force: true,
      whole: true,
      wanted,
      progress: (count) => progress(io, quiet || json, 'Đang kiểm tra', count),
    },
    about,
  )
  if (options.fix && !json && !quiet)
    io.stdout.write(changes.map(said).join('') || 'không có chỗ nào tự sửa được\n')
  await tell(options, problems, {
    records: sound,
    ...(options.fix ? { fixed: changes.map(plain) } : {}),
  })
  if (!json && !quiet && problems.length === 0) {
    io.stdout.write(`${sound.length} bản ghi, không có lỗi\n`)
  }
  if (fault !== undefined) throw fault
  return problems.some(isError) ? exitCodes.content : exitCodes.done
}

/** What keeps a file from being read is told when it is checked; here only what keeps it from being written. */
const fix = async (root: string, records: readonly string[], report: Report): Promise<FileChange[]> => {
  const { project, only } = await open(root, records, () => undefined)
  return fixFiles(root, project, only, report)
}

const said = ({ file, at, before, after, rule }: FileChange): string =>
  `${file}:${at.line}:${at.column}  đã sửa  "${before}" → "${after}"  [${rule}]\n`

const plain = ({ file, at, rule, before, after }: FileChange) => ({ file, ...at, rule, before, after })
