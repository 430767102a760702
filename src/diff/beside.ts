/** Two contents → their paragraphs in two columns, what belongs together on one line. */

import { labels } from '../notice/labels.ts'
import { type Block, isDivision, plain } from '../notice/notice.ts'
import { longestRun } from './blocks.ts'
import { type BlockPath, type Shell, shellText } from './change.ts'
import { matchNodes } from './match.ts'
import { keyOf, type Node, nodesOf } from './nodes.ts'
import { type WordChange, wordChanges } from './words.ts'

export type Cell = {
  /** "I.", "1.", "a)", "-"; empty: none. */
  readonly label: string
  readonly kind: Shell['is'] | 'title' | 'part'
  /** Of the first column what was kept and removed, of the second what was kept and added. */
  readonly words: readonly WordChange[]
}

export type Pair = {
  readonly is: 'same' | 'changed' | 'restyled' | 'removed' | 'added' | 'gone' | 'come'
  readonly before?: Cell
  readonly after?: Cell
  /** 'gone' and 'come' of one number are the same paragraph, moved. */
  readonly link?: number
}

type Shown = { readonly node: Node; readonly label: string; readonly text: string }

export const beside = (before: readonly Block[], after: readonly Block[]): Pair[] => {
  const [all, now] = [nodesOf(before), nodesOf(after)]
  const matches = matchNodes(all, now)
  const [left, right] = [shown(all, before), shown(now, after)]
  const places = new Map(left.map(({ node }, index) => [node, index]))
  const placeOf = ({ node }: Shown): number | undefined => {
    const twin = matches.get(node)
    return twin && places.get(twin)
  }
  const stayed = new Set(
    longestRun(
      right.filter((each) => placeOf(each) !== undefined),
      (each) => placeOf(each) ?? 0,
    ),
  )
  const links = new Map<number, number>()
  for (const each of right) {
    const place = placeOf(each)
    if (place !== undefined && !stayed.has(each)) links.set(place, links.size + 1)
  }
  const pairs: Pair[] = []
  let next = 0
  const passBy = (until: number): void => {
    for (; next < until; next += 1) {
      const each = left[next]
      if (!each) continue
      const link = links.get(next)
      const twin = link === undefined ? undefined : right.find((other) => placeOf(other) === next)
      const cell = cellOf(
        each,
        twin ? wordChanges(each.text, twin.text) : [{ is: 'removed', text: each.text }],
        'added',
      )
      pairs.push(link === undefined ? { is: 'removed', before: cell } : { is: 'gone', before: cell, link })
    }
  }
  for (const each of right) {
    const place = placeOf(each)
    const twin = place === undefined ? undefined : left[place]
    if (place === undefined || !twin) {
      pairs.push({ is: 'added', after: cellOf(each, [{ is: 'added', text: each.text }], 'removed') })
      continue
    }
    const words = wordChanges(twin.text, each.text)
    if (!stayed.has(each)) {
      pairs.push({ is: 'come', after: cellOf(each, words, 'removed'), link: links.get(place) ?? 0 })
      continue
    }
    passBy(place)
    next = place + 1
    const restyled = keyOf(twin.node.shell) !== keyOf(each.node.shell)
    pairs.push({
      is: twin.text !== each.text ? 'changed' : restyled ? 'restyled' : 'same',
      before: cellOf(twin, words, 'added'),
      after: cellOf(each, words, 'removed'),
    })
  }
  passBy(left.length)
  return pairs
}

/** One line of a named part or of a list. */
export const besideTexts = (before: string | undefined, after: string | undefined): Pair => {
  const cell = (words: readonly WordChange[]): Cell => ({ label: '', kind: 'part', words })
  if (before === undefined) return { is: 'added', after: cell([{ is: 'added', text: after ?? '' }]) }
  if (after === undefined) return { is: 'removed', before: cell([{ is: 'removed', text: before }]) }
  const words = wordChanges(before, after)
  return {
    is: before === after ? 'same' : 'changed',
    before: cell(words.filter(({ is }) => is !== 'added')),
    after: cell(words.filter(({ is }) => is !== 'removed')),
  }
}

const cellOf = (
  { label, node: { shell } }: Shown,
  words: readonly WordChange[],
  not: WordChange['is'],
): Cell => ({
  label,
  kind: isDivision(shell as Block) ? 'title' : shell.is,
  words: words.filter(({ is }) => is !== not),
})

/** What has words. The label of a division without a title stands before the words that follow. */
const shown = (nodes: readonly Node[], content: readonly Block[]): Shown[] => {
  const carried = new Map<string, string>()
  return nodes.flatMap((node): Shown[] => {
    const label = carried.get(node.path.join('.')) ?? labelAt(node.path, content)
    const text = textOf(node.shell)
    if (text !== '') return [{ node, label, text }]
    carried.set([...node.path, 0].join('.'), label)
    return []
  })
}

const labelAt = (path: BlockPath, content: readonly Block[]): string => {
  let blocks = content
  for (const index of path.slice(0, -1)) {
    const block = blocks[index]
    blocks = block && 'blocks' in block ? block.blocks : []
  }
  const last = path.at(-1) ?? 0
  return labels(blocks)[last] ?? (blocks[last]?.is === 'item' ? '-' : '')
}

/** Cells of a table parted by bars, its rows by line feeds. */
const textOf = (shell: Shell): string =>
  shell.is === 'table'
    ? [shell.head, ...shell.rows].map((row) => row.map(plain).join(' | ')).join('\n')
    : shellText(shell).map(plain).join(' ')
