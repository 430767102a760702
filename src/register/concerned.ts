/** Whom a unit or a group stands for: a group has its units, and what a group is told every unit of it is told. */

import { holdsOn } from '../record/fields.ts'
import type { Records } from '../record/validate.ts'

/** Ids of units, groups and bodies that `id` means or belongs to on a day, itself included. */
export const concerned = (id: string, records: Records, day: string): ReadonlySet<string> => {
  const unit = records.units.get(id)
  if (unit) {
    const inForce = unit.value.group !== undefined && holdsOn(unit.value, day)
    return new Set([id, ...(inForce ? above(unit.value.group, records) : [])])
  }
  if (!records.groups.has(id)) return new Set([id])
  const groups = new Set([id])
  // Groups may be written in any order: one more round for every level.
  for (let before = 0; before !== groups.size; ) {
    before = groups.size
    for (const [inner, { value }] of records.groups)
      if (value.within !== undefined && groups.has(value.within)) groups.add(inner)
  }
  const units = [...records.units].flatMap(([inner, { value }]) =>
    value.group !== undefined && groups.has(value.group) && holdsOn(value, day) ? [inner] : [],
  )
  return new Set([...above(id, records), ...groups, ...units])
}

/** A group and those it lies in. A circle has been reported; it ends here. */
const above = (id: string | undefined, { groups }: Records): string[] => {
  const found: string[] = []
  for (let next = id; next !== undefined && !found.includes(next); next = groups.get(next)?.value.within)
    found.push(next)
  return found
}
