/** What every experiment needs: our command line, the generated projects, jobs in processes of their own, and a place for files. */

import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Argument, JobName, Result } from './inner.ts'
import type { Written } from './jobs/generate.ts'
import { nodeRunner, type Run, type RunOptions, run } from './measure.ts'

export type Settings = {
  /** The repository. */
  readonly root: string
  readonly scratch: string
  readonly sizes: readonly number[]
  readonly quick: boolean
}

export type Bench = Settings & {
  readonly cores: number
  readonly cli: string
  /** What a thread of the compiled program runs. */
  readonly worker: string
  /** The size at which formats are compared with other programs. */
  readonly main: number
  readonly largest: number
  /** How many of the notices slow programs are given. */
  readonly sample: { readonly some: number; readonly few: number }
  readonly project: (count: number) => Promise<Written>
  /** A folder with the same notices as Typst and Markdown, and their ids. */
  readonly sources: (count: number) => Promise<{ readonly folder: string; readonly ids: readonly string[] }>
  /** Our command line with what it used. */
  readonly thongbao: (args: readonly string[], options?: RunOptions) => Promise<Run>
  readonly job: <N extends JobName>(
    name: N,
    argument: Argument<N>,
  ) => Promise<{ readonly run: Run; readonly result: Result<N> }>
  /** Does `thongbao build` know this option? */
  readonly supports: (option: string) => boolean
}

export const openBench = async (settings: Settings): Promise<Bench> => {
  const { root, scratch, sizes, quick } = settings
  const cli = join(root, 'dist/cli.js')
  const node = nodeRunner(scratch)
  const job: Bench['job'] = async (name, argument) => {
    const to = join(scratch, 'result.json')
    rmSync(to, { force: true })
    const used = await node([fileURLToPath(import.meta.url), 'inner', name, JSON.stringify(argument), to])
    return { run: used, result: JSON.parse(readFileSync(to, 'utf8')) }
  }
  const projects = new Map<number, Promise<Written>>()
  const project = (count: number): Promise<Written> => {
    const known = projects.get(count)
    if (known) return known
    const to = join(scratch, `project-${count}`)
    const made = job('project', { root: to, count, templates: join(root, 'templates') }).then(
      ({ result }) => result,
    )
    projects.set(count, made)
    return made
  }
  const sources = async (count: number): Promise<{ folder: string; ids: readonly string[] }> => {
    const { root: folder } = await project(count)
    const to = join(scratch, `sources-${count}`)
    const list = join(to, 'ids.json')
    if (existsSync(list)) return { folder: to, ids: JSON.parse(readFileSync(list, 'utf8')) as string[] }
    mkdirSync(to, { recursive: true })
    const { result } = await job('prepare', { root: folder, to })
    return { folder: to, ids: result.ids }
  }
  let help = ''
  await run(process.execPath, [cli, 'build', '--help'], {
    onOutput: (text) => {
      help += text
    },
  })
  const most = Math.max(...sizes)
  return {
    ...settings,
    cli,
    worker: join(root, 'dist', generation(root), 'worker.js'),
    cores: availableParallelism(),
    main: Math.max(...sizes.filter((size) => size <= 1000), Math.min(...sizes)),
    largest: most,
    sample: quick ? { some: 5, few: 3 } : { some: 100, few: 20 },
    project,
    sources,
    thongbao: (args, options) => node([cli, ...args], options),
    job,
    supports: (option) => help.includes(option),
  }
}

/** The folder of dist/ that dist/cli.js runs. */
const generation = (root: string): string =>
  `program-${readFileSync(join(root, 'dist/build-id'), 'utf8').slice(0, 12)}`
