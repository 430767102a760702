/** Records + register → Facts of one meeting: every reference followed, authority and recipients worked out. */

import { type KindId, kinds } from '../notice/kinds.ts'
import type { Report } from '../problem.ts'
import type { IssuingBody } from '../record/directory.ts'
import { circulations, type Meeting, urgencies } from '../record/meeting.ts'
import type { Entry, Issued, Records } from '../record/validate.ts'
import { conclusionFacts } from './conclusions.ts'
import type { BodyFacts, Facts, SessionsFacts } from './facts.ts'
import { symbolOf } from './numbering.ts'
import { participants, personFacts } from './participants.ts'
import { recipients } from './recipients.ts'
import { directoryOn, problemAt, type Spot } from './references.ts'
import { signatory } from './signatory.ts'

/**
 * `registered` is the meeting's entry in the register; absent while a draft.
 * Undefined when something needed could not be found; everything found wrong is reported.
 */
export const resolve = (
  entry: Entry<Meeting>,
  kindId: KindId,
  registered: Issued | undefined,
  records: Records,
  report: Report,
): Facts | undefined => {
  let failed = false
  const saying: Report = (problem) => {
    if (problem.level === 'error') failed = true
    report(problem)
  }
  const { notice, meeting, closing } = entry.value
  const sessions = sessionsFacts(meeting.sessions)
  /** The posts of those who met are those of the (last) meeting, whenever the notice is issued. */
  const met = sessions.days.at(-1)?.date ?? ''
  const asOf = registered?.value.date ?? met
  const directory = directoryOn(records, asOf, saying)
  const spot = (...path: (string | number)[]): Spot => ({ entry, path })

  checkSessions(meeting.sessions, spot, saying)
  const bodyId = notice.body ?? records.settings?.value.body
  const bodySpot =
    notice.body === undefined && records.settings
      ? { entry: records.settings, path: ['body'] }
      : spot('notice', 'body')
  if (bodyId === undefined) {
    problemAt(
      saying,
      bodySpot,
      'record/missing',
      'chưa biết cơ quan ban hành, cần "notice.body" hoặc "body" trong content/project.yaml',
    )
  }
  const body = bodyId === undefined ? undefined : directory.body(bodyId, bodySpot)
  const chair = directory.person(meeting.chair, spot('meeting', 'chair'))
  const signer = directory.person(notice.signatory, spot('notice', 'signatory'))
  const { conclusions, tasks, addressed } = conclusionFacts(entry, directory, saying)
  const withWhom = participants(
    meeting.with ?? [],
    ['meeting', 'with'],
    entry,
    directory,
    records,
    met,
    true,
    saying,
  )
  const attended = participants(
    entry.value.attendees?.list ?? [],
    ['attendees', 'list'],
    entry,
    directory,
    records,
    met,
    entry.value.attendees?.form === 'sentence',
    saying,
  )
  if (!body || bodyId === undefined) return undefined
  const chairFacts = chair && personFacts(chair, met, bodyId, records, spot('meeting', 'chair'), saying)
  const signing =
    signer &&
    signatory(signer, bodyId, body, asOf, notice.authority, records, spot('notice', 'signatory'), saying)
  const list = recipients(
    bodyId,
    body,
    { attended: [...withWhom.ids, ...attended.ids], addressed },
    notice.recipients,
    notice.drafting,
    directory,
    records,
    asOf,
    spot('notice'),
    saying,
  )
  if (!chairFacts || !signing || failed) return undefined
  const kind = kinds[kindId]
  const symbol = symbolOf(kindId, body)
  if (registered && registered.value.symbol !== symbol) {
    problemAt(
      saying,
      { entry: registered, path: ['symbol'] },
      'resolve/register',
      `ký hiệu trong sổ là "${registered.value.symbol}", cần "${symbol}" theo mẫu và danh bạ`,
    )
    return undefined
  }
  const own = registered?.value.body
  if (registered && own !== undefined && own !== bodyId) {
    problemAt(
      saying,
      { entry: registered, path: ['body'] },
      'resolve/register',
      `sổ ghi số này của cơ quan "${own}", cần "${bodyId}" theo bản ghi`,
    )
    return undefined
  }
  const { attendees } = entry.value
  const prose = (text: string, ...path: (string | number)[]): string => directory.prose(text, spot(...path))
  const maybe = (text: string | undefined, ...path: string[]): string | null =>
    text === undefined ? null : prose(text, ...path)
  const facts: Facts = {
    id: entry.id,
    body: bodyFacts(bodyId, body, records.settings?.value.printAddress ?? false),
    kind,
    number: registered?.value.number ?? null,
    symbol,
    date: registered?.value.date ?? notice.date ?? null,
    asOf,
    subject: notice.subject,
    basis: closed(entry.value.basis ?? []).map((text, index) => directory.prose(text, spot('basis', index))),
    meeting: {
      sessions,
      place: meeting.place ?? body.name,
      chair: chairFacts,
      topic: prose(meeting.topic, 'meeting', 'topic'),
      with: withWhom.printed,
      heard: maybe(meeting.heard, 'meeting', 'heard'),
      remarks: maybe(meeting.remarks, 'meeting', 'remarks'),
    },
    attendees: attendees
      ? { form: attendees.form ?? 'paragraph', end: attendees.end ?? '.', list: attended.printed }
      : null,
    conclusions,
    tasks,
    closing: closing
      ? { about: maybe(closing.about, 'closing', 'about'), text: maybe(closing.text, 'closing', 'text') }
      : null,
    signatory: signing,
    recipients: list,
    drafter: notice.drafting.mark ?? null,
    urgency: notice.urgency === undefined ? null : urgencies[notice.urgency],
    circulation: notice.circulation === undefined ? null : circulations[notice.circulation],
    annexes: (entry.value.annexes ?? []).map((annex, index) => ({
      id: annex.id ?? `pl${index + 1}`,
      title: annex.title,
      text: prose(annex.text, 'annexes', index, 'text'),
      landscape: annex.landscape ?? null,
      file: entry.source.file,
      at: entry.source.at(['annexes', index, 'text']) ?? null,
    })),
    options: {
      paper: records.settings?.value.medium === 'paper',
      boldDeadlines: records.settings?.value.boldDeadlines ?? false,
    },
  }
  // Prose is read last, so its mistakes count only now.
  return failed ? undefined : facts
}

