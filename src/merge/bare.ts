/** A notice → the same words without their look: what a clerk made bold or slanted is not written back. */

import { type Annex, type Block, type Inline, type Notice, plain } from '../notice/notice.ts'

export const bareNotice = (notice: Notice): Notice => ({
  ...notice,
  basis: notice.basis.map(bareText),
  content: notice.content.map(bareBlock),
  ...(notice.annexes ? { annexes: notice.annexes.map(bareAnnex) } : {}),
})

const bareAnnex = ({ landscape: _, ...annex }: Annex): Annex => ({
  ...annex,
  content: annex.content.map(bareBlock),
})

const bareText = (text: readonly Inline[]): Inline[] => [{ is: 'text', value: plain(text) }]

const bareBlock = (block: Block): Block => {
  if (block.is === 'paragraph') return { ...block, text: bareText(block.text) }
  if (block.is === 'item')
    return { ...block, text: bareText(block.text), blocks: block.blocks.map(bareBlock) }
  if (block.is === 'table')
    return {
      ...block,
      align: block.head.map(() => 'left' as const),
      head: block.head.map(bareText),
      rows: block.rows.map((row) => row.map(bareText)),
    }
  return {
    ...block,
    ...(block.title ? { title: bareText(block.title) } : {}),
    blocks: block.blocks.map(bareBlock),
  }
}
