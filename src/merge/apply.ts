/** Planned changes → the record's file with all of them in it, and those that its file could not take. */

import { insertEntry, removeEntry } from '../load/yaml-lists.ts'
import type { Path, Source } from '../source.ts'
import type { Scalar } from './marks.ts'
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
  for (const { key, edit } of lists.reverse().sort((a, b) => backwards(a.edit, b.edit))) {
    const raw = changedList(current.raw, edit)
    const source = raw === undefined ? undefined : read(raw)
    if (raw === undefined || !source) failed.add(key)
    else current = { raw, source }
  }
  return { file: current, rewritten, failed }
}

const changedList = (raw: string, edit: ListEdit): string | undefined =>
  edit.is === 'remove'
    ? removeEntry(raw, edit.path, edit.index)
    : insertEntry(raw, edit.path, edit.index, edit.entry, edit.before)

/** What stands last first; at one place what is taken out before what is put in. */
const backwards = (a: ListEdit, b: ListEdit): number => {
  const order = comparePaths([...b.path, b.index], [...a.path, a.index])
  return order !== 0 ? order : a.is === b.is ? 0 : a.is === 'remove' ? -1 : 1
}

const comparePaths = (a: Path, b: Path): number => {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const [x, y] = [a[index] ?? '', b[index] ?? '']
    if (x === y) continue
    return typeof x === 'number' && typeof y === 'number' ? x - y : String(x) < String(y) ? -1 : 1
  }
  return a.length - b.length
}
