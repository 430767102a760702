/** `build`: records → editions under out/. What is as it was is not made again. */

import { relative } from 'node:path'
import type { KeptEdition } from '../build/manifest.ts'
import { runBuild } from '../build/run.ts'
import type { Ran, RunOptions } from '../build/scene.ts'
import { threadsFor } from '../build/thread-count.ts'
import { isError, type Problem, type Report } from '../problem.ts'
import type { FormatName } from '../render/index.ts'
import { audience } from './audience.ts'
import { clearedLine, clearIssued } from './clear-issued.ts'
import { type Common, collect, exitCodes } from './io.ts'
import { progress } from './progress.ts'
import { tell } from './tell.ts'

export type BuildOptions = Common & {
  readonly records: readonly string[]
  readonly formats: readonly FormatName[]
  /** Absolute. */
  readonly out: string
  /** Threads; as many as are worth it when absent. */
  readonly jobs: number | undefined
  /** Makes everything again, whatever is remembered. */
  readonly force: boolean
  /** Says where the time went. */
  readonly timings: boolean
}

export const build = async (options: BuildOptions): Promise<number> => {
  const { io } = options
  const now = options.timings && io.clock ? io.clock : () => 0
  const start = now()
  const { problems, report } = collect()
  const { about, wanted } = audience(options.records, report)
  const ran = await runBuild(runOptions(options, wanted), about)
  await tellBuild(options, ran, problems, report)
  if (options.timings && !options.json) io.stderr.write(timed(ran.took, now() - start))
  if (ran.fault !== undefined) throw ran.fault
  return problems.some(isError) ? exitCodes.content : exitCodes.done
}

/** What is asked of a run; `wanted` as `audience` makes it. */
export const runOptions = (options: BuildOptions, wanted: RunOptions['wanted']): RunOptions => {
  const { io, root, out, formats, force, quiet, json } = options
  return {
    root,
    out,
    shownOut: shownOutOf(options),
    program: io.version,
    formats,
    jobs: (count) => options.jobs ?? threadsFor(count),
    force,
    wanted,
    clock: options.timings ? io.clock : undefined,
    progress: (count) => progress(io, quiet || json, 'Đang dựng', count),
  }
}

const shownOutOf = ({ io, out }: BuildOptions): string => (relative(io.cwd, out) || '.').replaceAll('\\', '/')

export const tellBuild = async (
  options: BuildOptions,
  ran: Ran,
  problems: readonly Problem[],
  report: Report,
): Promise<void> => {
  const shown = shownOutOf(options)
  // A run before it was issued, or one that was killed, may have left its draft beside it.
  const issued = ran.editions.flatMap(({ edition }) => issuedOne(edition))
  const removed = await clearIssued(
    { root: options.root, out: { folder: options.out, shown } },
    issued,
    report,
  )
  const told = (standing: Ran['editions']): Told[] => toldOf(standing, options.formats, shown)
  const timings = options.timings ? { timings: ran.took } : {}
  await tell(options, problems, options.json ? { editions: told(ran.editions), removed, ...timings } : {})
  if (!options.json && !options.quiet)
    options.io.stdout.write(listed(ran.editions, told) + (clearedLine(removed) ?? ''))
}

const issuedOne = ({ id, files }: KeptEdition): { readonly id: string; readonly name: string }[] => {
  const [file] = Object.values(files)
  return file?.name.startsWith('issued/') ? [{ id, name: file.name.replace(/\.[^.]*$/, '') }] : []
}

type Told = {
  readonly id: string
  readonly files: readonly {
    readonly file: string
    readonly bytes: number
    readonly sha256: string
    readonly written: boolean
  }[]
}

const toldOf = (editions: Ran['editions'], formats: readonly FormatName[], shownOut: string): Told[] =>
  editions
    .map(({ edition, written }) => ({
      id: edition.id,
      files: formats.flatMap((format) => {
        const file = edition.files[format]
        if (!file) return []
        const { name, bytes, sha256 } = file
        return [{ file: `${shownOut}/${name}`, bytes, sha256, written: written.includes(name) }]
      }),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))

/** More unchanged notices than this are counted, not listed: what is new must not drown among them. */
const mostListed = 20

const listed = (editions: Ran['editions'], told: (standing: Ran['editions']) => Told[]): string => {
  const news = editions.filter(({ written }) => written.length > 0)
  const same = editions.length - news.length
  const lines = told(same > mostListed ? news : editions).flatMap(({ files }) =>
    files.map(({ file, written }) => `${file}${written ? '' : '  (không đổi)'}\n`),
  )
  return lines.join('') + (same > mostListed ? `${same} văn bản không đổi\n` : '')
}

const stages: Readonly<Record<string, string>> = {
  plan: 'đọc tệp, so với lần trước',
  office: 'danh bạ, mẫu',
  make: 'dựng',
  load: '  đọc bản ghi',
  compose: '  soạn, trình bày',
  check: '  kiểm tra lời văn',
  hash: '  so nội dung',
  pdf: '  PDF',
  docx: '  DOCX',
  md: '  Markdown',
  write: '  ghi tệp',
  remember: 'ghi nhớ cho lần sau',
}

/** Milliseconds. What the threads did is added up, so it may be more than the whole. */
const timed = (took: Ran['took'], whole: number): string =>
  [
    ...Object.entries(stages).flatMap(([stage, name]) =>
      took[stage] === undefined ? [] : [[name, took[stage]] as const],
    ),
    ['cả lệnh', whole] as const,
  ]
    .map(([name, ms]) => `${name.padEnd(28)}${ms.toFixed(1).padStart(10)} ms\n`)
    .join('')
