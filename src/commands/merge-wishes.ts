/** A record and the directory → what the record says of its recipients, and who is printed under which words. */

import type { Wishes } from '../merge/recipients.ts'
import type { Edition } from '../pipeline.ts'
import type { Records } from '../record/validate.ts'

export const wishesOf = ({ record, facts }: Edition, records: Records): Wishes => {
  const wishes = record.value.notice.recipients
  const printed = [
    ...(facts.body.leadership === null ? [] : [[facts.body.leadership, facts.body.id] as const]),
    ...[...records.groups.values()].flatMap(({ id, value }) => [
      [value.note === undefined ? value.name : `${value.name} (${value.note})`, id] as const,
    ]),
    ...[...records.units.values()].map(({ id, value }) => [value.name, id] as const),
    ...[...records.bodies.values()].map(({ id, value }) => [value.name, id] as const),
  ]
  return {
    added: (wishes?.add ?? []).map((each) => (typeof each === 'string' ? each : each.unit)),
    removed: wishes?.remove?.length ?? 0,
    idsOf: (text) => printed.flatMap(([words, id]) => (words === text ? [id] : [])),
  }
}
