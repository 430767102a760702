/** The rules on the text of a whole project: records, directory, templates and the notices made of them. */

import type { Notice } from '../notice/notice.ts'
import type { Report } from '../problem.ts'
import { type Settings, settings as settingsSchema } from '../record/settings.ts'
import type { Project, Source } from '../source.ts'
import { nameIndex } from './body-names.ts'
import { type Checker, type Outcome, openChecker } from './checker.ts'
import type { Known, Rule } from './rule.ts'
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

export const checkText = ({ project, notices, only, raw }: TextCheck, report: Report): void => {
  const known = knowledgeOf(
    project,
    project.meetings.map(({ file }) => idOf(file)),
    report,
  )
  const wanted = project.meetings.filter(({ file }) => only === undefined || only.includes(idOf(file)))
  const byId = new Map(notices.map(({ id, notice }) => [id, notice] as const))
  const used = new Set<Silence>(checkOffice(known, project, report, raw))
  for (const source of wanted)
    for (const silence of checkMeeting(known, source, byId.get(idOf(source.file)), report, raw))
      used.add(silence)
  for (const silence of known.silences)
    if (
      !used.has(silence) &&
      (only === undefined || (silence.record !== undefined && only.includes(silence.record)))
    )
      tellIdle(silence, report, raw)
}

/** What checking any file of a project needs to know of the whole. */
export type Knowledge = {
  readonly rules: readonly Rule[]
  readonly known: Known
  /** Those of the settings. */
  readonly silences: readonly Silence[]
}

/** `ids`: of all meetings. Mistakes in the silences of the settings are reported. */
export const knowledgeOf = (
  project: Pick<Project, 'settings' | 'directory'>,
  ids: readonly string[],
  report: Report,
): Knowledge => {
  const settings = settingsOf(project.settings)
  const on = settings?.rules ?? {}
  return {
    rules: rules.filter((rule) => rule.on || on[rule.id] === true),
    known: { names: nameIndex(project.directory) },
    silences: project.settings && settings ? settingSilences(settings, project.settings, ids, report) : [],
  }
}

type Raw = ReadonlyMap<string, string> | undefined

/** Directory and templates. Answers which silences of the settings have silenced something. */
export const checkOffice = (
  knowledge: Knowledge,
  project: Pick<Project, 'directory' | 'templates' | 'partials'>,
  report: Report,
  raw?: Raw,
): Silence[] =>
  looking(knowledge, report, raw, (checker) => [
    ...project.directory.flatMap((source) => [...checker.directory(source), ...whole(checker, source, raw)]),
    ...[...project.templates, ...project.partials].flatMap((source) => checker.template(source)),
  ])

/** One meeting; `notice`: what was composed of it. Answers which silences of the settings have silenced something. */
export const checkMeeting = (
  knowledge: Knowledge,
  source: Source,
  notice: Notice | undefined,
  report: Report,
  raw?: Raw,
): Silence[] =>
  looking(knowledge, report, raw, (checker) => [
    ...checker.meeting(source, notice),
    ...whole(checker, source, raw),
  ])

const whole = (checker: Checker, source: Source, raw: Raw): Outcome[] => {
  const text = raw?.get(source.file)
  return text === undefined ? [] : checker.file(source, text)
}

/** What is found is reported once, then the silences in the files themselves that had nothing to silence. */
const looking = (
  { rules: active, known, silences }: Knowledge,
  report: Report,
  raw: Raw,
  look: (checker: Checker) => readonly Outcome[],
): Silence[] => {
  const checker = openChecker(active, known, silences, report)
  const seen = new Set<string>()
  for (const { problem } of look(checker)) {
    const { file, at, rule, message } = problem
    const key = JSON.stringify([file, at, rule, message])
    if (!seen.has(key)) report(problem)
    seen.add(key)
  }
  const unused = new Set(checker.idle())
  for (const silence of unused) if (!silences.includes(silence)) tellIdle(silence, report, raw)
  return silences.filter((silence) => !unused.has(silence))
}

/** Whether a whole file is at fault is only known when it was looked at. */
export const tellIdle = (silence: Silence, report: Report, raw?: Raw): void => {
  if (raw !== undefined || silence.rule !== 'text/nfd') report(idle(silence))
}

/** The checker of a project as its settings want it. */
export const checkerOf = (
  project: Project,
  report: Report,
): { readonly checker: Checker; readonly silences: readonly Silence[] } => {
  const {
    rules: active,
    known,
    silences,
  } = knowledgeOf(
    project,
    project.meetings.map(({ file }) => idOf(file)),
    report,
  )
  return { silences, checker: openChecker(active, known, silences, report) }
}

/** Settings with mistakes have been reported and switch nothing. */
const settingsOf = (source: Source | undefined): Settings | undefined =>
  source && settingsSchema.safeParse(source.value).data

const idOf = (file: string): string => file.replace(/^.*\//, '').replace(/\.(ya?ml|md)$/, '')
