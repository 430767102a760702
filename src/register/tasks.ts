/** Meetings and their numbers → what was assigned: to whom, until when, and how far it has come. */

import type { ProgressState, ProgressStep, Task } from '../record/conclusion.ts'
import type { Meeting } from '../record/meeting.ts'
import { isInForce, isIssued } from '../record/register-entry.ts'
import { type PlacedTask, tasksIn } from '../record/tasks-in.ts'
import type { Entry, Issued, Records, Registered } from '../record/validate.ts'
import { twoDigits } from '../text/numerals.ts'
import { plainText } from '../text/plain-text.ts'

/** Nobody has reported anything on an open one. */
export const taskStates = {
  open: 'chưa báo cáo',
  doing: 'đang thực hiện',
  done: 'hoàn thành',
  dropped: 'không thực hiện nữa',
} as const satisfies Record<'open' | ProgressState, string>
export type TaskState = keyof typeof taskStates

export type Named = { readonly id: string; readonly name: string }

export type Due =
  | { readonly is: 'day'; readonly date: string }
  | { readonly is: 'every' | 'by'; readonly text: string }

export type AssignedTask = {
  /** Id of the meeting, and of the task within it. */
  readonly record: string
  readonly id: string
  /** "Thông báo số 392/TB-SGDĐT" is `document` '392/TB-SGDĐT'; absent while a draft. */
  readonly document?: string
  /** Day of the notice, or of the (last) meeting while a draft. */
  readonly date: string
  readonly what: string
  readonly lead: readonly Named[]
  readonly with: readonly Named[]
  readonly watch: readonly Named[]
  readonly report: readonly Named[]
  readonly due?: Due
  readonly state: TaskState
  /** Days past the deadline, today; absent when the task is finished or not late. */
  readonly late?: number
  readonly progress: readonly ProgressStep[]
}

export type Assigning = { readonly entry: Entry<Meeting>; readonly issued: Issued | undefined }

/**
 * Meetings whose notices are issued and to be followed; a notice that was recalled or replaced assigns nothing any more.
 * `drafts`: those that have no notice yet as well.
 */
export const assigning = ({ meetings, register }: Records, drafts: boolean): Assigning[] => {
  const byMeeting = new Map<string, Issued>()
  for (const entry of register)
    if (wasIssued(entry) && entry.value.record !== undefined) byMeeting.set(entry.value.record, entry)
  return meetings.flatMap((entry) => {
    const issued = byMeeting.get(entry.id)
    return (issued ? isInForce(issued.value) : drafts) ? [{ entry, issued }] : []
  })
}

const wasIssued = (entry: Registered): entry is Issued => isIssued(entry.value)

/** `issued`: the entry of a meeting in the register; absent for a draft. */
export const assignedTasks = (
  meetings: readonly Assigning[],
  records: Records,
  today: string,
): AssignedTask[] =>
  meetings.flatMap(({ entry, issued }) =>
    tasksIn(entry.value).map((placed) => assigned(entry, issued, placed, records, today)),
  )

const assigned = (
  { id: record, value: meeting }: Entry<Meeting>,
  issued: Issued | undefined,
  { id, task, from }: PlacedTask,
  records: Records,
  today: string,
): AssignedTask => {
  const due = dueOf(task)
  const progress = task.progress ?? []
  const state: TaskState = progress.at(-1)?.state ?? 'open'
  const late =
    due?.is === 'day' && (state === 'open' || state === 'doing') && due.date < today
      ? daysBetween(due.date, today)
      : undefined
  const named = (list: string | readonly string[] | undefined): Named[] =>
    (typeof list === 'string' ? [list] : (list ?? [])).map((each) => ({
      id: each,
      name: nameOf(each, records),
    }))
  return {
    record,
    id,
    ...(issued ? { document: `${twoDigits(issued.value.number)}/${issued.value.symbol}` } : {}),
    date: issued?.value.date ?? lastDay(meeting),
    what: task.what ?? words(from.node.text ?? from.node.heading ?? '', records),
    lead: named(task.lead),
    with: named(task.with),
    watch: named(task.watch),
    report: named(task.report),
    ...(due ? { due } : {}),
    state,
    ...(late === undefined ? {} : { late }),
    progress,
  }
}

const dueOf = ({ due }: Task): Due | undefined => {
  if (due === undefined) return undefined
  if (typeof due === 'string') return { is: 'day', date: due }
  if (due.every !== undefined) return { is: 'every', text: due.every }
  return due.by === undefined ? undefined : { is: 'by', text: due.by }
}

/** A name that is not in the directory stands as its id; `check` says so. */
const nameOf = (id: string, { units, groups, bodies }: Records): string =>
  (units.get(id) ?? groups.get(id) ?? bodies.get(id))?.value.name ?? id

/** The sentence that gives the task, where the record has no name for it. */
const words = (prose: string, records: Records): string =>
  plainText(prose.replace(/(?<!\\)<unit:([^<>\n]*)>/g, (_, id: string) => nameOf(id.trim(), records)))

const lastDay = ({ meeting: { sessions } }: Meeting): string => {
  if (typeof sessions === 'string') return sessions
  if ('to' in sessions) return sessions.to
  return (
    sessions
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? ''
  )
}

/** Whole days from one date to a later one. */
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
