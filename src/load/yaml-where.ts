/** A path into a YAML document → the offset of the value or key that it points at. */

import { isAlias, isMap, isScalar, isSeq, type Node } from 'yaml'
import type { Aim, Path } from '../source.ts'

/**
 * The place of the value (of its key, for `aim` 'key' or when the value is empty). When the path goes further than
 * the document, the key or list item that should have held it. Behind an alias, the place that was written.
 */
export const yamlWhere =
  (top: unknown, targets: ReadonlyMap<Node, Node>) =>
  (path: Path, aim: Aim = 'value'): number => {
    let node = top
    let place = offset(top) ?? 0
    for (const [index, step] of path.entries()) {
      const parent = isAlias(node) ? targets.get(node) : node
      const found = child(parent, step)
      if (!found) return place
      const last = index === path.length - 1
      const value = found.empty ? undefined : offset(found.value)
      place = (last && aim === 'value' ? value : (found.key ?? value)) ?? found.key ?? place
      node = found.value
    }
    return place
  }

type Child = { readonly key?: number | undefined; readonly value: unknown; readonly empty: boolean }

const child = (parent: unknown, step: string | number): Child | undefined => {
  if (isSeq(parent)) {
    if (typeof step !== 'number' || step >= parent.items.length) return undefined
    return { value: parent.items[step], empty: false }
  }
  if (!isMap(parent)) return undefined
  const pair = parent.items.find(({ key }) => keyName(key) === String(step))
  return pair && { key: offset(pair.key), value: pair.value, empty: isEmpty(pair.value) }
}

const offset = (node: unknown): number | undefined => (node as Partial<Node> | null | undefined)?.range?.[0]

const isEmpty = (node: unknown): boolean =>
  !node || (isScalar(node) && node.value === null && node.source === '')

/** Keys are text as typed: `392:` is "392", `01:` is "01". */
export const keyName = (key: unknown): string | undefined => {
  if (!isScalar(key) || key.value === null) return undefined
  const name = typeof key.value === 'string' ? key.value : (key.source ?? String(key.value))
  return name.normalize('NFC')
}
