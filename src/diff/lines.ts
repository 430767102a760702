/** Two files as lines → what changed in them, line by line, for what is no notice. */

import type { Block } from '../notice/notice.ts'
import { ofBlock, type Statement } from './block-statements.ts'
import { compareBlocks } from './blocks.ts'

export const compareLines = (before: readonly string[], after: readonly string[]): Statement[] => {
  const [a, b] = [blocks(before), blocks(after)]
  return compareBlocks(a, b).flatMap((change) => ofBlock(change, a, b, (index) => `Dòng ${index + 1}`))
}

const blocks = (lines: readonly string[]): Block[] =>
  lines.map((value) => ({ is: 'paragraph', text: [{ is: 'text', value }] }))
