/**
 * The directory with its own references followed: a unit whose group is not there would be left out of a list without
 * a word. What points nowhere is reported once, where it stands, and its record counts as broken from then on.
 */

import type { Report } from '../problem.ts'
import type { Entry, Office } from '../record/validate.ts'
import type { Path } from '../source.ts'
import { nearest } from '../text/nearest.ts'
import { problemAt } from './references.ts'

type Pointer = { readonly to: string | undefined; readonly path: Path; readonly among: readonly Named[] }
type Named = { readonly what: string; readonly ids: ReadonlyMap<string, unknown> }

export const soundDirectory = (records: Office, report: Report): Office => {
  const broken = new Set(records.broken)
  const bodies: Named = { what: 'cơ quan', ids: records.bodies }
  const units: Named = { what: 'đơn vị', ids: records.units }
  const groups: Named = { what: 'nhóm', ids: records.groups }

  /** The records that point at sound ones only; `records.groups` first, for units lean on them. */
  const sound = <T>(
    all: ReadonlyMap<string, Entry<T>>,
    pointers: (value: T) => readonly Pointer[],
  ): ReadonlyMap<string, Entry<T>> => {
    let kept = [...all]
    for (let before = -1; before !== kept.length; ) {
      before = kept.length
      kept = kept.filter(([id, entry]) => {
        const wrong = pointers(entry.value).filter(
          ({ to, among }) => to !== undefined && (broken.has(to) || !among.some(({ ids }) => ids.has(to))),
        )
        for (const pointer of wrong) if (!broken.has(pointer.to ?? '')) tell(entry, pointer, report)
        if (wrong.length > 0) broken.add(id)
        return wrong.length === 0
      })
    }
    return new Map(kept)
  }

  for (const id of circles(records, report)) broken.add(id)
  return {
    ...records,
    groups: sound(new Map([...records.groups].filter(([id]) => !broken.has(id))), ({ body, within }) => [
      { to: body, path: ['body'], among: [bodies] },
      { to: within, path: ['within'], among: [groups] },
    ]),
    units: sound(records.units, ({ body, group }) => [
      { to: body, path: ['body'], among: [bodies] },
      { to: group, path: ['group'], among: [groups] },
    ]),
    people: sound(records.people, ({ posts, authorisations }) => [
      ...posts.map(({ at }, index) => ({ to: at, path: ['posts', index, 'at'], among: [bodies, units] })),
      ...(authorisations ?? []).map(({ body }, index) => ({
        to: body,
        path: ['authorisations', index, 'body'],
        among: [bodies],
      })),
    ]),
    broken,
  }
}

const tell = (entry: Entry<unknown>, { to = '', path, among }: Pointer, report: Report): void => {
  const what = among.map((each) => each.what).join(' hoặc ')
  const near = nearest(
    to,
    among.flatMap(({ ids }) => [...ids.keys()]),
  )
  problemAt(
    report,
    { entry, path },
    'resolve/unknown-reference',
    `không có ${what} nào mang mã "${to}" trong danh bạ`,
    {
      hint: near ? `có phải ý bạn là "${near}"?` : `thêm "${to}" vào content/directory`,
    },
  )
}

/** A group that lies in itself has no largest group to be named by. */
const circles = ({ groups }: Office, report: Report): string[] => {
  const found: string[] = []
  for (const [id, entry] of groups) {
    const seen = new Set<string>()
    let next = entry.value.within
    while (next !== undefined && next !== id && !seen.has(next)) {
      seen.add(next)
      next = groups.get(next)?.value.within
    }
    if (next !== id) continue
    found.push(id)
    problemAt(
      report,
      { entry, path: ['within'] },
      'record/value',
      `nhóm "${id}" nằm trong chính nó, cần một nhóm lớn hơn`,
    )
  }
  return found
}
