/** One meeting and what is needed to make its notice; the register stays closed. */

import { checkText } from '../check/check.ts'
import type { Fonts } from '../fonts/fonts.ts'
import { loadProject } from '../load/project.ts'
import { type Edition, editionUnder, type Form, kindOf, type Prepared, prepare } from '../pipeline.ts'
import { isError, type Report } from '../problem.ts'
import type { Meeting } from '../record/meeting.ts'
import type { Settings } from '../record/settings.ts'
import type { Entry, Issued } from '../record/validate.ts'
import type { Project } from '../source.ts'

export type OpenedOne = {
  readonly project: Project
  readonly prepared: Prepared
  readonly meeting: Entry<Meeting>
}

/** Undefined when the meeting is not there or has mistakes (reported). */
export const openOne = async (
  root: string,
  record: string,
  fonts: Fonts,
  report: Report,
): Promise<OpenedOne | undefined> => {
  const id = stem(record)
  let failed = false
  const about: Report = (problem) => {
    if (isMeeting(problem.file) && stem(problem.file) !== id) return
    if (isError(problem)) failed = true
    report(problem)
  }
  const project = await loadProject(root, about, [id], { register: false })
  const prepared = prepare(project, fonts, about)
  const meeting = prepared.records.meetings.find((each) => each.id === id)
  return failed || !meeting ? undefined : { project, prepared, meeting }
}

/** The edition under a number, when there is nothing wrong with it: neither its record nor its words. */
export const goodEdition = (
  { project, prepared, meeting }: OpenedOne,
  registered: Issued,
  report: Report,
): Edition | undefined => {
  let failed = false
  const counting: Report = (problem) => {
    // Whether a silence is still needed is told by `check`, which sees all records.
    if (problem.rule === 'check/silence') return
    if (isError(problem)) failed = true
    report(problem)
  }
  const edition = editionUnder(registered, meeting, prepared, counting)
  if (edition) checkText({ project, notices: [edition], only: [edition.id] }, counting)
  return failed ? undefined : edition
}

const isMeeting = (file: string): boolean => /^content\/meetings\/.*\.(ya?ml|md)$/.test(file)

export const stem = (file: string): string =>
  file
    .replaceAll('\\', '/')
    .replace(/^.*\//, '')
    .replace(/\.(ya?ml|md)$/, '')

/** The settings, and the kind of document that the office usually makes; undefined when they have mistakes (reported). */
export const officeOf = async (
  root: string,
  fonts: Fonts,
  report: Report,
): Promise<{ readonly settings: Entry<Settings>; readonly kind: Form['kind'] } | undefined> => {
  const about: Report = (problem) => {
    if (!isMeeting(problem.file)) report(problem)
  }
  const project = await loadProject(root, about, [], { register: false })
  const prepared = prepare(project, fonts, about)
  const { settings } = prepared.records
  const kind = settings && kindOf(prepared.templates.source(settings.value.template))
  return settings && kind ? { settings, kind } : undefined
}
