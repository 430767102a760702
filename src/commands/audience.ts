/** The records that were named to a command → which meetings are wanted, and which problems are about them. */

import type { Report } from '../problem.ts'
import { chosen, isMeeting, stem } from './chosen.ts'

/** Whom a run is about: nothing is said of other meetings than those that were asked for. */
export const audience = (records: readonly string[], report: Report) => {
  if (records.length === 0) return { about: report, wanted: () => undefined }
  const only: string[] = []
  const wanted = (ids: readonly string[]): readonly string[] => {
    only.splice(0, only.length, ...chosen(records, ids, report))
    return only
  }
  const names = new Set(records.map((given) => stem(given.replaceAll('\\', '/'))))
  const about: Report = (problem) => {
    if (!isMeeting(problem.file) || names.has(stem(problem.file))) report(problem)
  }
  return { about, wanted }
}
