/** Blocks that changed places → a new order of the record's list that holds their entries. */

import type { BlockChange, BlockPath } from '../diff/change.ts'
import { matchNodes } from '../diff/match.ts'
import { nodesOf } from '../diff/nodes.ts'
import type { Path } from '../source.ts'
import { keyOfChange } from './block-changes.ts'
import { type Contents, startsWith, wholeEntry } from './block-lists.ts'
import { allWords, blockAt, inside } from './block-words.ts'
import { anyMark } from './marks.ts'
import type { Origins, Planned } from './planned.ts'

/** An entry that changed places with others of its list. */
export const planMoved = (
  change: Extract<BlockChange, { is: 'moved' }>,
  contents: Contents,
  origins: Origins,
  where: string,
  target: string,
): Planned => {
  const block = blockAt(contents.marked, change.from)
  const words = allWords(block).replace(anyMark, '')
  const known = { key: keyOfChange(change), where, before: words, after: words }
  const refuse = (reason: string): Planned => ({
    ...known,
    after: '',
    reason: `đã chuyển thành ${target}; ${reason}`,
    hint: 'đổi thứ tự trong bản ghi',
  })
  const node = wholeEntry(block, origins)
  if (!node) return refuse('phần đổi chỗ không phải trọn một mục của bản ghi')
  const path = node.slice(0, -1)
  const order = orderNow(change.to.slice(0, -1), path, contents, origins)
  const entries = new Set(
    origins.scalars.flatMap(({ passage }) =>
      startsWith(passage.path, path) ? [passage.path[path.length]] : [],
    ),
  )
  if (
    order.length !== entries.size ||
    new Set(order).size !== order.length ||
    order.every((from, to) => from === to)
  )
    return refuse('chưa nhập được việc chuyển sang mục khác')
  return {
    ...known,
    where: `${where}, chuyển thành ${target}`,
    texts: [],
    lists: [{ is: 'order', path, order }],
  }
}

/** Places in the record's list of what stands below `parent` now, in the order of print. */
const orderNow = (
  parent: BlockPath,
  list: Path,
  { printed, marked, edited }: Contents,
  origins: Origins,
): number[] => {
  const matches = matchNodes(nodesOf(printed), nodesOf(edited))
  const twins = new Map([...matches].map(([to, from]) => [to.path.join(), from.path]))
  const siblings = parent.length === 0 ? edited : inside(blockAt(edited, parent))
  return siblings.flatMap((_, index) => {
    const from = twins.get([...parent, index].join())
    const node = from && wholeEntry(blockAt(marked, from), origins)
    return node && node.length === list.length + 1 && startsWith(node, list) ? [Number(node.at(-1))] : []
  })
}
