/** Sources → Records: the shape of every record, one pass, all problems. Never looks at how records point at each other. */

import type * as z from 'zod'
import type { Problem, Report, RuleId } from '../problem.ts'
import type { Aim, Path, Project, Source } from '../source.ts'
import { isDate } from '../text/dates.ts'
import { type Covers, unprintable, withoutFinalBreaks } from './characters.ts'
import { directoryFile, type Group, type IssuingBody, type Person, type Unit } from './directory.ts'
import { explain } from './explain.ts'
import { type Meeting, meeting } from './meeting.ts'
import { type IssuedEntry, type RegisterEntry, registerEntry, stateOf } from './register-entry.ts'
import { type Settings, settings } from './settings.ts'

/** A record and where it stands, so that later stages can point at its fields. */
export type Entry<T> = {
  readonly id: string
  readonly value: T
  readonly source: Source
  /** Path of the record inside its source; fields are below it. */
  readonly path: Path
}

/** Its id is `<year>/<series>/<number>`. */
export type Registered = Entry<RegisterEntry> & { readonly year: string; readonly series: string }

/** Under which a document went out. */
export type Issued = Registered & { readonly value: IssuedEntry }

export type Records = {
  readonly settings: Entry<Settings> | undefined
  readonly bodies: ReadonlyMap<string, Entry<IssuingBody>>
  readonly units: ReadonlyMap<string, Entry<Unit>>
  /** In the directory's order: the order of print. */
  readonly groups: ReadonlyMap<string, Entry<Group>>
  readonly people: ReadonlyMap<string, Entry<Person>>
  readonly meetings: readonly Entry<Meeting>[]
  /** Meetings with mistakes in their shape: nothing is made of them, but their references are looked at all the same. */
  readonly torn: readonly Entry<unknown>[]
  readonly register: readonly Registered[]
  /** Meetings whose entry in the register has mistakes: they have a number, but which is not known. */
  readonly misregistered: ReadonlySet<string>
  /** Ids of the directory whose records have mistakes: who points at them is not to be blamed. */
  readonly broken: ReadonlySet<string>
}

/** What all meetings of a project lean on. */
export type Office = Pick<Records, 'settings' | 'bodies' | 'units' | 'groups' | 'people' | 'broken'>

export const validate = (project: Project, covers: Covers, report: Report): Records => ({
  ...validateOffice(project, covers, report),
  ...validateMeetings(project.meetings, covers, report),
  ...validateRegister(project.register, covers, report),
})

export const validateRegister = (
  sources: readonly Source[],
  covers: Covers,
  report: Report,
): Pick<Records, 'register' | 'misregistered'> => {
  const entries = sources.map((source) => validateEntry(source, covers, report))
  return {
    register: entries.filter((entry) => typeof entry === 'object'),
    misregistered: new Set(entries.filter((entry) => typeof entry === 'string')),
  }
}

export const validateOffice = (
  project: Pick<Project, 'settings' | 'directory'>,
  covers: Covers,
  report: Report,
): Office => {
  const broken = new Set<string>()
  const directory = project.directory.map((source) => {
    const { value, wrong } = looked(source, directoryFile, covers, report)
    return { source, value: isRecord(value) ? value : {}, wrong }
  })
  const taken = new Map<string, string>()
  const collect = <T extends object>(
    kind: 'bodies' | 'units' | 'groups' | 'people',
  ): Map<string, Entry<T>> => {
    const found = new Map<string, Entry<T>>()
    for (const { source, value, wrong } of directory) {
      const map = value[kind]
      for (const [id, record] of Object.entries(isRecord(map) ? map : {})) {
        const path = [kind, id]
        if (!isId(id)) {
          report(
            say(
              source,
              path,
              'record/value',
              `"${id.slice(0, 60)}" không phải một mã, cần chữ thường không dấu, số và gạch nối`,
              'key',
            ),
          )
        } else if (taken.has(id)) {
          report(
            say(
              source,
              path,
              'record/duplicate-id',
              `mã "${id}" đã có ở ${taken.get(id)}, cần mỗi mã chỉ dùng một lần trong danh bạ`,
              'key',
            ),
          )
        } else {
          taken.set(id, placeOf(source, path))
          checkPeriods(record, source, path, report)
          if (wrong.some((at) => at[0] === kind && at[1] === id)) {
            broken.add(id)
          } else {
            found.set(id, { id, value: record as T, source, path })
          }
        }
      }
    }
    return found
  }
  const settingsValue = project.settings && shaped(project.settings, settings, covers, report)
  return {
    settings:
      project.settings && settingsValue
        ? { id: 'project', value: settingsValue, source: project.settings, path: [] }
        : undefined,
    bodies: collect<IssuingBody>('bodies'),
    units: collect<Unit>('units'),
    groups: collect<Group>('groups'),
    people: collect<Person>('people'),
    broken,
  }
}

const isId = (id: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)

