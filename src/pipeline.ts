/** The middle of the program, pure: validate → resolve → compose → arrange. Rendering follows, here or in a worker. */

import { compose } from './compose/compose.ts'
import { openTemplates } from './compose/template.ts'
import { type Fonts, faceOf } from './fonts/fonts.ts'
import { arrange } from './layout/arrange.ts'
import { arrangeBooks, type Library } from './layout/arrange-book.ts'
import { decree30 } from './layout/decree30.ts'
import type { Measure, Part, Sheet } from './layout/sheet.ts'
import { toMm } from './layout/units.ts'
import { isKind, type KindId } from './notice/kinds.ts'
import type { Notice } from './notice/notice.ts'
import type { Problem, Report } from './problem.ts'
import type { Meeting } from './record/meeting.ts'
import {
  type Entry,
  type Issued,
  type Office,
  type Records,
  validateMeetings,
  validateOffice,
  validateRegister,
} from './record/validate.ts'
import { checkSeries } from './register/series.ts'
import type { Facts } from './resolve/facts.ts'
import { looseReferences } from './resolve/loose-references.ts'
import { registerOf, symbolOf } from './resolve/numbering.ts'
import { resolve } from './resolve/resolve.ts'
import { soundDirectory } from './resolve/sound-directory.ts'
import type { Project, Source } from './source.ts'
import { fileSafe } from './text/names.ts'
import { nearest } from './text/nearest.ts'
import { twoDigits } from './text/numerals.ts'

/** One version of one notice, before its files. */
export type Edition = {
  readonly id: string
  /** Path below the output folder, without ending: 'issued/2020/392-TB-SGDDT'. */
  readonly name: string
  readonly record: Entry<Meeting>
  /** Its entry in the register; absent while a draft. */
  readonly registered?: Issued
  readonly facts: Facts
  readonly notice: Notice
  readonly sheet: Sheet
}

/** A project understood: its records, its templates, and the width of its letters. */
export type Prepared = {
  readonly records: Records
  readonly templates: ReturnType<typeof openTemplates>
  readonly measure: Measure
}

/** What all records of a project lean on, understood once: the directory, the templates, the width of letters. */
export type Ground = {
  readonly office: Office
  readonly templates: ReturnType<typeof openTemplates>
  readonly measure: Measure
  readonly covers: Fonts['covers']
}

export const groundOf = (
  project: Omit<Project, 'meetings' | 'register'>,
  fonts: Fonts,
  report: Report,
): Ground => {
  const office = soundDirectory(validateOffice(project, fonts.covers, report), report)
  const templates = openTemplates(project.templates, project.partials)
  for (const problem of templates.problems) report(problem)
  if (office.settings) checkSeries(office.settings, report)
  return { office, templates, measure: measureWith(fonts), covers: fonts.covers }
}

export const prepare = (project: Project, fonts: Fonts, report: Report): Prepared =>
  withRecords(groundOf(project, fonts, report), project, report)

const withRecords = (
  { office, templates, measure, covers }: Ground,
  { meetings, register }: Pick<Project, 'meetings' | 'register'>,
  report: Report,
): Prepared => ({
  records: {
    ...office,
    ...validateMeetings(meetings, covers, report),
    ...validateRegister(register, covers, report),
  },
  templates,
  measure,
})

/**
 * One meeting and the entries of the register that name it → its edition. What only shows when all records are seen
 * together (names used twice, relations in the register) is not looked at.
 */
export const editionOf = (
  meeting: Source,
  entries: readonly Source[],
  ground: Ground,
  report: Report,
): Edition | undefined => {
  const prepared = withRecords(ground, { meetings: [meeting], register: entries }, report)
  const { records } = prepared
  const { byMeeting, doubtful } = registerOf(records, idsOf(records), report, false)
  for (const entry of records.torn) looseReferences(entry, records, report)
  const [entry] = records.meetings
  if (!entry) return undefined
  const edition = editionUnder(byMeeting.get(entry.id), entry, prepared, report)
  return doubtful.has(entry.id) ? undefined : edition
}

const idsOf = ({ meetings, torn }: Records): Set<string> =>
  new Set([...meetings, ...torn].map(({ id }) => id))

/** `only`: ids of meetings; all when absent. Every problem of every record is reported; the good ones come out. */
export const editions = (
  project: Project,
  fonts: Fonts,
  report: Report,
  only?: readonly string[],
): Edition[] => {
  const prepared = prepare(project, fonts, report)
  const { records } = prepared
  const { byMeeting, doubtful } = registerOf(records, idsOf(records), report, only === undefined)
  const wanted = (id: string): boolean => only === undefined || only.includes(id)
  for (const entry of records.torn) if (wanted(entry.id)) looseReferences(entry, records, report)
  const out: Edition[] = []
  const names = new Map<string, string>()
  for (const entry of records.meetings.filter(({ id }) => wanted(id))) {
    const edition = editionUnder(byMeeting.get(entry.id), entry, prepared, report)
    if (!edition || doubtful.has(entry.id)) continue
    const other = names.get(edition.name)
    if (other !== undefined) {
      report(nameTaken(entry.source.file, edition.name, other))
      continue
    }
    names.set(edition.name, entry.source.file)
    out.push(edition)
  }
  return out
}

