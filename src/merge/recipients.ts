/** Nơi nhận that came or went → what the record adds to the list that the program works out, or takes out of it. */

import type { EntryChange } from '../diff/change.ts'
import { bagOf, likeness } from '../diff/words.ts'
import { anyMark } from './marks.ts'
import { type ListEdit, type Origins, type Planned, planLine, type Versions } from './planned.ts'
import { yamlText } from './yaml-text.ts'

/** What the record says of its recipients, and how the directory prints whom. */
export type Wishes = {
  /** Ids of the record's own additions, in order; undefined for one in words. */
  readonly added: readonly (string | undefined)[]
  readonly removed: number
  /** Ids that are printed like this. */
  readonly idsOf: (text: string) => readonly string[]
}

const at = ['notice', 'recipients'] as const

export const planRecipients = (
  changes: readonly EntryChange[],
  { marked }: Versions,
  origins: Origins,
  wishes: Wishes,
): Planned[] => {
  const removed = changes.filter((change) => change.is === 'removed')
  const done = new Set<EntryChange>()
  const out: Planned[] = []
  const where = 'Nơi nhận'
  for (const change of changes.filter(({ is }) => is === 'added')) {
    const twin = removed.find((each) => !done.has(each) && isTwin(each.text, change.text))
    const line = twin && marked.recipients[twin.from]
    if (!twin || line === undefined) continue
    const planned = planLine({ key: keyOfEntry(change), where }, bare(line), bare(change.text), origins)
    if ('reason' in planned && !isArchive(change.text)) continue
    done.add(twin).add(change)
    out.push(
      'reason' in planned
        ? { ...planned, reason: 'mục Lưu do chương trình ghi từ notice.drafting', hint: archiveHint }
        : planned,
    )
  }
  for (const change of changes.filter((each) => !done.has(each))) {
    const text = bare(change.text)
    const known = { key: keyOfEntry(change), where }
    if (change.is === 'added') {
      const [id, ...others] = wishes.idsOf(text)
      const entry = id !== undefined && others.length === 0 ? id : `{text: ${quoted(text)}}`
      const index = wishes.added.length
      const list: ListEdit = { is: 'insert', path: [...at, 'add'], index, entry, before: 'drafting' }
      out.push({ ...known, before: '', after: text, texts: [], lists: [list] })
    } else if (change.is === 'removed') {
      const lists = removal(marked.recipients[change.from] ?? '', text, origins, wishes)
      out.push(
        lists
          ? { ...known, before: text, after: '', texts: [], lists: [lists] }
          : {
              ...known,
              before: text,
              after: '',
              reason: 'không rõ nơi nhận này là đơn vị hay nhóm nào trong danh bạ',
              hint: 'ghi mã vào notice.recipients.remove',
            },
      )
    }
  }
  return out
}

export const keyOfEntry = ({ is, text }: EntryChange): string => `${is}|${bare(text)}`

const archiveHint = 'sửa notice.drafting, hoặc ghi nguyên văn vào notice.drafting.archive'

const isArchive = (text: string): boolean => /^Lưu\s*:/i.test(text)

const isTwin = (a: string, b: string): boolean =>
  isArchive(a) === isArchive(b) && (isArchive(a) || likeness(bagOf(a), bagOf(b)) >= 0.4)

const bare = (text: string): string => text.replace(/[;.]$/, '')

/** In the flow of a map no comma or bracket may stand bare. */
const quoted = (text: string): string => yamlText(text, false)

const removal = (
  line: string,
  text: string,
  { marks, scalars }: Origins,
  wishes: Wishes,
): ListEdit | undefined => {
  for (const [mark] of line.matchAll(anyMark)) {
    const anchor = marks.at(mark)
    const path = anchor && scalars[anchor.scalar]?.passage.path
    if (path?.[1] === 'recipients' && typeof path[3] === 'number')
      return { is: 'remove', path: [...at, 'add'], index: path[3] }
  }
  const ids = wishes.idsOf(text)
  const own = wishes.added.findIndex((id) => id !== undefined && ids.includes(id))
  if (own !== -1) return { is: 'remove', path: [...at, 'add'], index: own }
  const [id, ...others] = ids
  return id !== undefined && others.length === 0
    ? { is: 'insert', path: [...at, 'remove'], index: wishes.removed, entry: id, before: 'drafting' }
    : undefined
}
