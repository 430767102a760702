/** Id → record, on a day; what is not there is reported with the nearest name that is. */

import type { Report, RuleId } from '../problem.ts'
import type { Group, IssuingBody, Person, Unit } from '../record/directory.ts'
import { holdsOn, type Period } from '../record/fields.ts'
import type { Entry, Records } from '../record/validate.ts'
import type { Path } from '../source.ts'
import { escapeMarkdown } from '../text/escape.ts'
import { nearest } from '../text/nearest.ts'
import { shown } from '../text/terminal.ts'

/** Where in a record something is said; problems are reported there. */
export type Spot = { readonly entry: Pick<Entry<unknown>, 'source' | 'path'>; readonly path: Path }

export type Member =
  | { readonly is: 'unit'; readonly id: string; readonly value: Unit }
  | { readonly is: 'group'; readonly id: string; readonly value: Group }
  | { readonly is: 'body'; readonly id: string; readonly value: IssuingBody }

export type Directory = {
  /** A unit, group or body. */
  readonly member: (id: string, spot: Spot) => Member | undefined
  readonly body: (id: string, spot: Spot) => IssuingBody | undefined
  readonly person: (id: string, spot: Spot) => Person | undefined
  /** Markdown prose in which `<unit:id>` is the name of a unit, group or body. */
  readonly prose: (text: string, spot: Spot) => string
}

export const problemAt = (
  report: Report,
  spot: Spot,
  rule: RuleId,
  message: string,
  extra: {
    readonly hint?: string
    readonly cite?: string
    readonly level?: 'error' | 'warning' | 'info'
  } = {},
): void => {
  const { source, path } = spot.entry
  const at = source.at([...path, ...spot.path])
  report({ rule, level: 'error', message, file: source.file, ...(at ? { at } : {}), ...extra })
}

/** The directory as it was on `day`. */
export const directoryOn = (records: Records, day: string, report: Report): Directory => {
  const all = names(records)
  const find = <T extends Period>(
    maps: readonly ReadonlyMap<string, Entry<T>>[],
    what: string,
    id: string,
    spot: Spot,
  ): T | undefined => {
    const entry = maps.map((map) => map.get(id)).find((found) => found !== undefined)
    if (!entry && records.broken.has(id)) {
      problemAt(
        report,
        spot,
        'resolve/unknown-reference',
        `bản ghi "${id}" trong danh bạ đang có lỗi, cần sửa bản ghi đó trước`,
      )
      return undefined
    }
    if (!entry) {
      const candidates = maps.flatMap((map) => [...map.keys()])
      const near = nearest(id, candidates)
      const other = all.get(id)
      problemAt(
        report,
        spot,
        'resolve/unknown-reference',
        `không có ${what} nào mang mã "${id}" trong danh bạ`,
        {
          hint: near
            ? `có phải ý bạn là "${near}"?`
            : other
              ? `"${id}" là mã của ${other}, cần mã của ${what}`
              : `thêm "${id}" vào content/directory`,
        },
      )
      return undefined
    }
    if (!holdsOn(entry.value, day)) {
      problemAt(
        report,
        spot,
        'resolve/not-in-force',
        `"${id}" không có hiệu lực vào ngày ${day}, cần ${what} đang có vào ngày đó`,
        {
          hint: `danh bạ ghi ${span(entry.value)} (${entry.source.file})`,
        },
      )
      return undefined
    }
    return entry.value
  }
  const member: Directory['member'] = (id, spot) => {
    const value = find<Unit | Group | IssuingBody>(
      [records.units, records.groups, records.bodies],
      'đơn vị hoặc nhóm',
      id,
      spot,
    )
    if (!value) return undefined
    const is = records.units.has(id) ? 'unit' : records.groups.has(id) ? 'group' : 'body'
    return { is, id, value } as Member
  }
  return {
    member,
    prose: (text, spot) =>
      text.replace(/(?<!\\)<unit:([^<>\n]*)>/g, (_, given: string) => {
        const id = given.trim()
        if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return escapeMarkdown(member(id, spot)?.value.name ?? '')
        problemAt(
          report,
          spot,
          'record/value',
          `"<unit:${shown(id)}>" không chứa một mã, cần chữ thường không dấu, số và gạch nối`,
          { hint: 'nếu muốn in nguyên văn, viết "\\<unit:…>"' },
        )
        return ''
      }),
    body: (id, spot) => find([records.bodies], 'cơ quan', id, spot),
    person: (id, spot) =>
      find([records.people as ReadonlyMap<string, Entry<Person & Period>>], 'người', id, spot),
  }
}

const names = (records: Records): ReadonlyMap<string, string> =>
  new Map([
    ...[...records.units.keys()].map((id) => [id, 'một đơn vị'] as const),
    ...[...records.groups.keys()].map((id) => [id, 'một nhóm'] as const),
    ...[...records.bodies.keys()].map((id) => [id, 'một cơ quan'] as const),
    ...[...records.people.keys()].map((id) => [id, 'một người'] as const),
  ])

export const span = ({ from, to }: Period): string =>
  `${from ? `từ ${from}` : ''}${from && to ? ' ' : ''}${to ? `đến ${to}` : ''}` || 'không giới hạn'
