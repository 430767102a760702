/** Blocks that came or went → entries of the record's lists that come or go. */

import type { BlockChange, BlockPath } from '../diff/change.ts'
import { matchNodes } from '../diff/match.ts'
import { nodesOf } from '../diff/nodes.ts'
import type { Block } from '../notice/notice.ts'
import type { Path } from '../source.ts'
import { keyOfChange } from './block-changes.ts'
import { allWords, blockAt, inside, wordsOfOne } from './block-words.ts'
import { anyMark } from './marks.ts'
import type { ListEdit, Origins, Planned } from './planned.ts'
import { lineInMarkdown, yamlText } from './yaml-text.ts'

export type Contents = {
  readonly printed: readonly Block[]
  readonly marked: readonly Block[]
  readonly edited: readonly Block[]
}

/** A conclusion, or a căn cứ, that is printed nowhere but in this block. */
export const planRemoved = (
  change: Extract<BlockChange, { is: 'removed' }>,
  { marked }: Contents,
  origins: Origins,
  where: string,
): Planned => {
  const block = blockAt(marked, change.from)
  const known = { key: keyOfChange(change), where, before: allWords(block).replace(anyMark, ''), after: '' }
  const node = wholeEntry(block, origins)
  if (!node)
    return { ...known, reason: 'phần bỏ đi không phải trọn một mục của bản ghi', hint: 'sửa bản ghi' }
  return {
    ...known,
    texts: [],
    lists: [{ is: 'remove', path: node.slice(0, -1), index: Number(node.at(-1)) }],
  }
}

/** A khoản or điểm of one paragraph beside others of its kind, or a căn cứ. */
export const planAdded = (
  change: Extract<BlockChange, { is: 'added' }>,
  contents: Contents,
  origins: Origins,
  where: string,
): Planned => {
  const block = blockAt(contents.edited, change.to)
  const known = { key: keyOfChange(change), where, before: '', after: allWords(block) }
  const refuse = (reason: string): Planned => ({ ...known, reason, hint: 'thêm vào bản ghi' })
  const words = block && wordsOfOne(block)
  if (words === undefined) return refuse('chưa nhập được phần thêm vào gồm nhiều đoạn')
  const beside = siblingOf(change.to, contents, origins)
  if (!beside || !block || beside.block.is !== block.is || !sameMark(beside.block, block))
    return refuse('không rõ phần thêm vào thuộc mục nào của bản ghi')
  const index = Number(beside.node.at(-1)) + (beside.follows ? 1 : 0)
  const list: ListEdit = {
    is: 'insert',
    path: beside.node.slice(0, -1),
    index,
    entry: yamlText(words, true),
    line: lineInMarkdown(words),
  }
  return { ...known, texts: [], lists: [list] }
}

/** The entry of the record that is printed in this block, all of it, and nothing else. */
export const wholeEntry = (block: Block | undefined, origins: Origins): Path | undefined => {
  const paths = block ? scalarPaths(allWords(block), origins) : []
  const node = nodeOf(paths)
  const own = origins.scalars.filter(({ passage }) => node && startsWith(passage.path, node)).length
  return node && own === new Set(paths.map(String)).size ? node : undefined
}

type Beside = { readonly node: Path; readonly block: Block; readonly follows: boolean }

/** The nearest block before it, or else after it, that the record has an entry for. */
const siblingOf = (
  path: BlockPath,
  { printed, marked, edited }: Contents,
  origins: Origins,
): Beside | undefined => {
  const matches = matchNodes(nodesOf(printed), nodesOf(edited))
  const twins = new Map([...matches].map(([to, from]) => [to.path.join(), from.path]))
  const last = path.at(-1) ?? 0
  const parent = path.slice(0, -1)
  const siblings = parent.length === 0 ? edited : inside(blockAt(edited, parent))
  const near = [
    ...siblings
      .map((_, index) => index)
      .slice(0, last)
      .reverse(),
    ...siblings.map((_, index) => index).slice(last + 1),
  ]
  for (const index of near) {
    const from = twins.get([...parent, index].join())
    const block = from && blockAt(marked, from)
    const node = block && nodeOf(scalarPaths(allWords(block), origins))
    if (block && node) return { node, block, follows: index < last }
  }
  return undefined
}

const sameMark = (a: Block, b: Block): boolean =>
  !('mark' in a) ||
  !('mark' in b) ||
  (a.mark === b.mark && (a.title === undefined) === (b.title === undefined))

/** The paths of the texts whose words are printed there. */
const scalarPaths = (text: string, { marks, scalars }: Origins): Path[] => {
  const found = new Map<string, Path>()
  for (const [mark] of text.matchAll(anyMark)) {
    const anchor = marks.at(mark)
    const path = anchor && scalars[anchor.scalar]?.passage.path
    if (path) found.set(String(path), path)
  }
  return [...found.values()]
}

/** The entry of a list that all of them stand in: the deepest one. */
const nodeOf = (paths: readonly Path[]): Path | undefined => {
  const [first] = paths
  if (!first || !/^(conclusions|basis)$/.test(String(first[0]))) return undefined
  for (let end = first.length; end > 1; end -= 1) {
    const node = first.slice(0, end)
    if (typeof node.at(-1) === 'number' && paths.every((path) => startsWith(path, node))) return node
  }
  return undefined
}

export const startsWith = (path: Path, node: Path): boolean =>
  node.every((step, index) => step === path[index])
