/** Which node of the first content is which of the second: by what it says, by its own id, then by likeness. */

import type { Node } from './nodes.ts'
import { likeness } from './words.ts'

/** Second → first. */
export type Matches = ReadonlyMap<Node, Node>

/** Below this share of common words two blocks are two different blocks. */
const alike = 0.4

export const matchNodes = (before: readonly Node[], after: readonly Node[]): Matches => {
  const matches = new Map<Node, Node>()
  const taken = new Set<Node>()
  const pair = (from: Node, to: Node): void => {
    matches.set(to, from)
    taken.add(from)
  }
  const subtree = (from: Node, to: Node): void => {
    pair(from, to)
    to.children.forEach((child, index) => {
      const twin = from.children[index]
      if (twin && !taken.has(twin) && !matches.has(child)) subtree(twin, child)
    })
  }
  same(before, after, matches, taken, subtree)
  byId(before, after, matches, taken, pair)
  byLikeness(before, after, matches, taken, pair)
  return matches
}

/** Equal contents; of several equal ones first those under the same parent, in order. */
const same = (
  before: readonly Node[],
  after: readonly Node[],
  matches: Map<Node, Node>,
  taken: Set<Node>,
  subtree: (from: Node, to: Node) => void,
): void => {
  const byKey = new Map<string, Node[]>()
  for (const node of before) byKey.set(node.key, [...(byKey.get(node.key) ?? []), node])
  for (const to of after) {
    if (matches.has(to)) continue
    const free = (byKey.get(to.key) ?? []).filter((from) => !taken.has(from))
    const home = to.parent && matches.get(to.parent)
    const from =
      free.find((each) => each.parent === home) ?? free.find((each) => sameParentKind(each, to)) ?? free[0]
    if (from) subtree(from, to)
  }
}

const sameParentKind = (a: Node, b: Node): boolean => a.parent?.shell.is === b.parent?.shell.is

/** Ids that an author gave; those counted from the position say nothing about identity. */
const ownId = (node: Node): string | undefined =>
  'id' in node.shell && !/^[kscp]\d+(\.[kscp]?\d+)*$/.test(node.shell.id) ? node.shell.id : undefined

const byId = (
  before: readonly Node[],
  after: readonly Node[],
  matches: Map<Node, Node>,
  taken: Set<Node>,
  pair: (from: Node, to: Node) => void,
): void => {
  const ids = new Map(
    before.flatMap((node) =>
      ownId(node) === undefined || taken.has(node)
        ? []
        : [[`${node.shell.is} ${ownId(node)}`, node] as const],
    ),
  )
  for (const to of after) {
    const id = ownId(to)
    const from = id === undefined || matches.has(to) ? undefined : ids.get(`${to.shell.is} ${id}`)
    if (from && !taken.has(from) && !circular(from, to, matches)) pair(from, to)
  }
}

/** The likest pairs first; near neighbours before distant ones. */
const byLikeness = (
  before: readonly Node[],
  after: readonly Node[],
  matches: Map<Node, Node>,
  taken: Set<Node>,
  pair: (from: Node, to: Node) => void,
): void => {
  const open = before.filter((node) => !taken.has(node))
  const pairs = after
    .filter((node) => !matches.has(node))
    .flatMap((to) =>
      open
        .filter((from) => from.shell.is === to.shell.is)
        .map((from) => ({ from, to, score: scoreOf(from, to, matches) }))
        .filter(({ score }) => score >= alike),
    )
    .sort((a, b) => b.score - a.score)
  for (const { from, to } of pairs) {
    if (!taken.has(from) && !matches.has(to) && !circular(from, to, matches)) pair(from, to)
  }
}

const scoreOf = (from: Node, to: Node, matches: Map<Node, Node>): number => {
  const words = likeness(from.bag, to.bag)
  if (words < alike) return 0
  const home = (to.parent && matches.get(to.parent)) === from.parent ? 0.1 : 0
  const near = 0.05 / (1 + Math.abs((from.path.at(-1) ?? 0) - (to.path.at(-1) ?? 0)))
  return words + home + near
}

/** Would a block come to stand inside itself? */
const circular = (from: Node, to: Node, matches: Map<Node, Node>): boolean => {
  for (let above = to.parent; above; above = above.parent) {
    const twin = matches.get(above)
    for (let each = twin; each; each = each.parent) if (each === from) return true
  }
  const inside = (node: Node): boolean =>
    node.children.some((child) => {
      const twin = matches.get(child)
      for (let each: Node | undefined = from.parent; twin && each; each = each.parent)
        if (each === twin) return true
      return inside(child)
    })
  return inside(to)
}