/** The edition of a meeting under its number, whether the register has that yet or is about to; a draft without one. */
export const editionUnder = (
  registered: Issued | undefined,
  entry: Entry<Meeting>,
  prepared: Prepared,
  report: Report,
): Edition | undefined => {
  const { records, templates, measure } = prepared
  const form = formOf(entry, prepared, report)
  if (!form) return undefined
  const facts = resolve(entry, form.kind, registered, records, report)
  const notice = facts && compose(facts, form.template, templates, report)
  if (!facts || !notice) return undefined
  return {
    id: entry.id,
    name: nameOf(notice, facts, registered),
    record: entry,
    ...(registered ? { registered } : {}),
    facts,
    notice,
    sheet: arrange(notice, decree30, measure, facts.asOf),
  }
}

/** The kind of document that a template makes; undefined when it does not say one. */
export const kindOf = (template: Source | undefined): KindId | undefined => {
  const kind = (template?.value as { kind?: unknown } | null | undefined)?.kind
  return typeof kind === 'string' && isKind(kind) ? kind : undefined
}

export type Form = {
  readonly template: string
  readonly kind: KindId
  /** Id of the issuing body; undefined when nobody says who issues. */
  readonly body: string | undefined
  /** 'TB-SGDĐT'; undefined when the directory does not know the body. */
  readonly symbol: string | undefined
}

/** Which template a meeting's notice is made with, the kind of document that it makes, and who issues it. */
export const formOf = (
  entry: Entry<Meeting>,
  { records, templates }: Prepared,
  report: Report,
): Form | undefined => {
  const name = entry.value.notice.template ?? records.settings?.value.template ?? ''
  const template = templates.source(name)
  if (!template) {
    report(noTemplate(entry, name, templates.names, records))
    return undefined
  }
  const kind = kindOf(template)
  if (kind === undefined) {
    report(noKind(template))
    return undefined
  }
  const body = entry.value.notice.body ?? records.settings?.value.body
  const found = body === undefined ? undefined : records.bodies.get(body)
  return { template: name, kind, body, symbol: found && symbolOf(kind, found.value) }
}

/** Width of a line of text in the face of a part, as the table wants it. */
export const measureWith =
  (fonts: Fonts): Measure =>
  (text: string, part: Part) => {
    const { size, weight, slope } = decree30.parts[part]
    return toMm(fonts.width(text, faceOf(weight === 'bold', slope === ('italic' as string)), size.use))
  }

/** A notice that is no edition of a record, such as an extract, set on paper. `stamp`: see `arrange`. */
export const sheetOf = (notice: Notice, measure: Measure, stamp: string): Sheet =>
  arrange(notice, decree30, measure, stamp)

/** Registers set on paper. */
export const sheetOfBooks = (library: Library, fonts: Fonts): Sheet =>
  arrangeBooks(library, decree30, measureWith(fonts))

/** A later version stands beside the one before it, which nobody touches any more. `asOf`: 'YYYY-MM-DD'. */
export const issuedName = (number: number, symbol: string, asOf: string, version = 1): string =>
  `issued/${asOf.slice(0, 4)}/${twoDigits(number)}-${fileSafe(symbol)}${version > 1 ? `-v${version}` : ''}`

const nameOf = ({ id, number, symbol }: Notice, { asOf }: Facts, registered: Issued | undefined): string =>
  number === undefined
    ? `drafts/${asOf.slice(0, 4)}/${id}`
    : issuedName(number, symbol, asOf, registered?.value.version)

/** Two editions of one name: the first has it. */
export const nameTaken = (file: string, name: string, other: string): Problem => ({
  rule: 'publish/name',
  level: 'error',
  file,
  message: `bản in của cuộc họp này trùng tên "${name}" với ${other}, cần mỗi văn bản một số, ký hiệu riêng`,
})

const noTemplate = (
  entry: Entry<Meeting>,
  name: string,
  names: readonly string[],
  records: Records,
): Problem => {
  const own = entry.value.notice.template !== undefined
  const source = own || !records.settings ? entry.source : records.settings.source
  const at = source.at(own ? ['notice', 'template'] : ['template'])
  const near = nearest(name, names)
  return {
    rule: 'resolve/unknown-reference',
    level: 'error',
    message: `không có mẫu nào tên là "${name}" trong templates/`,
    hint: near ? `có phải ý bạn là "${near}"?` : `các mẫu đang có: ${names.join(', ')}`,
    file: source.file,
    ...(at ? { at } : {}),
  }
}

const noKind = (template: Source): Problem => {
  const at = template.at(['kind'])
  return {
    rule: 'template/front-matter',
    level: 'error',
    message: 'mẫu chưa ghi đúng tên loại văn bản, cần "kind" là một loại của Phụ lục III',
    hint: 'ví dụ: kind: thong-bao',
    file: template.file,
    ...(at ? { at } : {}),
    cite: 'NĐ 30/2020/NĐ-CP, Phụ lục III',
  }
}
