/** Findings about finished files → lines on stderr, one JSON document, or SARIF; in the order of the pages. */

import { basename, dirname, relative } from 'node:path'
import type { Finding } from '../check/against-decree.ts'
import { isError, type Problem } from '../problem.ts'
import { writeFiles } from '../publish/write.ts'
import { type Common, collect, lively } from './io.ts'
import { formatProblem, formatSummary, problemJson } from './print.ts'
import { sarif } from './sarif.ts'

export type TellOptions = Common & {
  readonly files: readonly string[]
  readonly sarif: boolean
  readonly output: string | undefined
  readonly annotate: string | undefined
  readonly version: string
}

/** `written`: names of the annotated copies. */
export const tellFindings = async (
  options: TellOptions,
  findings: readonly Finding[],
  refused: readonly Problem[],
  written: readonly string[],
): Promise<void> => {
  const { io, json, quiet, files, output } = options
  const problems = [...refused, ...findings.map(({ problem }) => problem)]
  if (options.sarif) return put(sarif(problems, options.version), options)
  if (json || output !== undefined) {
    const places = [...refused.map((problem) => ({ problem, paragraphs: [] })), ...findings]
    const document = {
      ok: !problems.some(isError),
      files: files.map((file) => ({
        file,
        ok: !problems.some((problem) => problem.file === file && isError(problem)),
      })),
      annotated: written,
      problems: places.map(findingJson),
    }
    return put(`${JSON.stringify(document, null, 2)}\n`, options)
  }
  const shown = quiet ? problems.filter(isError) : problems
  for (const problem of shown)
    io.stderr.write(`${formatProblem(problem, undefined, { colour: lively(io) })}\n\n`)
  if (shown.length > 0) io.stderr.write(`${formatSummary(shown)}\n`)
  if (quiet) return
  for (const file of files)
    if (!problems.some((problem) => problem.file === file && problem.level !== 'info'))
      io.stdout.write(`${file}: không thấy lỗi thể thức\n`)
  const folder = (relative(io.cwd, options.annotate ?? '') || '.').replaceAll('\\', '/')
  for (const name of written) io.stdout.write(`bản đánh dấu: ${folder}/${name}\n`)
}

/** Every key every time; `null` for what is not known. */
const findingJson = ({ problem, paragraphs, page }: Finding) => ({
  ...problemJson(problem),
  where: problem.where ?? null,
  found: problem.found ?? null,
  allowed: problem.allowed ?? null,
  page: page ?? null,
  paragraphs,
})

const put = async (text: string, { io, output }: TellOptions): Promise<void> => {
  if (output === undefined) {
    io.stdout.write(text)
    return
  }
  const { problems, report } = collect()
  await writeFiles(dirname(output), new Map([[basename(output), new TextEncoder().encode(text)]]), report)
  for (const problem of problems)
    io.stderr.write(`${formatProblem(problem, undefined, { colour: lively(io) })}\n`)
}
