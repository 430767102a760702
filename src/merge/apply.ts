/** Planned changes → the record's file with all of them in it, and those that its file could not take. */

import { changeItems } from '../load/body-items.ts'
import { insertEntry, removeEntry } from '../load/yaml-lists.ts'
import { orderEntries } from '../load/yaml-order.ts'
import type { Path, Source } from '../source.ts'
import { type Scalar, valueAt } from './marks.ts'
import type { ScalarEdit } from './place.ts'
import type { ListEdit, Planned } from './planned.ts'
import { type RecordFile, type Rewritten, rewriteText } from './rewrite.ts'

export type Applied = {
  readonly file: RecordFile
  readonly rewritten: readonly Rewritten[]
  /** Keys of planned changes that were not made. */
  readonly failed: ReadonlySet<string>
}

export const apply = (
  file: RecordFile,
  planned: readonly Planned[],
  scalars: readonly Scalar[],
  read: (raw: string) => Source | undefined,
): Applied => {
  const doable = planned.flatMap((each) => ('texts' in each ? [each] : []))
  const failed = new Set<string>()
  const rewritten: Rewritten[] = []
  let current = file
  const byScalar = new Map<number, ScalarEdit[]>()
  for (const edit of doable.flatMap(({ texts }) => texts))
    byScalar.set(edit.scalar, [...(byScalar.get(edit.scalar) ?? []), edit])
  for (const [index, edits] of byScalar) {
    const scalar = scalars[index]
    const done = scalar && rewriteText(current, scalar, edits, read)
    if (done) {
      current = done.file
      rewritten.push(done.rewritten)
    } else
      for (const { key, texts } of doable) if (texts.some((each) => each.scalar === index)) failed.add(key)
  }
  // From the back, so that places in lists stay what they were.
  const lists = doable.flatMap(({ key, lists: own }) => own.map((edit) => ({ key, edit })))
  const mixed = new Set(lists.flatMap(({ edit }) => (edit.is === 'order' ? [] : [String(edit.path)])))
  const ordered = new Set<string>()
  for (const { key, edit } of lists.reverse().sort((a, b) => backwards(a.edit, b.edit))) {
    // Several that changed places in one list are one new order.
    if (edit.is === 'order' && ordered.has(String(edit.path))) continue
    const raw = edit.is === 'order' && mixed.has(String(edit.path)) ? undefined : changedList(current, edit)
    const source = raw === undefined ? undefined : read(raw)
    if (raw === undefined || !source || !keepsOthers(edit, current.source, source)) failed.add(key)
    else {
      current = { raw, source }
      if (edit.is === 'order') ordered.add(String(edit.path))
    }
  }
  return { file: current, rewritten, failed }
}

/** The conclusions of a record in Markdown are its body. */
const changedList = ({ raw, source }: RecordFile, edit: ListEdit): string | undefined =>
  source.file.endsWith('.md') && edit.path[0] === 'conclusions'
    ? changedItems({ raw, source }, edit)
    : changedEntries(raw, edit)

const changedItems = ({ raw, source }: RecordFile, edit: ListEdit): string | undefined => {
  const list = valueAt(source.value, edit.path)
  if (!Array.isArray(list) || (edit.is === 'insert' && edit.line === undefined)) return undefined
  return changeItems(raw, source, edit.path, list.length, (items) => {
    if (edit.is === 'order') return edit.order.map((index) => items[index] ?? '')
    return edit.is === 'remove'
      ? items.toSpliced(edit.index, 1)
      : items.toSpliced(edit.index, 0, edit.line ?? '')
  })
}

const changedEntries = (raw: string, edit: ListEdit): string | undefined =>
  edit.is === 'order'
    ? orderEntries(raw, edit.path, edit.order)
    : edit.is === 'remove'
      ? removeEntry(raw, edit.path, edit.index)
      : insertEntry(raw, edit.path, edit.index, edit.entry, edit.before)

/** What the edit does not speak of is in the record as it was: nobody loses a task or an id. */
const keepsOthers = (edit: ListEdit, before: Source, after: Source): boolean => {
  const old = valueAt(before.value, edit.path)
  const now = valueAt(after.value, edit.path)
  // A list that was not there is made in a place of its own.
  if (!Array.isArray(old)) return true
  if (!Array.isArray(now)) return false
  const expected =
    edit.is === 'order'
      ? edit.order.map((index) => old[index])
      : edit.is === 'remove'
        ? old.toSpliced(edit.index, 1)
        : old.toSpliced(edit.index, 0, now[edit.index])
  return JSON.stringify(expected) === JSON.stringify(now)
}

/** What stands last first; at one place what is taken out before what is put in. */
const backwards = (a: ListEdit, b: ListEdit): number => {
  const order = comparePaths(placeOf(b), placeOf(a))
  return order !== 0 ? order : a.is === b.is ? 0 : a.is === 'remove' ? -1 : 1
}

/** A new order comes after all that happens inside the entries. */
const placeOf = (edit: ListEdit): Path => (edit.is === 'order' ? edit.path : [...edit.path, edit.index])

const comparePaths = (a: Path, b: Path): number => {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const [x, y] = [a[index] ?? '', b[index] ?? '']
    if (x === y) continue
    return typeof x === 'number' && typeof y === 'number' ? x - y : String(x) < String(y) ? -1 : 1
  }
  return a.length - b.length
}
