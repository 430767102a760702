/** Where a block stands, as people say it: "Mục II khoản 2 điểm a". */

import { labels } from '../notice/labels.ts'
import { type Block, isDivision, plain } from '../notice/notice.ts'
import type { BlockPath } from './change.ts'

/** Empty when the path leads nowhere. */
export const placeName = (path: BlockPath, content: readonly Block[]): string => {
  const names: string[] = []
  let blocks = content
  for (const index of path) {
    const block = blocks[index]
    if (!block) return ''
    if (names.length === 0 || !isAlone(block, blocks)) names.push(nameOf(block, index, blocks))
    blocks = 'blocks' in block ? block.blocks : []
  }
  const said = names.join(' ')
  return said.slice(0, 1).toLocaleUpperCase('vi') + said.slice(1)
}

/** The last step of the way only: "khoản 2". */
export const lastName = (path: BlockPath, content: readonly Block[]): string => {
  let blocks = content
  for (const index of path.slice(0, -1)) {
    const block = blocks[index]
    blocks = block && 'blocks' in block ? block.blocks : []
  }
  const index = path.at(-1) ?? 0
  const block = blocks[index]
  return block ? nameOf(block, index, blocks) : ''
}

/** The one paragraph of a division goes by the division's name. */
const isAlone = (block: Block, siblings: readonly Block[]): boolean =>
  block.is === 'paragraph' && siblings.filter(({ is }) => is === 'paragraph').length === 1

const kinds = { section: 'mục', clause: 'khoản', point: 'điểm' } as const

const nameOf = (block: Block, index: number, siblings: readonly Block[]): string => {
  if (isDivision(block)) {
    const label = labels(siblings)[index]
    if (label !== undefined && label !== '*') return `${kinds[block.is]} ${label.replace(/[.)]$/, '')}`
    const title = block.title ? plain(block.title) : ''
    return title === '' ? `${kinds[block.is]} không đánh số` : `phần "${shortened(title)}"`
  }
  const same = siblings.slice(0, index + 1).filter((each) => each.is === block.is).length
  return `${{ paragraph: 'đoạn', item: 'gạch đầu dòng', table: 'bảng' }[block.is]} ${same}`
}

export const shortened = (text: string, most = 60): string => {
  const letters = [...text.replace(/\s+/g, ' ')]
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : letters.join('')
}
