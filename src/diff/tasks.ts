/** The tasks of two versions: who leads, who supports, until when. */

import type { FixedWords } from '../notice/fixed-words.ts'
import type { Notice } from '../notice/notice.ts'
import type { TaskChange } from './change.ts'
import { bagOf, likeness } from './words.ts'

/** A task in words; the reader of a file that holds no tasks gives none. */
export type Task = {
  readonly id: string
  readonly what: string
  readonly lead: string
  readonly with: string
  readonly watch: string
  readonly report: string
  readonly due: string
}

export type Comparable = {
  readonly notice: Notice
  readonly tasks?: readonly Task[]
  /** As they stand in a finished file; those of the program when absent. */
  readonly fixed?: FixedWords
}

const fields = ['what', 'lead', 'with', 'watch', 'report', 'due'] as const

/** Nothing is said about tasks when one of the two sides does not hold any. */
export const taskChanges = (
  before: readonly Task[] | undefined,
  after: readonly Task[] | undefined,
): TaskChange[] => {
  if (!before || !after) return []
  const free = [...before]
  const take = (task: Task): Task | undefined => {
    const twin =
      free.find((each) => each.what === task.what && each.what !== '') ??
      free.find((each) => likeness(bagOf(each.what), bagOf(task.what)) >= 0.5) ??
      free.find((each) => each.id === task.id && each.what === '' && task.what === '')
    if (twin) free.splice(free.indexOf(twin), 1)
    return twin
  }
  const pairs = after.map((task) => ({ task, twin: take(task) }))
  const gone = free.map(
    (task): TaskChange => ({ id: task.id, name: nameOf(task), is: 'removed', fields: [] }),
  )
  const rest = pairs.flatMap(({ task, twin }): TaskChange[] => {
    if (!twin) return [{ id: task.id, name: nameOf(task), is: 'added', fields: [] }]
    const changed = fields.filter((field) => twin[field] !== task[field])
    return changed.length === 0
      ? []
      : [
          {
            id: task.id,
            name: nameOf(twin),
            is: 'changed',
            fields: changed.map((field) => ({ field, before: twin[field], after: task[field] })),
          },
        ]
  })
  return [...gone, ...rest]
}

const nameOf = (task: Task): string => task.what || task.id
