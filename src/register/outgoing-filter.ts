/** Which rows of the outgoing register are of a signatory, or of a unit. */

import type { Records } from '../record/validate.ts'
import { slug } from '../text/names.ts'
import { concerned } from './concerned.ts'
import type { OutgoingRow } from './outgoing.ts'

/** `given`: the id of a person of the directory, or a part of a name, marks and case aside. */
export const ofSignatory = (
  { signatory }: OutgoingRow,
  given: string,
  { people }: Pick<Records, 'people'>,
): boolean => {
  const person = people.get(given)?.value.name
  return person === undefined ? slug(signatory).includes(slug(given)) : signatory === person
}

/**
 * `given`: the id of a unit or group, or a name. Theirs is what they keep (they drafted it) and what goes to them, under
 * their own name or that of a group they are in.
 */
export const ofUnit = (row: OutgoingRow, given: string, records: Records): boolean => {
  const { units, groups, bodies } = records
  const ids = [...concerned(given, records, row.date ?? `${row.year}-12-31`)]
  const names = ids.flatMap((id) => {
    const unit = units.get(id)?.value
    const group = groups.get(id)?.value
    const body = bodies.get(id)?.value
    return [unit?.name, unit?.abbreviation, group?.name, group?.short, body?.name].filter(
      (name) => name !== undefined,
    )
  })
  const wanted = new Set((names.length > 0 ? names : [given]).map(slug))
  return [...row.recipients.map(withoutNote), ...row.keeper.split(',')].some((name) => wanted.has(slug(name)))
}

/** "Các trường (để b/c)" → "Các trường". */
const withoutNote = (recipient: string): string => recipient.replace(/ \([^()]*\)$/, '')