const bodyFacts = (id: string, body: IssuingBody, printAddress: boolean): BodyFacts => ({
  id,
  name: body.name,
  lines: asLines(body.printed ?? body.name),
  parent: body.parent === undefined ? [] : asLines(body.parent),
  abbreviation: body.abbreviation,
  place: body.place,
  leadership: body.leadership ?? null,
  address: printAddress ? (body.address ?? []) : [],
})

const asLines = (lines: string | readonly string[]): readonly string[] =>
  typeof lines === 'string' ? [lines] : lines

/** Căn cứ end with ";", the last with "." (mục II.6a), unless the author closed them himself. */
const closed = (basis: readonly string[]): string[] =>
  basis.map((text, index) =>
    /[.;:,!?]\s*$/.test(text) ? text : `${text}${index === basis.length - 1 ? '.' : ';'}`,
  )

const sessionsFacts = (sessions: Meeting['meeting']['sessions']): SessionsFacts => {
  if (typeof sessions === 'string')
    return { form: 'day', days: [{ date: sessions, at: null }], several: false }
  if (Array.isArray(sessions)) {
    const days = sessions
      .map(({ date, at }) => ({ date, at: at ?? null }))
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    return { form: days.length > 1 ? 'days' : 'day', days, several: days.length > 1 }
  }
  if (sessions.from === sessions.to)
    return { form: 'day', days: [{ date: sessions.from, at: null }], several: false }
  return {
    form: 'range',
    days: [
      { date: sessions.from, at: null },
      { date: sessions.to, at: null },
    ],
    several: true,
  }
}

const checkSessions = (
  sessions: Meeting['meeting']['sessions'],
  spot: (...path: (string | number)[]) => Spot,
  report: Report,
): void => {
  if (typeof sessions === 'string' || Array.isArray(sessions) || sessions.from <= sessions.to) return
  problemAt(
    report,
    spot('meeting', 'sessions', 'to'),
    'record/period',
    `ngày cuối ${sessions.to} trước ngày đầu ${sessions.from}, cần ngày cuối không trước ngày đầu`,
  )
}
