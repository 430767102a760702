/** Assigned tasks → the ones that are asked for, in order, as a list with real dates or as events of a calendar. */

import type { Records } from '../record/validate.ts'
import { shortDate } from '../text/dates.ts'
import { type Cell, dateCell, type Listing, numberCell, textCell } from '../text/listing.ts'
import { concerned } from './concerned.ts'
import { type AssignedTask, type Named, type TaskState, taskStates } from './tasks.ts'

export type TaskFilter = {
  /** Id of a unit, group or body that leads, helps, watches or gets the report. */
  readonly unit?: string | undefined
  readonly state?: TaskState | undefined
  readonly overdue?: boolean
  /** Due on this day or before: 'YYYY-MM-DD'. */
  readonly until?: string | undefined
}

export const chosenTasks = (
  tasks: readonly AssignedTask[],
  { unit, state, overdue, until }: TaskFilter,
  records: Records,
): AssignedTask[] => {
  const reach = new Map<string, ReadonlySet<string>>()
  const reaches = (id: string, day: string): ReadonlySet<string> => {
    const known = reach.get(day) ?? concerned(id, records, day)
    reach.set(day, known)
    return known
  }
  return tasks.filter(
    (task) =>
      (state === undefined || task.state === state) &&
      (overdue !== true || task.late !== undefined) &&
      (until === undefined || (task.due?.is === 'day' && task.due.date <= until)) &&
      (unit === undefined || partOf(task).some(({ id }) => reaches(unit, task.date).has(id))),
  )
}

const partOf = (task: AssignedTask): Named[] => [...task.lead, ...task.with, ...task.watch, ...task.report]

export const orders = ['date', 'unit', 'notice'] as const
export type Order = (typeof orders)[number]

/** By deadline, days first; by leading unit in the directory's order; or by notice. Each falls back on the next. */
export const inOrder = (tasks: readonly AssignedTask[], order: Order, records: Records): AssignedTask[] => {
  const places = new Map([...records.groups.keys(), ...records.units.keys()].map((id, index) => [id, index]))
  const place = ({ lead }: AssignedTask): number => places.get(lead[0]?.id ?? '') ?? places.size
  const day = ({ due }: AssignedTask): string => (due?.is === 'day' ? due.date : due ? '9998' : '9999')
  const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
  const by: Readonly<Record<Order, (a: AssignedTask, b: AssignedTask) => number>> = {
    date: (a, b) => before(day(a), day(b)),
    unit: (a, b) => place(a) - place(b) || before(day(a), day(b)),
    notice: () => 0,
  }
  return [...tasks].sort((a, b) => by[order](a, b) || before(a.date, b.date) || before(a.record, b.record))
}

const columns: Listing['columns'] = [
  { title: 'Hạn', letters: 12 },
  { title: 'Hạn khác', letters: 22 },
  { title: 'Trạng thái', letters: 18 },
  { title: 'Số ngày quá hạn', letters: 10 },
  { title: 'Nhiệm vụ', letters: 46 },
  { title: 'Chủ trì', letters: 26 },
  { title: 'Phối hợp', letters: 26 },
  { title: 'Theo dõi', letters: 20 },
  { title: 'Báo cáo tới', letters: 20 },
  { title: 'Văn bản', letters: 18 },
  { title: 'Ngày văn bản', letters: 12 },
  { title: 'Ngày cập nhật', letters: 12 },
  { title: 'Kết quả, ghi chú', letters: 28 },
  { title: 'Mã nhiệm vụ', letters: 30 },
]

/** Every task with everything known of it. */
export const taskListing = (tasks: readonly AssignedTask[]): Listing => ({
  title: 'Theo dõi nhiệm vụ',
  columns,
  rows: tasks.map((task): Cell[] => {
    const last = task.progress.at(-1)
    return [
      dateCell(task.due?.is === 'day' ? task.due.date : undefined),
      textCell(otherDue(task)),
      textCell(taskStates[task.state]),
      numberCell(task.late),
      textCell(task.what),
      textCell(names(task.lead)),
      textCell(names(task.with)),
      textCell(names(task.watch)),
      textCell(names(task.report)),
      textCell(task.document ?? 'Dự thảo'),
      dateCell(task.date),
      dateCell(last?.on),
      textCell(last?.note),
      textCell(taskKey(task)),
    ]
  }),
})

/** What fits on a screen. */
export const shortTaskListing = (tasks: readonly AssignedTask[]): Listing => ({
  title: 'Theo dõi nhiệm vụ',
  columns: [
    { title: 'Hạn', letters: 12 },
    { title: 'Trạng thái', letters: 18 },
    { title: 'Nhiệm vụ', letters: 40 },
    { title: 'Chủ trì', letters: 22 },
    { title: 'Phối hợp', letters: 22 },
    { title: 'Văn bản', letters: 16 },
    { title: 'Mã nhiệm vụ', letters: 40 },
  ],
  rows: tasks.map((task) =>
    [
      task.due?.is === 'day' ? shortDate(task.due.date) : otherDue(task),
      task.late === undefined ? taskStates[task.state] : `quá hạn ${task.late} ngày`,
      task.what,
      names(task.lead),
      names(task.with),
      task.document ?? 'Dự thảo',
      taskKey(task),
    ].map(textCell),
  ),
})

/** What a command is told to name a task by. */
export const taskKey = ({ record, id }: Pick<AssignedTask, 'record' | 'id'>): string => `${record}/${id}`

const otherDue = ({ due }: AssignedTask): string => (due === undefined || due.is === 'day' ? '' : due.text)
const names = (list: readonly Named[]): string => list.map(({ name }) => name).join('; ')
