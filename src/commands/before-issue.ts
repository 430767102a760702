/** What must hold before a document gets a number: not issued yet, a series, days that agree, documents that may be touched. */

import { entriesWith } from '../load/register-folder.ts'
import { editionUnder, formOf } from '../pipeline.ts'
import { isIssued, type Relation } from '../record/register-entry.ts'
import { called } from '../register/called.ts'
import { notToBeTouched, relationTo } from '../register/change.ts'
import { dayFindings } from '../register/days.ts'
import { seriesOf } from '../register/series.ts'
import type { Chosen } from './choose-number.ts'
import { findEntry } from './entry-ref.ts'
import type { OpenedOne } from './open-one.ts'
import { type Desk, readEntries, say } from './register-desk.ts'

/** What the clerk asked for, as far as it matters here. */
export type Wishes = {
  /** A number from the records office's own system, or one that was reserved. */
  readonly number: number | undefined
  readonly reason: string | undefined
  /** What the notice does to other documents of the register. */
  readonly relations: readonly { readonly is: Relation['is']; readonly to: string }[]
}

/** Reports the number that the record has already. */
export const isIssuedAlready = async (desk: Desk, { meeting }: OpenedOne): Promise<boolean> => {
  const [first = ''] = daysOf(meeting.value.meeting.sessions)
  const ids = await entriesWith(desk.root, meeting.id, first.slice(0, 4))
  const entries = await readEntries(desk, ids)
  const other = entries.find(({ value }) => value.record === meeting.id && isIssued(value))
  if (!other) return false
  say(desk, meeting.source.file, 'register/state', {
    message: `bản ghi này đã ban hành số ${called(other.value.number, other.value.symbol)} (${other.source.file})`,
    hint: 'chưa phát hành mà cần sửa: thêm --new-version; đã phát hành: soạn bản ghi mới, ban hành với --amends hoặc --replaces',
    cite: 'NĐ 30/2020/NĐ-CP, Điều 18 khoản 3',
  })
  return true
}

type Sessions = OpenedOne['meeting']['value']['meeting']['sessions']

/** In order. */
const daysOf = (sessions: Sessions): string[] =>
  typeof sessions === 'string'
    ? [sessions]
    : Array.isArray(sessions)
      ? sessions.map(({ date }) => date).sort()
      : [sessions.from, sessions.to]

export type Place = { readonly series: string; readonly body: string; readonly symbol: string }

/** Where the number comes from, and the symbol behind it. */
export const placeFor = (desk: Desk, opened: OpenedOne, wished: string | undefined): Place | undefined => {
  const { prepared, meeting } = opened
  const form = formOf(meeting, prepared, desk.report)
  const settings = prepared.records.settings
  if (!form || !settings) return undefined
  const { kind, body, symbol } = form
  if (body === undefined || symbol === undefined) {
    // A draft is enough to hear what is wrong with the body.
    editionUnder(undefined, meeting, prepared, desk.report)
    return undefined
  }
  const found = seriesOf(settings.value, kind, body)
  if ('message' in found) {
    say(desk, settings.source.file, 'register/series', found)
    return undefined
  }
  if (wished === undefined || wished === found.series) return { series: found.series, body, symbol }
  say(desk, meeting.source.file, 'register/series', {
    message: `văn bản này lấy số ở sổ "${found.series}", không phải "${wished}"`,
    hint: 'bỏ --series, hoặc sửa mục series trong content/project.yaml',
  })
  return undefined
}

/** The documents that this one is to amend, replace, correct or recall; all must be there and let it. */
export const relationsOf = async (desk: Desk, wishes: Wishes): Promise<Relation[] | undefined> => {
  const relations: Relation[] = []
  for (const { is, to } of wishes.relations) {
    const id = await findEntry(desk, to, desk.today.slice(0, 4))
    const [other] = id === undefined ? [] : await readEntries(desk, [id])
    if (!other) return undefined
    const wrong = notToBeTouched(other.value)
    if (wrong) {
      say(desk, other.source.file, 'register/state', wrong)
      return undefined
    }
    if (wishes.reason === undefined) {
      say(desk, other.source.file, 'register/reason', {
        message: `tác động tới ${called(other.value.number, other.value.symbol)} mà chưa nêu lý do`,
        hint: 'thêm --reason "…"; lý do được ghi vào sổ ở cả hai văn bản',
      })
      return undefined
    }
    relations.push(relationTo(is, other.id, other.value, wishes.reason))
  }
  return relations
}

export const daysAgree = (
  desk: Desk,
  { meeting }: OpenedOne,
  chosen: Chosen,
  date: string,
  { reason, number }: Wishes,
): boolean => {
  const findings = dayFindings({
    date,
    today: desk.today,
    met: daysOf(meeting.value.meeting.sessions).at(-1) ?? '',
    theirs: number !== undefined && !chosen.reserved,
    reason,
    previous: chosen.previous,
    next: chosen.next,
  })
  const planned = meeting.value.notice.date
  if (planned !== undefined && !date.startsWith(planned))
    say(
      desk,
      meeting.source.file,
      'register/date',
      {
        message: `bản ghi dự kiến ngày ${planned}, văn bản ban hành ngày ${date}`,
        hint: 'văn bản và sổ ghi ngày ban hành; kiểm tra --date nếu không đúng ý',
      },
      'warning',
    )
  for (const { level, rule, ...words } of findings) say(desk, meeting.source.file, rule, words, level)
  return findings.every(({ level }) => level !== 'error')
}
