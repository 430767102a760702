/** What stands before a division: "I.", "1.", "a)", "*" — counted from the structure, never stored. */

import { pointLetters, roman } from '../text/numerals.ts'
import { type Block, type Division, isDivision } from './notice.ts'

/** The labels of the divisions among `blocks`, in step with `blocks`; undefined where there is none. */
export const labels = (blocks: readonly Block[]): (string | undefined)[] => {
  const counts = { section: 0, clause: 0, point: 0 }
  return blocks.map((block) => {
    if (!isDivision(block) || block.mark === 'none') return undefined
    if (block.mark === 'star') return '*'
    counts[block.is] = block.counted ?? counts[block.is] + 1
    return label(block.is, counts[block.is])
  })
}

/** NĐ 30/2020, Phụ lục I, Phần I, mục II.6đ: Roman for mục, Arabic for khoản, Vietnamese letters for điểm. */
const label = (kind: Division['is'], count: number): string =>
  kind === 'section' ? `${roman(count)}.` : kind === 'clause' ? `${count}.` : `${pointLetters(count)})`

/** Only a numbered mục has its title in capitals (mục V.6b); a starred or unnumbered one is titled like a khoản. */
export const isCapitalTitle = (division: Division): boolean =>
  division.is === 'section' && division.mark === 'number'
