/** What a run still has to do → done: the office opened, meetings made and written, and everything remembered. */

import type { Problem, Report } from '../problem.ts'
import { closeSession, openSession } from '../publish/write.ts'
import { openCrew } from './crew.ts'
import type { Job } from './make.ts'
import type { KeptOffice } from './manifest.ts'
import { type OpenedOffice, openOffice } from './office.ts'
import { type Desk, jobOf, placeAhead, type Result, remembered, settled, writeManifest } from './outcome.ts'
import { keptStanding, type Ran, type Scene, tellIdle } from './scene.ts'

/** `before`: what is remembered of the office, if that still holds. */
export const carryOut = async (
  scene: Scene,
  before: KeptOffice | undefined,
  planned: Ran['took'],
  report: Report,
): Promise<Ran> => {
  const { options, inputs, meetings, plan } = scene
  const { clock, root, formats, whole = false } = options
  const took: Record<string, number> = { ...planned }
  const add = (stage: string, since: number): void => {
    if (clock) took[stage] = (took[stage] ?? 0) + clock() - since
  }
  const now = clock ?? (() => 0)
  const count = plan.todo.length
  const threads = Math.min(options.jobs(count), Math.max(1, count))
  const officeInputs = {
    root,
    files: inputs.office,
    rooms: inputs.rooms,
    ids: [...meetings.keys()],
    whole,
  }
  let start = now()
  const problems: Problem[] = []
  // Threads open it for themselves; here it is needed for making, or for its problems.
  const opened =
    before && (threads > 1 || count === 0)
      ? undefined
      : await officeOf(scene, () => openOffice(officeInputs, (each) => problems.push(each)))
  const office: KeptOffice = before ?? {
    key: scene.officeKey,
    problems,
    ...(opened?.kept ?? { silences: [], used: [] }),
  }
  for (const problem of office.problems) report(problem)
  add('office', start)

  start = now()
  const stale = new Set<string>()
  const todo = new Map(plan.todo.map((each) => [each.file, each]))
  function* jobs(): Generator<Job> {
    for (const each of plan.todo) yield jobOf(scene, each, stale)
  }
  const results = new Map<string, Result>()
  const names = new Map(
    plan.kept.flatMap(({ file, files }) => files.map(([, { name }]) => [name, file] as const)),
  )
  const session = options.warm?.session ?? openSession({ hasty: options.warm !== undefined })
  if (options.warm) options.warm.session = session
  const desk: Desk = { scene, names, session, stale, ahead: new Set() }
  const crew = await openCrew(
    officeInputs,
    {
      root,
      maker: inputs.maker,
      formats,
      whole,
      clock,
      jobs: threads,
      ...(options.worker ? { worker: options.worker } : {}),
      ...(options.warm
        ? { ready: (file, edition, made) => placeAhead(desk, todo.get(file), edition, made) }
        : {}),
    },
    opened?.office,
  )
  const good = new Set<string>()
  const bar = options.progress(count)
  let fault: unknown
  try {
    await crew.make(
      jobs(),
      count,
      async (made) => {
        for (const [stage, ms] of Object.entries(made.took ?? {})) took[stage] = (took[stage] ?? 0) + ms
        for (const problem of made.problems) report(problem)
        if (made.sound !== undefined && !todo.get(made.file)?.naming?.clash) good.add(made.sound)
        const since = now()
        const result = await settled(desk, todo.get(made.file), made, report)
        add('write', since)
        results.set(made.file, result)
        bar.step()
      },
      ({ file }, error) => {
        fault ??= error
        report(failed(file, error))
        bar.step()
      },
    )
    await closeSession(session)
  } finally {
    bar.end()
    await crew.close()
  }
  add('make', start)
  tellIdle(office, [...plan.kept.map(({ meeting }) => meeting), ...results.values()], scene, report)
  start = now()
  const manifest = remembered(scene, office, results)
  if (options.warm) options.warm.manifest = manifest
  else if (options.program !== undefined) await writeManifest(options, manifest)
  add('remember', start)
  const editions = [
    ...plan.kept.flatMap(keptStanding),
    ...[...results.values()].flatMap(({ standing }) => standing ?? []),
  ]
  const sound = [...meetings.keys()].filter((id) => good.has(id))
  return { editions, sound, took, ...(fault === undefined ? {} : { fault }) }
}

/** Opened once for all runs of one process that find it as it was. */
const officeOf = async (
  { options: { warm }, officeKey }: Scene,
  open: () => Promise<OpenedOffice>,
): Promise<OpenedOffice> => {
  if (warm?.office?.key === officeKey) return warm.office.opened
  const opened = await open()
  if (warm) warm.office = { key: officeKey, opened }
  return opened
}

const failed = (file: string, error: unknown): Problem => ({
  rule: 'build/failed',
  level: 'error',
  message: `chương trình không dựng được văn bản này: ${error instanceof Error ? error.message : String(error)}`,
  hint: 'đây là lỗi của chương trình, không phải của bản ghi; chạy lại với --debug và báo cho người phụ trách',
  file: file.normalize('NFC'),
})
