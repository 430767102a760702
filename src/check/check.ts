/** The rules on the text of a whole project: records, directory, templates and the notices made of them. */

import type { Notice } from '../notice/notice.ts'
import type { Report } from '../problem.ts'
import { type Settings, settings as settingsSchema } from '../record/settings.ts'
import type { Project, Source } from '../source.ts'
import { nameIndex } from './body-names.ts'
import { type Checker, type Outcome, openChecker } from './checker.ts'
import { rules } from './rules/index.ts'
import { idle, type Silence, settingSilences } from './silences.ts'

export type TextCheck = {
  readonly project: Project
  /** What was composed; a record with errors has none. */
  readonly notices: readonly { readonly id: string; readonly notice: Notice }[]
  /** Ids of the meetings to look at; all when undefined. */
  readonly only?: readonly string[] | undefined
  /** Files as they stand on the disk, by path; rules on whole files are silent about the others. */
  readonly raw?: ReadonlyMap<string, string>
}

export const checkText = (check: TextCheck, report: Report): void => {
  const { project, notices, only, raw } = check
  const { checker, silences } = checkerOf(project, report)
  const seen = new Set<string>()
  const tell = (outcomes: readonly Outcome[]): void => {
    for (const { problem } of outcomes) {
      const { file, at, rule, message } = problem
      const key = JSON.stringify([file, at, rule, message])
      if (!seen.has(key)) report(problem)
      seen.add(key)
    }
  }
  const wanted = project.meetings.filter(({ file }) => only === undefined || only.includes(idOf(file)))
  const byId = new Map(notices.map(({ id, notice }) => [id, notice] as const))
  for (const source of project.directory) tell(checker.directory(source))
  for (const source of [...project.templates, ...project.partials]) tell(checker.template(source))
  for (const source of wanted) tell(checker.meeting(source, byId.get(idOf(source.file))))
  for (const source of [...project.directory, ...wanted]) {
    const text = raw?.get(source.file)
    if (text !== undefined) tell(checker.file(source, text))
  }
  // Of a part of the records nobody can say that a silence for all of them is idle.
  const told = (silence: Silence): boolean =>
    !silences.includes(silence) ||
    only === undefined ||
    (silence.record !== undefined && only.includes(silence.record))
  // Whether a whole file is at fault is only known when it was looked at.
  for (const silence of checker.idle())
    if (told(silence) && (raw !== undefined || silence.rule !== 'text/nfd')) report(idle(silence))
}

/** The checker of a project as its settings want it. */
export const checkerOf = (
  project: Project,
  report: Report,
): { readonly checker: Checker; readonly silences: readonly Silence[] } => {
  const settings = settingsOf(project.settings)
  const ids = project.meetings.map(({ file }) => idOf(file))
  const silences =
    project.settings && settings ? settingSilences(settings, project.settings, ids, report) : []
  const on = settings?.rules ?? {}
  const active = rules.filter((rule) => rule.on || on[rule.id] === true)
  return {
    silences,
    checker: openChecker(active, { names: nameIndex(project.directory) }, silences, report),
  }
}

/** Settings with mistakes have been reported and switch nothing. */
const settingsOf = (source: Source | undefined): Settings | undefined =>
  source && settingsSchema.safeParse(source.value).data

const idOf = (file: string): string => file.replace(/^.*\//, '').replace(/\.(ya?ml|md)$/, '')
