/** A record of a project, of today or of another day → its notice and its tasks in words. */

import type { Comparable, Task } from '../diff/tasks.ts'
import type { Fonts } from '../fonts/fonts.ts'
import type { Root } from '../load/files.ts'
import { loadProject } from '../load/project.ts'
import { type Edition, editions } from '../pipeline.ts'
import { isError, type Problem, type Report } from '../problem.ts'
import { stem } from './open-one.ts'

/** `stamp`: the day that files made of it bear as theirs, 'YYYY-MM-DD'. */
export type RecordSide = Comparable & { readonly issued: boolean; readonly stamp: string }

/** Undefined when there is no such record, or when it makes no notice (reported). */
export const recordSide = async (
  root: Root,
  record: string,
  fonts: Fonts,
  report: Report,
): Promise<RecordSide | undefined> => {
  const id = stem(record)
  const about: Report = (problem) => {
    if (isError(problem) && !isOther(problem, id)) report(problem)
  }
  const project = await loadProject(root, about, [id], { register: [id] })
  const [edition] = editions(project, fonts, about, [id])
  return (
    edition && {
      notice: edition.notice,
      tasks: tasksOf(edition),
      issued: edition.registered !== undefined,
      stamp: edition.sheet.properties.date,
    }
  )
}

/** About another meeting than this. */
const isOther = ({ file }: Problem, id: string): boolean =>
  /^content\/meetings\/.*\.(ya?ml|md)$/.test(file) && stem(file) !== id

const tasksOf = ({ facts }: Edition): Task[] => {
  const named = (units: readonly { readonly name: string }[]): string =>
    units.map(({ name }) => name).join(', ')
  return facts.tasks.map(({ id, what, lead, with: others, watch, report, due }) => ({
    id,
    what: what ?? '',
    lead: named(lead),
    with: named(others),
    watch: named(watch),
    report: named(report),
    due: due === null ? '' : due.is === 'day' ? due.date : due.text,
  }))
}