export const validateMeetings = (
  sources: readonly Source[],
  covers: Covers,
  report: Report,
): Pick<Records, 'meetings' | 'torn'> => {
  const taken = new Map<string, string>()
  const whole: Entry<Meeting>[] = []
  const torn: Entry<unknown>[] = []
  for (const source of sources) {
    const id = stem(source.file)
    const other = taken.get(id)
    if (other !== undefined) {
      report(sameName(source.file, other))
      continue
    }
    taken.set(id, source.file)
    const { value, wrong } = looked(source, meeting, covers, report)
    if (wrong.length === 0) whole.push({ id, value: value as Meeting, source, path: [] })
    else torn.push({ id, value, source, path: [] })
  }
  return { meetings: whole, torn }
}

/** Two meetings of one name: the first has it. */
export const sameName = (file: string, other: string): Problem => ({
  rule: 'record/duplicate-id',
  level: 'error',
  file,
  message: `trùng tên với ${other}, cần mỗi cuộc họp một tên tệp riêng`,
})

/** The cleaned value of a source and the paths of what is wrong in it (all of it reported). */
const looked = (
  source: Source,
  schema: z.ZodType,
  covers: Covers,
  report: Report,
): { value: unknown; wrong: Path[] } => {
  const value = withoutFinalBreaks(source.value)
  const wrong = explain(schema, value)
  for (const { rule, path, aim, message, hint } of wrong) report(say(source, path, rule, message, aim, hint))
  const odd = unprintable(value, covers)
  for (const { rule, path, message, hint } of odd) report(say(source, path, rule, message, 'value', hint))
  return { value, wrong: [...wrong, ...odd].map(({ path }) => path) }
}

/** The record of a source, or undefined when it has errors (all of them reported). */
const shaped = <T extends z.ZodType>(
  source: Source,
  schema: T,
  covers: Covers,
  report: Report,
): z.infer<T> | undefined => {
  const { value, wrong } = looked(source, schema, covers, report)
  return wrong.length === 0 ? (value as z.infer<T>) : undefined
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * "content/register/2020/TB/392.yaml": the place of the file says year, series and number; the file must agree.
 * Of an entry with mistakes only the meeting that it names, if it names one.
 */
export const validateEntry = (
  source: Source,
  covers: Covers,
  report: Report,
): Registered | string | undefined => {
  const value = shaped(source, registerEntry, covers, report)
  if (!value) {
    const record = isRecord(source.value) ? source.value.record : undefined
    return typeof record === 'string' ? record : undefined
  }
  const [number = '', series = '', year = ''] = source.file
    .replace(/\.ya?ml$/, '')
    .split('/')
    .reverse()
  const wrong: (readonly [key: string, rule: RuleId, message: string])[] = []
  if (String(value.number) !== number)
    wrong.push(['number', 'resolve/register', `số ${value.number} khác tên tệp "${number}", cần khớp nhau`])
  if (value.date !== undefined && !value.date.startsWith(`${year}-`))
    wrong.push([
      'date',
      'resolve/register',
      `ngày ${value.date} không thuộc năm ${year} của thư mục, cần khớp nhau`,
    ])
  if (!['reserved', 'cancelled'].includes(stateOf(value))) {
    const lacking = [
      ...(value.symbol === undefined ? ['symbol'] : []),
      ...(value.date === undefined ? ['date'] : []),
      ...(value.record === undefined && value.subject === undefined ? ['record'] : []),
    ]
    for (const key of lacking)
      wrong.push([key, 'record/missing', `thiếu "${key}", cần có khi số đã ban hành`])
  }
  for (const [key, rule, message] of wrong) report(say(source, [key], rule, message))
  return wrong.length > 0
    ? value.record
    : { id: `${year}/${series}/${number}`, value, source, path: [], year, series }
}

const checkPeriods = (record: unknown, source: Source, path: Path, report: Report): void => {
  if (Array.isArray(record)) {
    record.forEach((each, index) => {
      checkPeriods(each, source, [...path, index], report)
    })
  } else if (typeof record === 'object' && record !== null) {
    const { from, to } = record as { from?: unknown; to?: unknown }
    if (isDay(from) && isDay(to) && from > to) {
      report(
        say(
          source,
          [...path, 'to'],
          'record/period',
          `"to" là ${to}, trước "from" là ${from}; cần ngày kết thúc không trước ngày bắt đầu`,
        ),
      )
    }
    for (const [key, each] of Object.entries(record)) checkPeriods(each, source, [...path, key], report)
  }
}

const isDay = (value: unknown): value is string => typeof value === 'string' && isDate(value)

const say = (
  source: Source,
  path: Path,
  rule: RuleId,
  message: string,
  aim: Aim = 'value',
  hint?: string,
) => {
  const at = source.at(path, aim)
  return {
    rule,
    level: 'error' as const,
    message,
    file: source.file,
    ...(at ? { at } : {}),
    ...(hint ? { hint } : {}),
  }
}

const placeOf = (source: Source, path: Path): string => {
  const at = source.at(path, 'key')
  return at ? `${source.file}:${at.line}` : source.file
}

const stem = (file: string): string => file.replace(/^.*\//, '').replace(/\.(ya?ml|md)$/, '')
