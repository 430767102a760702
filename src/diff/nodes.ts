/** The blocks of a content as a flat list of nodes that know their path, parent and words. */

import { labels } from '../notice/labels.ts'
import { type Block, isDivision, plain } from '../notice/notice.ts'
import { type BlockPath, type Shell, shellText } from './change.ts'
import { type Bag, bagOf } from './words.ts'

export type Node = {
  readonly path: BlockPath
  readonly parent: Node | undefined
  readonly shell: Shell
  readonly children: readonly Node[]
  /** "I.", "1.", "a)", "*" */
  readonly label: string | undefined
  /** Everything in it except ids: equal keys are equal contents. */
  readonly key: string
  /** Own words; of a division without a title those of its first block, which it stands for. */
  readonly bag: Bag
}

/** In document order. */
export const nodesOf = (blocks: readonly Block[]): Node[] => {
  const all: Node[] = []
  const visit = (
    block: Block,
    path: BlockPath,
    parent: Node | undefined,
    label: string | undefined,
  ): Node => {
    const children: Node[] = []
    const place = all.length
    const shell = shellOf(block)
    const node = { path, parent, shell, children, label, key: '', bag: bagOf('') }
    all.push(node)
    const inside = 'blocks' in block ? block.blocks : []
    const marks = labels(inside)
    inside.forEach((child, index) => {
      children.push(visit(child, [...path, index], node, marks[index]))
    })
    const own = shellText(shell).map(plain).join(' ')
    const whole: Node = Object.assign(node, {
      key: JSON.stringify([keyOf(shell), children.map((child) => child.key)]),
      bag: own === '' && children[0] ? children[0].bag : bagOf(own),
    })
    all[place] = whole
    return whole
  }
  const marks = labels(blocks)
  blocks.forEach((block, index) => {
    visit(block, [index], undefined, marks[index])
  })
  return all
}

export const shellOf = (block: Block): Shell => {
  if (!('blocks' in block)) return block
  const { blocks: _, ...shell } = block
  return shell
}

/** Without the id, which says who a block is and not what it says, and without its number, which its place says. */
export const keyOf = (shell: Shell): string => {
  if (!isDivision(shell as Block)) return JSON.stringify(shell)
  const { id: _, counted: __, ...rest } = shell as { readonly id: string; readonly counted?: number }
  return JSON.stringify(rest)
}
