/** The middle of the program, pure: validate → resolve → compose → arrange. Rendering follows, here or in a worker. */

import { compose } from './compose/compose.ts'
import { openTemplates } from './compose/template.ts'
import { type Fonts, faceOf } from './fonts/fonts.ts'
import { arrange } from './layout/arrange.ts'
import { decree30 } from './layout/decree30.ts'
import type { Measure, Part, Sheet } from './layout/sheet.ts'
import { toMm } from './layout/units.ts'
import { isKind } from './notice/kinds.ts'
import type { Notice } from './notice/notice.ts'
import type { Problem, Report } from './problem.ts'
import type { Meeting } from './record/meeting.ts'
import { type Entry, type Records, type Registered, validate } from './record/validate.ts'
import type { Facts } from './resolve/facts.ts'
import { looseReferences } from './resolve/loose-references.ts'
import { registerOf } from './resolve/numbering.ts'
import { resolve } from './resolve/resolve.ts'
import type { Project, Source } from './source.ts'
import { fileSafe } from './text/names.ts'
import { nearest } from './text/nearest.ts'
import { twoDigits } from './text/numerals.ts'

/** One version of one notice, before its files. */
export type Edition = {
  readonly id: string
  /** Path below the output folder, without ending: 'issued/2020/392-TB-SGDDT'. */
  readonly name: string
  readonly facts: Facts
  readonly notice: Notice
  readonly sheet: Sheet
}

/** `only`: ids of meetings; all when absent. Every problem of every record is reported; the good ones come out. */
export const editions = (
  project: Project,
  fonts: Fonts,
  report: Report,
  only?: readonly string[],
): Edition[] => {
  const records = validate(project, fonts.covers, report)
  const templates = openTemplates(project.templates, project.partials)
  for (const problem of templates.problems) report(problem)
  const register = registerOf(records, report)
  const wanted = (id: string): boolean => only === undefined || only.includes(id)
  for (const entry of records.torn) if (wanted(entry.id)) looseReferences(entry, records, report)
  const measure = measureWith(fonts)
  const out: Edition[] = []
  const names = new Map<string, string>()
  for (const entry of records.meetings.filter(({ id }) => wanted(id))) {
    const edition = editionOf(entry, records, templates, register.get(entry.id), measure, report)
    if (!edition) continue
    const other = names.get(edition.name)
    if (other !== undefined) {
      report(taken(entry.source, edition.name, other))
      continue
    }
    names.set(edition.name, entry.source.file)
    out.push(edition)
  }
  return out
}

const editionOf = (
  entry: Entry<Meeting>,
  records: Records,
  templates: ReturnType<typeof openTemplates>,
  registered: Registered | undefined,
  measure: Measure,
  report: Report,
): Edition | undefined => {
  const name = entry.value.notice.template ?? records.settings?.value.template ?? ''
  const template = templates.source(name)
  if (!template) {
    report(noTemplate(entry, name, templates.names, records))
    return undefined
  }
  const kind = (template.value as { kind?: unknown } | null)?.kind
  if (typeof kind !== 'string' || !isKind(kind)) {
    report(noKind(template))
    return undefined
  }
  const facts = resolve(entry, kind, registered, records, report)
  const notice = facts && compose(facts, name, templates, report)
  if (!facts || !notice) return undefined
  return {
    id: entry.id,
    name: nameOf(notice, facts),
    facts,
    notice,
    sheet: arrange(notice, decree30, measure, facts.asOf),
  }
}

/** Width of a line of text in the face of a part, as the table wants it. */
export const measureWith =
  (fonts: Fonts): Measure =>
  (text: string, part: Part) => {
    const { size, weight, slope } = decree30.parts[part]
    return toMm(fonts.width(text, faceOf(weight === 'bold', slope === ('italic' as string)), size.use))
  }

const nameOf = (notice: Notice, facts: Facts): string => {
  const year = facts.asOf.slice(0, 4)
  return notice.number === undefined
    ? `drafts/${year}/${notice.id}`
    : `issued/${year}/${twoDigits(notice.number)}-${fileSafe(notice.symbol)}`
}

const taken = (source: Source, name: string, other: string): Problem => ({
  rule: 'publish/name',
  level: 'error',
  file: source.file,
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
