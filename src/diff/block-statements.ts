/** A changed, moved, added or removed block → what a person would say of it. */

import { type Block, plain } from '../notice/notice.ts'
import { type BlockChange, type Shell, shellText } from './change.ts'
import { keyOf } from './nodes.ts'
import { lastName, placeName, shortened } from './places.ts'
import { type WordChange, wordChanges } from './words.ts'

export type Statement = {
  /** "Người ký", "Mục II khoản 2" … */
  readonly where: string
  /** "chuyển đến …", "thêm", "bỏ"; absent when `words` say it all. */
  readonly what?: string
  /** Old and new words in one text. */
  readonly words?: readonly WordChange[]
}

/** `named`: what stands at a place is called that, instead of by its division. */
export const ofBlock = (
  change: BlockChange,
  before: readonly Block[],
  after: readonly Block[],
  named?: (index: number) => string,
): Statement[] => {
  const where = (path: readonly number[], content: readonly Block[]): string =>
    named?.(path[0] ?? 0) ?? placeName(path, content)
  switch (change.is) {
    case 'added':
      return quiet(change.shell)
        ? []
        : [
            {
              where: where(change.to, after),
              what: 'thêm',
              words: [{ is: 'added', text: wordsOf(change.shell) }],
            },
          ]
    case 'removed':
      return quiet(change.shell)
        ? []
        : [
            {
              where: where(change.from, before),
              what: 'bỏ',
              words: [{ is: 'removed', text: wordsOf(change.shell) }],
            },
          ]
    case 'moved': {
      const said = goes(change, before, after, named)
      return [
        {
          where: where(change.from, before),
          what: `${said}: ${shortened(spokenOf(change.to, change.shell, after))}`,
        },
      ]
    }
    case 'changed': {
      const [old, now] = [wordsOf(change.before), wordsOf(change.after)]
      const { label } = change
      const renumbered = label
        ? [{ where: where(change.to, after), what: `số thứ tự ${label.before} → ${label.after}` }]
        : []
      if (old !== now)
        return [...renumbered, { where: where(change.to, after), words: wordChanges(old, now) }]
      if (label && keyOf(change.before) === keyOf(change.after)) return renumbered
      return [
        ...renumbered,
        {
          where: where(change.to, after),
          what: 'chỉ đổi cách trình bày (chữ đậm, nghiêng, cách đánh dấu), lời văn giữ nguyên',
        },
      ]
    }
  }
}

/** "chuyển lên trước khoản 1": the neighbour is named as it was called before. */
const goes = (
  { from, to, beside }: Extract<BlockChange, { is: 'moved' }>,
  before: readonly Block[],
  after: readonly Block[],
  named?: (index: number) => string,
): string => {
  const home = from.slice(0, -1).join('.')
  if (beside && from.length === to.length && home === beside.path.slice(0, -1).join('.')) {
    const place = beside.path.at(-1) ?? 0
    const neighbour = named ? lowerFirst(named(place)) : lastName(beside.path, before)
    const way = place < (from.at(-1) ?? 0) ? 'lên' : 'xuống'
    return `chuyển ${way} ${beside.is === 'before' ? 'trước' : 'sau'} ${neighbour}`
  }
  return `chuyển thành ${lowerFirst(named?.(to[0] ?? 0) ?? placeName(to, after))}`
}

/** An untitled division says nothing itself; what stands in it is told of its own. */
const quiet = (shell: Shell): boolean => wordsOf(shell) === ''

const wordsOf = (shell: Shell): string => shellText(shell).map(plain).join(' | ')

/** The first words of a block, or of what stands in it. */
const spokenOf = (path: readonly number[], shell: Shell, content: readonly Block[]): string => {
  const own = wordsOf(shell)
  if (own !== '') return own
  let block: Block | undefined
  let blocks = content
  for (const index of path) {
    block = blocks[index]
    blocks = block && 'blocks' in block ? block.blocks : []
  }
  const first = blocks[0]
  return first?.is === 'paragraph' || first?.is === 'item' ? plain(first.text) : ''
}

export const lowerFirst = (text: string): string => text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1)
