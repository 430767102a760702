/** Where a centred text would break, and how far to narrow it so that its lines come out about equally long. */

import type { Measure, Part } from './sheet.ts'
import type { Mm } from './units.ts'

/** Lines of `text` when each takes as many words as fit in `width`. No-break spaces hold. */
export const wrap = (text: string, part: Part, width: Mm, measure: Measure): string[] => {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`
      if (line !== '' && measure(longer, part) > width) {
        lines.push(line)
        line = word
      } else {
        line = longer
      }
    }
    lines.push(line)
  }
  return lines
}

export type Balanced = { readonly lines: readonly string[]; readonly inset: Mm }

/** The narrowest setting that takes no more lines than the full width does, found to within a tenth of a millimetre. */
export const balance = (text: string, part: Part, width: Mm, measure: Measure): Balanced => {
  const lines = wrap(text, part, width, measure)
  if (lines.length < 2) return { lines, inset: 0 }
  let [narrow, wide] = [width / 2, width]
  while (wide - narrow > precision) {
    const middle = (narrow + wide) / 2
    if (wrap(text, part, middle, measure).length > lines.length) narrow = middle
    else wide = middle
  }
  // A little air, so that the rounding of a file format cannot push a word to the next line.
  const inset = Math.max(0, (width - wide) / 2 - air)
  return { lines: wrap(text, part, width - 2 * inset, measure), inset }
}

/** Millimetres: how exactly to search, and the slack on each side. */
const precision = 0.1
const air = 0.3
