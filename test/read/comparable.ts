/** What two notices must have in common when one was read out of a file of the other. */

import { type Block, isDivision, type Notice } from '../../src/notice/notice.ts'

/** Without ids, which are counted, and without the reference of annexes, which follows from the head. */
export const comparable = (notice: Notice): unknown =>
  JSON.parse(
    JSON.stringify(notice, (key, value) => (key === 'id' || key === 'reference' ? undefined : value)),
  )

/**
 * As records are: text is NFC from their loading on, no entry is without words, and annexes say what they belong to in
 * brackets.
 */
export const sound = (notice: Notice): Notice => {
  const nfc = JSON.parse(JSON.stringify(notice).normalize('NFC')) as Notice
  return {
    ...nfc,
    content: worded(nfc.content),
    ...(nfc.annexes
      ? {
          annexes: nfc.annexes.map((annex) => ({
            ...annex,
            reference: '(Kèm theo Thông báo)',
            content: worded(annex.content),
          })),
        }
      : {}),
  }
}

const word = { is: 'text', value: ' lời' } as const

const worded = (blocks: readonly Block[]): Block[] =>
  blocks.map((block): Block => {
    if (block.is === 'item') return { ...block, text: [...block.text, word], blocks: worded(block.blocks) }
    if (!isDivision(block)) return block
    const inside = worded(block.blocks)
    if (block.title) return { ...block, title: [...block.title, word], blocks: inside }
    const [first, ...rest] = inside
    return {
      ...block,
      blocks:
        first?.is === 'paragraph'
          ? [{ ...first, text: [...first.text, word] }, ...rest]
          : [{ is: 'paragraph', text: [word] }, ...inside],
    }
  })
