/** A record and the Word file that a clerk edited → the record's file with the clerk's words in it, proven before it is written. */

import { compare } from '../diff/compare.ts'
import { readMeeting } from '../load/body.ts'
import { openedFonts } from '../load/opened-fonts.ts'
import { loadProject } from '../load/project.ts'
import { readYaml } from '../load/yaml.ts'
import { apply } from '../merge/apply.ts'
import { bareNotice } from '../merge/bare.ts'
import { lateTasks } from '../merge/deadlines.ts'
import { leftover } from '../merge/leftover.ts'
import { marksFor, scalarsOf } from '../merge/marks.ts'
import { plan, sameWords } from '../merge/plan.ts'
import type { Planned } from '../merge/planned.ts'
import { asPrinted } from '../notice/as-printed.ts'
import { type Edition, editions, editionUnder, prepare } from '../pipeline.ts'
import { isError, type Report } from '../problem.ts'
import { writeFiles } from '../publish/write.ts'
import type { Project, Source } from '../source.ts'
import type { Common } from './io.ts'
import { mayMerge } from './merge-issued.ts'
import { tellLate, tellLooks, tellLost, tellRefused } from './merge-told.ts'
import { wishesOf } from './merge-wishes.ts'
import { stem } from './open-one.ts'
import { rawTexts } from './raw-texts.ts'
import { readSide } from './sides.ts'

export type MergeOptions = Common & {
  readonly record: string
  /** As the user named it. */
  readonly edited: string
  readonly write: boolean
  /** What can be merged is, though not all can. */
  readonly partial: boolean
  /** The clerk knows that it was issued, and means to issue it again. */
  readonly newVersion: boolean
}

export type Merged = {
  readonly file: string
  readonly merged: readonly Planned[]
  readonly written: boolean
  readonly ready: boolean
  /** What is still to be given for it to be written. */
  readonly flags: string
}

/** Undefined when there is nothing to go on with (reported). */
export const mergeRecord = async (options: MergeOptions, report: Report): Promise<Merged | undefined> => {
  const { root, io, record, edited, write, partial } = options
  const fonts = openedFonts()
  const id = stem(record)
  const about: Report = (problem) => {
    if (isError(problem)) report(problem)
  }
  const project = await loadProject(root, about, [id], { register: [id] })
  const [edition] = editions(project, fonts, about, [id])
  if (!edition) return undefined
  if (!/\.docx$/i.test(edited)) {
    report({
      rule: 'read/file',
      level: 'error',
      file: edited,
      message: 'chỉ nhập lại được từ tệp .docx đã sửa trong Word',
      hint: `xem tệp này khác gì: thongbao diff ${id} ${edited}`,
    })
    return undefined
  }
  const side = await readSide(edited, record, { root, io, fonts, blobs: new Map(), report })
  if (!side) return undefined
  for (const gap of side.gaps) report({ rule: 'file/gap', level: 'info', file: edited, message: gap })
  const { source } = edition.record
  const raw = (await rawTexts(root, [source])).get(source.file)
  if (raw === undefined) return undefined

  const scalars = scalarsOf(source)
  const marks = marksFor(scalars)
  const prepared = prepare(project, fonts, () => undefined)
  const entry = { ...edition.record, value: marks.into(edition.record.value) }
  const marked = editionUnder(edition.registered, entry, prepared, () => undefined)
  const looked = asPrinted(side.notice)
  const versions = {
    printed: bareNotice(asPrinted(edition.notice)),
    marked: bareNotice(asPrinted(marked?.notice ?? edition.notice)),
    edited: bareNotice(looked),
  }
  const changes = compare(
    { notice: versions.printed },
    { notice: versions.edited, ...(side.fixed ? { fixed: side.fixed } : {}) },
  )
  const planned = sameWords(versions)
    ? plan(changes, versions, { scalars, marks }, wishesOf(edition, prepared.records))
    : []
  const read = (text: string): Source | undefined =>
    (source.file.endsWith('.md') ? readMeeting : readYaml)(source.file, text, () => undefined)
  const applied = apply({ raw, source }, planned, scalars, read)

  const refused = planned.filter((each) => 'reason' in each || applied.failed.has(each.key))
  for (const each of refused) tellRefused(each, edited, report)
  const merged = planned.filter((each) => !refused.includes(each))
  const rebuilt = rebuiltFrom(project, applied.file.source, fonts, id, report)
  const rest = rebuilt
    ? leftover(compare({ notice: bareNotice(asPrinted(rebuilt.notice)) }, { notice: versions.edited }))
    : []
  if (rebuilt) tellLooks(asPrinted(rebuilt.notice), looked, edited, report)
  const known = new Set(refused.map(({ key }) => key))
  const lost = rest.filter((key) => !known.has(key))
  if (rebuilt && lost.length > 0) tellLost(lost, planned, edited, report)
  for (const late of lateTasks(applied.rewritten, applied.file.source)) tellLate(late, source, report)
  const sound = rebuilt !== undefined && lost.length === 0
  const open = !sound || merged.length === 0 || mayMerge(edition, options, report)
  const done: Merged = {
    file: source.file,
    merged: sound ? merged : [],
    written: false,
    ready: sound && open && (refused.length === 0 || partial),
    flags: edition.registered ? '--write --new-version' : '--write',
  }
  if (!write || !done.ready || merged.length === 0) return done
  const bytes = new TextEncoder().encode(applied.file.raw)
  const { ok } = await writeFiles(root, new Map([[source.file, bytes]]), report, { shown: '.' })
  return { ...done, written: ok }
}

/** The notice that the changed record makes; mistakes in it are the clerk's words and reported. */
const rebuiltFrom = (
  project: Project,
  source: Source,
  fonts: ReturnType<typeof openedFonts>,
  id: string,
  report: Report,
): Edition | undefined =>
  editions(
    { ...project, meetings: project.meetings.map((each) => (each.file === source.file ? source : each)) },
    fonts,
    (problem) => {
      if (isError(problem)) report(problem)
    },
    [id],
  )[0]
