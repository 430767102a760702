/** Sentences whose date was changed → their tasks that still fall due on the old day. */

import type { Path, Source } from '../source.ts'
import { longDate } from '../text/dates.ts'
import { valueAt } from './marks.ts'
import type { Rewritten } from './rewrite.ts'

export type LateTask = { readonly path: Path; readonly due: string }

/** `source`: the record as it is now. */
export const lateTasks = (rewritten: readonly Rewritten[], source: Source): LateTask[] =>
  rewritten.flatMap(({ path, before, after }) => {
    const node = path.at(-1) === 'text' || path.at(-1) === 'heading' ? path.slice(0, -1) : path
    const tasks = valueAt(source.value, [...node, 'tasks'])
    if (path[0] !== 'conclusions' || !Array.isArray(tasks)) return []
    return tasks.flatMap((task, index): LateTask[] => {
      const due = valueAt(task, ['due'])
      if (typeof due !== 'string' || !says(before, due) || says(after, due)) return []
      return [{ path: [...node, 'tasks', index, 'due'], due }]
    })
  })

/** "24/3/2020", "24/03/2020", "ngày 24 tháng 3 năm 2020". */
const says = (text: string, due: string): boolean => {
  const [year = '', month = '', day = ''] = due.split('-')
  const [m, d] = [Number(month), Number(day)]
  const short = new RegExp(`(?<!\\d)0?${d}[/.-]0?${m}([/.-]${year})?(?!\\d)`)
  return short.test(text) || text.replace(/\s+/g, ' ').includes(longDate(due))
}
