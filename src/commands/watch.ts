/** `build --watch`: a build, and another one each time that a file is saved, until it is stopped. */

import { writeManifest } from '../build/outcome.ts'
import { practise, rebuild, runBuild } from '../build/run.ts'
import type { Ran, RunOptions, Warm } from '../build/scene.ts'
import { watchProject } from '../load/watch.ts'
import { isError, type Problem, type Report } from '../problem.ts'
import { audience } from './audience.ts'
import { type BuildOptions, runOptions, tellBuild } from './build.ts'
import { collect, exitCodes } from './io.ts'

/** So many records are made for practice while nobody saves anything; then V8 knows the program. */
const practice = 60

/** What came meanwhile is heard first. */
const pause = (): Promise<void> => new Promise((done) => void setImmediate(done))

/** Half a file may be there for a moment; who saved it is not told of mistakes that are gone again. */
const patience = 80

export const watchBuild = async (options: BuildOptions): Promise<number> => {
  const { io } = options
  const warm: Warm = {}
  let changed = { files: new Set<string>() }
  let wake: () => void = () => undefined
  let stopped = false
  const watching = watchProject(options.root, (path) => {
    changed.files.add(path)
    wake()
  })
  const something = (): Promise<void> =>
    new Promise((done) => {
      wake = done
      if (changed.files.size > 0 || stopped) done()
    })
  void io.untilStopped?.().then(() => {
    stopped = true
    wake()
  })
  let run: RunOptions | undefined
  let last: string | undefined
  let turn = 0
  while (!stopped) {
    const { files } = changed
    changed = { files: new Set() }
    const start = io.clock?.()
    const { about, wanted } = audience(options.records, (problem) => report(problem))
    const { problems, report } = collect()
    run = { ...runOptions(options, wanted), warm, force: options.force && run === undefined }
    const ran = (await rebuild([...files], { ...run, warm }, about)) ?? (await runBuild(run, about))
    if (problems.some(isError) && (await soon(something))) {
      for (const file of files) changed.files.add(file)
      continue
    }
    // One save may be heard twice.
    const state = JSON.stringify([problems, ran.editions.map(({ edition }) => edition)])
    if (state !== last || ran.editions.some(({ written }) => written.length > 0))
      await told(options, ran, problems, report, start)
    last = state
    for (; turn < practice && changed.files.size === 0 && !stopped; turn += 1) {
      if (!(await practise({ ...run, warm }, turn))) break
      await pause()
    }
    await something()
  }
  watching.close()
  if (run && run.program !== undefined && warm.manifest) await writeManifest(run, warm.manifest)
  return exitCodes.done
}

/** Does something else happen within our patience? */
const soon = async (something: () => Promise<void>): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined
  const calm = new Promise<false>((done) => {
    timer = setTimeout(() => done(false), patience)
  })
  const found = await Promise.race([something().then((): true => true), calm])
  clearTimeout(timer)
  return found
}

const told = async (
  options: BuildOptions,
  ran: Ran,
  problems: readonly Problem[],
  report: Report,
  start: number | undefined,
): Promise<void> => {
  const { io, json, quiet } = options
  await tellBuild(options, ran, problems, report)
  if (json) return
  if (ran.fault !== undefined)
    io.stderr.write(`Lỗi của chương trình, không phải của bản ghi: ${String(ran.fault)}\n`)
  if (problems.some(isMistake)) io.stderr.write('bản dựng gần nhất của các văn bản có lỗi được giữ nguyên\n')
  const took = start === undefined || !io.clock ? '' : ` (${Math.round(io.clock() - start)} ms)`
  if (!quiet) io.stdout.write(`Đang chờ bạn lưu tệp …${took} Dừng: Ctrl+C\n`)
}

/** Of who wrote the record; a file that could not be written stands beside others that are new. */
const isMistake = (problem: Problem): boolean => isError(problem) && problem.rule !== 'publish/write'
