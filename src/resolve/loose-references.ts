/**
 * The references of a meeting whose shape has mistakes. Nothing can be made of such a record, but its author shall
 * hear of all mistakes in one run; so what looks like a reference is looked up, by the name of its key.
 */

import type { Report } from '../problem.ts'
import type { Entry, Records } from '../record/validate.ts'
import type { Path } from '../source.ts'
import { nearest } from '../text/nearest.ts'
import { problemAt } from './references.ts'

const people = new Set(['signatory', 'chair', 'people'])
const members = new Set(['units', 'unit', 'for', 'lead', 'with', 'watch', 'report', 'remove', 'add'])

export const looseReferences = (entry: Entry<unknown>, records: Records, report: Report): void => {
  const check = (
    id: string,
    path: Path,
    maps: readonly ReadonlyMap<string, unknown>[],
    what: string,
  ): void => {
    const known = maps.some((map) => map.has(id)) || records.broken.has(id)
    // What is no id at all has been reported as such.
    if (known || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return
    const near = nearest(
      id,
      maps.flatMap((map) => [...map.keys()]),
    )
    problemAt(
      report,
      { entry, path },
      'resolve/unknown-reference',
      `không có ${what} nào mang mã "${id}" trong danh bạ`,
      {
        hint: near ? `có phải ý bạn là "${near}"?` : `thêm "${id}" vào content/directory`,
      },
    )
  }
  const look = (value: unknown, path: Path, key: string): void => {
    if (typeof value === 'string') {
      if (people.has(key)) check(value, path, [records.people], 'người')
      if (members.has(key))
        check(value, path, [records.units, records.groups, records.bodies], 'đơn vị hoặc nhóm')
    } else if (Array.isArray(value)) {
      value.forEach((each, index) => {
        look(each, [...path, index], key)
      })
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, each] of Object.entries(value)) look(each, [...path, name], name)
    }
  }
  look(entry.value, [], '')
}
