/** Blocks of a content by their paths, and the words in them. */

import { type BlockPath, type Shell, shellText } from '../diff/change.ts'
import { shellOf } from '../diff/nodes.ts'
import { type Block, plain } from '../notice/notice.ts'

export const blockAt = (content: readonly Block[], path: BlockPath): Block | undefined => {
  let block: Block | undefined
  let blocks = content
  for (const index of path) {
    block = blocks[index]
    blocks = inside(block)
  }
  return block
}

export const inside = (block: Block | undefined): readonly Block[] =>
  block && 'blocks' in block ? block.blocks : []

export const wordsOf = (shell: Shell): string => shellText(shell).map(plain).join(' | ')

export const allWords = (block: Block | undefined): string =>
  block
    ? [wordsOf(shellOf(block)), ...inside(block).map(allWords)].filter((text) => text !== '').join(' ')
    : ''

/** Undefined for what is more than one paragraph. */
export const wordsOfOne = (block: Block): string | undefined => {
  if (block.is === 'paragraph') return plain(block.text)
  if (block.is === 'table' || block.is === 'item' || block.title || block.blocks.length !== 1)
    return undefined
  const [only] = block.blocks
  return only?.is === 'paragraph' ? plain(only.text) : undefined
}
