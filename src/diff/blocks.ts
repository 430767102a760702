/** Two contents → the changes that make the second of the first, and back: `applyBlocks(a, changes)` is `b`. */

import type { Block } from '../notice/notice.ts'
import type { BlockChange, BlockPath, Shell } from './change.ts'
import { matchNodes } from './match.ts'
import { keyOf, type Node, nodesOf, shellOf } from './nodes.ts'

/** In the order of the second content; what was removed first. */
export const compareBlocks = (before: readonly Block[], after: readonly Block[]): BlockChange[] => {
  const [a, b] = [nodesOf(before), nodesOf(after)]
  const matches = matchNodes(a, b)
  const kept = new Set(matches.values())
  const stayed = stayedInPlace(b, matches)
  const removed = a
    .filter((node) => !kept.has(node))
    .map((node): BlockChange => ({ is: 'removed', from: node.path, shell: node.shell }))
  const rest = b.flatMap((node): BlockChange[] => {
    const twin = matches.get(node)
    if (!twin) return [{ is: 'added', to: node.path, shell: node.shell }]
    const moved: BlockChange[] = stayed.has(node)
      ? []
      : [{ is: 'moved', from: twin.path, to: node.path, shell: node.shell, ...besideOf(node, b, matches) }]
    const changed: BlockChange[] =
      keyOf(twin.shell) === keyOf(node.shell) && !isRenumbered(twin, node)
        ? []
        : [
            {
              is: 'changed',
              from: twin.path,
              to: node.path,
              before: twin.shell,
              after: node.shell,
              ...(isRenumbered(twin, node)
                ? { label: { before: twin.label ?? '', after: node.label ?? '' } }
                : {}),
            },
          ]
    return [...moved, ...changed]
  })
  return [...removed, ...rest]
}

/** A number that its place does not give it. */
const isRenumbered = (twin: Node, node: Node): boolean =>
  twin.label !== node.label &&
  [twin, node].some(({ shell }) => 'counted' in shell && shell.counted !== undefined)

/** The nearest neighbour that was there before: the one after it, else the one before it. */
const besideOf = (
  node: Node,
  all: readonly Node[],
  matches: ReadonlyMap<Node, Node>,
): Pick<Extract<BlockChange, { is: 'moved' }>, 'beside'> => {
  const siblings = node.parent ? node.parent.children : all.filter(({ parent }) => !parent)
  const at = siblings.indexOf(node)
  const [next, previous] = [siblings[at + 1], siblings[at - 1]].map((each) => each && matches.get(each))
  if (next) return { beside: { is: 'before', path: next.path } }
  return previous ? { beside: { is: 'behind', path: previous.path } } : {}
}

/** Under one parent the longest run of blocks that kept their order stays; the others have moved. */
const stayedInPlace = (after: readonly Node[], matches: ReadonlyMap<Node, Node>): Set<Node> => {
  const stayed = new Set<Node>()
  const tops = after.filter((node) => !node.parent)
  const families = [
    { parent: undefined as Node | undefined, children: tops },
    ...after.map((node) => ({ parent: node, children: node.children })),
  ]
  for (const { parent, children } of families) {
    const home = parent && matches.get(parent)
    const here = children.filter((child) => {
      const twin = matches.get(child)
      return twin && (parent ? home !== undefined && twin.parent === home : twin.parent === undefined)
    })
    for (const child of longestRun(here, (child) => matches.get(child)?.path.at(-1) ?? 0)) stayed.add(child)
  }
  return stayed
}

/** The longest increasing subsequence. */
export const longestRun = <T>(items: readonly T[], rankOf: (item: T) => number): T[] => {
  const tails: number[] = []
  const before: (number | undefined)[] = []
  items.forEach((item, index) => {
    const value = rankOf(item)
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (rankOf(items[tails[middle] ?? 0] as T) < value) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? tails[low - 1] : undefined
    tails[low] = index
  })
  const run: T[] = []
  for (let index = tails.at(-1); index !== undefined; index = before[index]) run.unshift(items[index] as T)
  return run
}

type Growing = { shell: Shell; children: Growing[] }

/** The second content, from the first and the changes; ids of what stayed are those of the first. */
export const applyBlocks = (before: readonly Block[], changes: readonly BlockChange[]): Block[] => {
  const grown = new Map<string, Growing>()
  const grow = (block: Block, path: BlockPath): Growing => {
    const node: Growing = { shell: shellOf(block), children: [] }
    grown.set(path.join('.'), node)
    node.children = 'blocks' in block ? block.blocks.map((child, index) => grow(child, [...path, index])) : []
    return node
  }
  const top: Growing = {
    shell: { is: 'paragraph', text: [] },
    children: before.map((block, index) => grow(block, [index])),
  }
  const parentOf = (path: BlockPath): Growing =>
    path.length > 1 ? (grown.get(path.slice(0, -1).join('.')) ?? top) : top
  const out = new Set<Growing>()
  for (const change of changes) {
    if (change.is === 'removed' || change.is === 'moved') {
      const node = grown.get(change.from.join('.'))
      if (node) out.add(node)
    }
    if (change.is === 'changed') {
      const node = grown.get(change.from.join('.'))
      if (node) node.shell = change.after
    }
  }
  const parents = new Set([...grown.keys()].map((key) => parentOf(key.split('.').map(Number))))
  for (const parent of [top, ...parents]) parent.children = parent.children.filter((child) => !out.has(child))
  for (const change of changes) {
    if (change.is !== 'added' && change.is !== 'moved') continue
    const node =
      change.is === 'added' ? { shell: change.shell, children: [] } : grown.get(change.from.join('.'))
    if (!node) continue
    let parent = top
    for (const index of change.to.slice(0, -1)) parent = parent.children[index] ?? parent
    parent.children.splice(change.to.at(-1) ?? 0, 0, node)
  }
  return top.children.map(whole)
}

const whole = ({ shell, children }: Growing): Block =>
  shell.is === 'paragraph' || shell.is === 'table'
    ? shell
    : ({ ...shell, blocks: children.map(whole) } as Block)
