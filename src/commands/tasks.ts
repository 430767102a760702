/** `tasks`: what issued notices assign, as a table, CSV, XLSX or calendar; and how far it has come, written into the records. */

import { join } from 'node:path'
import type { Fonts } from '../fonts/fonts.ts'
import { openedFonts } from '../load/opened-fonts.ts'
import { loadProject } from '../load/project.ts'
import { prepare } from '../pipeline.ts'
import { isError, type Report } from '../problem.ts'
import type { ProgressState } from '../record/conclusion.ts'
import type { Records } from '../record/validate.ts'
import { taskEvents } from '../register/task-events.ts'
import { chosenTasks, inOrder, type Order, shortTaskListing, taskListing } from '../register/task-listing.ts'
import { type AssignedTask, assignedTasks, assigning, type TaskState } from '../register/tasks.ts'
import { calendar, type TableName, tables } from '../render/index.ts'
import { nearest } from '../text/nearest.ts'
import { terminalTable } from '../text/terminal-table.ts'
import { type Common, collect, exitCodes } from './io.ts'
import { markTasks } from './mark-tasks.ts'
import { type Made, put } from './put.ts'
import { tell } from './tell.ts'

export const taskForms = ['table', 'csv', 'xlsx', 'ics'] as const
export type TaskForm = (typeof taskForms)[number]

export type TasksOptions = Common & {
  readonly unit: string | undefined
  readonly overdue: boolean
  readonly state: TaskState | undefined
  readonly until: string | undefined
  readonly by: Order
  readonly drafts: boolean
  readonly as: TaskForm
  /** Absolute. */
  readonly output: string | undefined
  /** Ids of tasks ('<record>/<task>') to be marked, and as what. */
  readonly mark: readonly { readonly task: string; readonly state: ProgressState }[]
  /** Of the mark: 'YYYY-MM-DD', today when absent. */
  readonly on: string | undefined
  readonly note: string | undefined
}

export const tasks = async (options: TasksOptions): Promise<number> => {
  const { io, root } = options
  const { problems, report } = collect()
  const fonts = openedFonts()
  const marked =
    options.mark.length > 0
      ? await markTasks(options, { ...options, on: options.on ?? io.today }, fonts, report)
      : undefined
  if (marked) {
    await tell(options, problems, { marked: marked.tasks, files: marked.files })
    if (!options.json && !options.quiet) for (const line of marked.said) io.stdout.write(`${line}\n`)
    return problems.some(isError) ? exitCodes.content : exitCodes.done
  }
  const { records, all } = await openTasks(root, fonts, io.today, options.drafts, report)
  const unit = options.unit === undefined ? undefined : unitOf(options.unit, records, report)
  const chosen =
    options.unit !== undefined && unit === undefined
      ? []
      : inOrder(chosenTasks(all, { ...options, unit }, records), options.by, records)
  const listing = taskListing(chosen)
  const stamp = chosen.reduce((last, { date, progress }) => latest(last, date, progress.at(-1)?.on), '')
  const author = records.bodies.get(records.settings?.value.body ?? '')?.value.name ?? ''
  const table = (name: TableName): Promise<Uint8Array> =>
    tables[name](listing, { author, stamp: stamp === '' ? io.today : stamp })
  const make: Readonly<Record<TaskForm, () => Promise<Made>>> = {
    table: async () =>
      terminalTable(shortTaskListing(chosen), io.stdout.isTTY ? io.stdout.columns : undefined),
    csv: () => table('csv'),
    xlsx: () => table('xlsx'),
    ics: () => calendar(listing.title, taskEvents(chosen)),
  }
  const empty = options.as === 'ics' && undated(chosen, report)
  const usual = join(root, 'out', 'registers', `nhiem-vu.${options.as}`)
  const file = empty ? undefined : await put(options, make[options.as], usual, report)
  await tell(options, problems, { tasks: chosen, file: file ?? null })
  return problems.some(isError) ? exitCodes.content : exitCodes.done
}

export type OpenedTasks = { readonly records: Records; readonly all: readonly AssignedTask[] }

export const openTasks = async (
  root: string,
  fonts: Fonts,
  today: string,
  drafts: boolean,
  report: Report,
): Promise<OpenedTasks> => {
  const { records } = prepare(await loadProject(root, report), fonts, report)
  return { records, all: assignedTasks(assigning(records, drafts), records, today) }
}

/** Undefined when the directory has no such unit, group or body (reported). */
export const unitOf = (
  given: string,
  { units, groups, bodies }: Records,
  report: Report,
): string | undefined => {
  const ids = [units, groups, bodies].flatMap((map) => [...map.keys()])
  if (ids.includes(given)) return given
  const near = nearest(given, ids)
  report({
    rule: 'record/not-found',
    level: 'error',
    file: 'content/directory',
    message: `danh bạ không có đơn vị hoặc nhóm nào mang mã "${given}"`,
    hint: near ? `có phải ý bạn là "${near}"?` : `các mã đang có: ${ids.slice(0, 10).join(', ')}`,
  })
  return undefined
}

const latest = (...days: readonly (string | undefined)[]): string =>
  days.reduce((last: string, day) => (day !== undefined && day > last ? day : last), '')

/** A calendar holds days only: what has another deadline is told. True when nothing remains. */
const undated = (chosen: readonly AssignedTask[], report: Report): boolean => {
  const without = chosen.filter(({ due }) => due?.is !== 'day').length
  const nothing = without === chosen.length
  if (without > 0 || nothing)
    report({
      rule: 'tasks/calendar',
      level: nothing ? 'warning' : 'info',
      file: 'content/meetings',
      message: nothing
        ? 'không có nhiệm vụ nào có hạn là một ngày nên không ghi lịch'
        : `${without} nhiệm vụ không có hạn là một ngày (định kỳ, tương đối hoặc không ghi hạn) nên không có trong lịch`,
      hint: 'xem đủ mọi nhiệm vụ: thongbao tasks',
    })
  return nothing
}
