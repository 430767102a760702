/** `build`: records → editions under out/. */

import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { relative } from 'node:path'
import { checkText } from '../check/check.ts'
import { editions } from '../pipeline.ts'
import { isError } from '../problem.ts'
import { writeIssued } from '../publish/issued-files.ts'
import { draftFiles } from '../publish/leftover-drafts.ts'
import type { FormatName } from '../render/index.ts'
import { clearDrafts, clearedLine } from './clear-drafts.ts'
import { type Common, collect, exitCodes } from './io.ts'
import { hashesOf, stillIssued } from './issued.ts'
import { open } from './open.ts'
import { progress } from './progress.ts'
import { renderAll } from './render-all.ts'
import { tell } from './tell.ts'

export type BuildOptions = Common & {
  readonly records: readonly string[]
  readonly formats: readonly FormatName[]
  /** Absolute. */
  readonly out: string
  /** Worker threads; as many as are worth it when absent. */
  readonly jobs: number | undefined
}

/** Below this many notices starting a worker costs more than it saves. */
const worthWorkers = 24

type Made = {
  readonly id: string
  readonly files: {
    readonly file: string
    readonly bytes: number
    readonly sha256: string
    readonly written: boolean
  }[]
}

export const build = async (options: BuildOptions): Promise<number> => {
  const { io, root, out, formats, quiet } = options
  const { problems, report } = collect()
  const { project, fonts, only, report: about } = await open(root, options.records, report)
  const good = editions(project, fonts, about, only)
  checkText({ project, notices: good, only }, about)
  const ready = stillIssued(good, about)
  const jobs = Math.min(
    options.jobs ?? (ready.length < worthWorkers ? 1 : availableParallelism()),
    Math.max(1, ready.length),
  )
  const shownOut = (relative(io.cwd, out) || '.').replaceAll('\\', '/')
  const bar = progress(io, quiet || options.json, 'Đang dựng', ready.length)
  const made: Made[] = []
  let fault: unknown
  await renderAll(
    ready,
    formats,
    jobs,
    async ({ edition, files }) => {
      const written = await writeIssued(out, files, hashesOf(edition), report, { shown: shownOut })
      bar.step()
      if (!written.ok) return
      made.push({
        id: edition.id,
        files: [...files].map(([name, bytes]) => ({
          file: `${shownOut}/${name}`,
          bytes: bytes.length,
          sha256: createHash('sha256').update(bytes).digest('hex'),
          written: written.written.includes(name),
        })),
      })
    },
    (edition, error) => {
      fault ??= error
      report({
        rule: 'build/failed',
        level: 'error',
        message: `chương trình không dựng được văn bản này: ${error instanceof Error ? error.message : String(error)}`,
        hint: 'đây là lỗi của chương trình, không phải của bản ghi; chạy lại với --debug và báo cho người phụ trách',
        file: project.meetings.find(({ file }) => file.includes(`/${edition.id}.`))?.file ?? edition.id,
      })
    },
  )
  bar.end()
  // A run before it was issued, or one that was killed, may have left its draft beside it.
  const drafts = await draftFiles(out)
  const cleared: string[] = []
  for (const edition of ready.filter(({ id, registered }) => registered && drafts.has(id)))
    cleared.push(
      ...(await clearDrafts({ root, fonts, out: { folder: out, shown: shownOut } }, drafts, edition, report)),
    )
  made.sort((a, b) => (a.id < b.id ? -1 : 1))
  await tell(options, problems, { editions: made, removed: cleared })
  if (!options.json && !quiet) {
    for (const { files } of made)
      for (const { file, written } of files) io.stdout.write(`${file}${written ? '' : '  (không đổi)'}\n`)
    io.stdout.write(clearedLine(cleared) ?? '')
  }
  if (fault !== undefined) throw fault
  return problems.some(isError) ? exitCodes.content : exitCodes.done
}
