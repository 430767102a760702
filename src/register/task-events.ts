/** Tasks with a day as their deadline → all-day events, always the same for the same task. */

import { shortDate } from '../text/dates.ts'
import { taskKey } from './task-listing.ts'
import { type AssignedTask, type Named, taskStates } from './tasks.ts'

/** One day in a calendar, in plain words. */
export type CalendarEvent = {
  /** Never changes and is nobody else's: a calendar that reads the file again moves the event and makes no second one. */
  readonly uid: string
  /** Grows with what is recorded of the task, so that a calendar takes the newer one. */
  readonly sequence: number
  /** Day on which what the event says was recorded, 'YYYY-MM-DD'. */
  readonly stamp: string
  readonly day: string
  readonly summary: string
  /** Lines. */
  readonly description: string
  readonly categories: readonly string[]
  /** Still to be done? */
  readonly pending: boolean
}

/** Deadlines that are no day (recurring, relative) have no place in a calendar and are left out. */
export const taskEvents = (tasks: readonly AssignedTask[]): CalendarEvent[] =>
  tasks.flatMap((task) => (task.due?.is === 'day' ? [eventOf(task, task.due.date)] : []))

const eventOf = (task: AssignedTask, day: string): CalendarEvent => {
  const last = task.progress.at(-1)
  const finished = task.state === 'done' || task.state === 'dropped'
  const line = (word: string, list: readonly Named[]): string[] =>
    list.length > 0 ? [`${word}: ${list.map(({ name }) => name).join('; ')}`] : []
  return {
    uid: `${taskKey(task)}@thongbao`,
    sequence: task.progress.length,
    stamp: last?.on ?? task.date,
    day,
    summary: `${finished ? `[${taskStates[task.state]}] ` : ''}${task.what}`,
    description: [
      ...line('Chủ trì', task.lead),
      ...line('Phối hợp', task.with),
      ...line('Theo dõi', task.watch),
      ...line('Báo cáo tới', task.report),
      task.document === undefined
        ? 'Dự thảo, chưa ban hành'
        : `Theo văn bản số ${task.document} ngày ${shortDate(task.date)}`,
      `Trạng thái: ${taskStates[task.state]}${last?.note === undefined ? '' : ` (${last.note})`}`,
    ].join('\n'),
    categories: task.lead.map(({ name }) => name),
    pending: !finished,
  }
}
