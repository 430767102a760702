/**
 * Nơi nhận, worked out: leadership, then every group that attended, is addressed or has a task, in the directory's
 * order; then what the record adds, minus what it removes; last "Lưu". NĐ 30/2020, Phụ lục I, Phần I, mục II.9.
 */

import type { Report } from '../problem.ts'
import type { Group, IssuingBody, Unit } from '../record/directory.ts'
import { holdsOn } from '../record/fields.ts'
import type { Drafting, Recipients } from '../record/meeting.ts'
import type { Records } from '../record/validate.ts'
import { twoDigits } from '../text/numerals.ts'
import { type Directory, problemAt, type Spot } from './references.ts'

/** Ids of units and groups that the notice concerns, by how they came in. */
export type Concerned = { readonly attended: readonly string[]; readonly addressed: readonly string[] }

type Recipient = { readonly id?: string; readonly text: string }

export const recipients = (
  bodyId: string,
  body: IssuingBody,
  concerned: Concerned,
  wishes: Recipients | undefined,
  drafting: Drafting,
  directory: Directory,
  records: Records,
  day: string,
  spot: Spot,
  report: Report,
): string[] => {
  const ids = wishes?.attendees
    ? concerned.addressed.filter((id) => !concerned.attended.includes(id))
    : [...concerned.attended, ...concerned.addressed]
  const listed: Recipient[] = [
    ...(wishes?.attendees ? [{ text: 'Như thành phần tham dự' }] : []),
    ...(body.leadership ? [{ id: bodyId, text: body.leadership }] : []),
    ...inDirectoryOrder([...new Set(ids)], bodyId, records, day),
  ]
  const added = (wishes?.add ?? []).flatMap((each, index) => added1(each, index, directory, spot, report))
  const removed = new Set(wishes?.remove ?? [])
  for (const [index, id] of (wishes?.remove ?? []).entries()) {
    if (!listed.some((recipient) => recipient.id === id)) {
      problemAt(
        report,
        below(spot, 'recipients', 'remove', index),
        'resolve/recipients',
        `"${id}" không có trong nơi nhận đã xác định nên không bớt được`,
        {
          level: 'warning',
          hint: `các mã có thể bớt: ${listed.flatMap((recipient) => recipient.id ?? []).join(', ')}`,
        },
      )
    }
  }
  const kept = [
    ...listed.filter((recipient) => recipient.id === undefined || !removed.has(recipient.id)),
    ...added,
  ]
  const distinct = [...new Set(kept.map((recipient) => recipient.text))]
  return [...distinct.map((text) => `${text};`), `Lưu: ${archive(drafting, directory, spot)}.`]
}

/** Groups first, in the directory's order, then units that belong to no group, in the order they were named. */
const inDirectoryOrder = (
  ids: readonly string[],
  bodyId: string,
  records: Records,
  day: string,
): Recipient[] => {
  const reached = new Map<string, { readonly members: Set<string>; whole: boolean }>()
  const alone: Recipient[] = []
  for (const id of ids) {
    const unit = records.units.get(id)?.value
    const groupId = unit ? unit.group : records.groups.has(id) ? id : undefined
    const top = groupId === undefined ? undefined : topGroup(groupId, records, day)
    if (top !== undefined) {
      const entry = reached.get(top) ?? { members: new Set<string>(), whole: false }
      reached.set(top, entry)
      if (id === top) entry.whole = true
      else entry.members.add(id)
    } else if (unit) {
      alone.push({ id, text: unit.name })
    } else if (id !== bodyId) {
      const body = records.bodies.get(id)?.value
      if (body) alone.push({ id, text: body.name })
    }
  }
  const grouped = [...records.groups.values()].flatMap(({ id, value }) => {
    const entry = reached.get(id)
    return entry ? printed(id, value, entry, records) : []
  })
  return [...grouped, ...alone]
}

/** A group by its name, or its concerned members (units, smaller groups) when only some are and the directory says so. */
const printed = (
  id: string,
  group: Group,
  { members, whole }: { readonly members: ReadonlySet<string>; readonly whole: boolean },
  records: Records,
): Recipient[] =>
  group.members === 'list' && !whole
    ? [
        ...[...records.groups.values()]
          .filter((smaller) => members.has(smaller.id))
          .map((smaller) => ({ id: smaller.id, text: withNote(smaller.value.name, smaller.value.note) })),
        ...[...records.units.values()]
          .filter((unit) => members.has(unit.id) && !members.has(unit.value.group ?? ''))
          .map((unit) => ({ id: unit.id, text: unit.value.name })),
      ]
    : [{ id, text: withNote(group.name, group.note) }]

/** The largest group of that day in which a group lies; undefined when the group itself was not there. Stops at a circle. */
const topGroup = (id: string, records: Records, day: string): string | undefined => {
  const seen = new Set<string>()
  let top: string | undefined
  for (let next: string | undefined = id; next !== undefined && !seen.has(next); ) {
    const group: Group | undefined = records.groups.get(next)?.value
    if (!group || !holdsOn(group, day)) return top
    seen.add(next)
    top = next
    next = group.within
  }
  return top
}

type Added = NonNullable<Recipients['add']>[number]

const added1 = (
  wish: Added,
  index: number,
  directory: Directory,
  spot: Spot,
  report: Report,
): Recipient[] => {
  const where = below(spot, 'recipients', 'add', index)
  const id = typeof wish === 'string' ? wish : wish.unit
  const note = typeof wish === 'string' ? undefined : wish.note
  const text = typeof wish === 'string' ? undefined : wish.text
  if ((id === undefined) === (text === undefined)) {
    problemAt(
      report,
      where,
      'resolve/recipients',
      'mỗi nơi nhận thêm vào cần đúng một trong hai: unit (mã) hoặc text (tên)',
    )
    return []
  }
  if (text !== undefined) return [{ text: withNote(text, note) }]
  const member = id === undefined ? undefined : directory.member(id, where)
  const usual = member?.is === 'group' ? member.value.note : undefined
  return member ? [{ id: member.id, text: withNote(member.value.name, note ?? usual) }] : []
}

const withNote = (name: string, note: string | undefined): string =>
  note === undefined ? name : `${name} (${note})`

/** "VT, <unit>, <initials><copies>": mục II.9d; free form where the office has its own. */
const archive = (drafting: Drafting, directory: Directory, spot: Spot): string => {
  const unit = directory.member(drafting.unit, below(spot, 'drafting', 'unit'))
  if (drafting.archive !== undefined) return drafting.archive.replace(/[.;]+$/, '')
  const name =
    unit === undefined ? drafting.unit : unit.is === 'group' ? unit.value.name : shortName(unit.value)
  const { initials, copies } = drafting
  if (initials !== undefined)
    return `VT, ${name}, ${initials}${copies === undefined ? '' : twoDigits(copies)}`
  return `VT, ${name}${copies === undefined ? '' : ` (${copies})`}`
}

const shortName = (unit: Unit | IssuingBody): string => unit.abbreviation ?? unit.name

const below = (spot: Spot, ...path: (string | number)[]): Spot => ({
  entry: spot.entry,
  path: ['notice', ...path],
})
