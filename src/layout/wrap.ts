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

/**
 * The narrowest setting that takes no more lines than the full width does and tears names as little as can be; found
 * to within a tenth of a millimetre where no name is in the way. `names`: the text before its letters were changed.
 */
export const balance = (text: string, part: Part, width: Mm, measure: Measure, names = text): Balanced => {
  const lines = wrap(text, part, width, measure)
  if (lines.length < 2) return { lines, inset: 0 }
  let [narrow, wide] = [width / 2, width]
  while (wide - narrow > precision) {
    const middle = (narrow + wide) / 2
    if (wrap(text, part, middle, measure).length > lines.length) narrow = middle
    else wide = middle
  }
  const words = names.split(/[ \n]/)
  const torn = (room: Mm): number => tornNames(wrap(text, part, room, measure), words)
  for (let [room, best] = [wide, torn(wide)]; room < width && best > 0; room += step) {
    const found = torn(room)
    if (found >= best) continue
    best = found
    wide = room
  }
  // A little air, so that the rounding of a file format cannot push a word to the next line.
  const inset = Math.max(0, (width - wide) / 2 - air)
  return { lines: wrap(text, part, width - 2 * inset, measure), inset }
}

/** How bad the line ends are that stand inside what belongs together. */
const tornNames = (lines: readonly string[], words: readonly string[]): number => {
  let at = 0
  let sum = 0
  for (const line of lines.slice(0, -1)) {
    at += line.split(' ').length
    sum += tear(words[at - 2] ?? '', words[at - 1] ?? '', words[at] ?? '')
  }
  return sum
}

/** 2: "Hồ Chí | Minh", "tháng | 3" (or a blank for it), "UBND Thành | phố"; 1: "Giám đốc | Nguyễn"; 0: between words of their own. */
const tear = (before: string, last: string, next: string): number => {
  const first = next.replace(/\P{L}+$/u, '')
  if (/^[\d\u2007]/.test(next)) return 2
  if (capital.test(last) && (capital.test(first) || (small.test(first) && !capital.test(before)))) return 2
  return capital.test(first) && small.test(last) && capital.test(before) ? 1 : 0
}

const capital = /^\p{Lu}\p{Ll}*$/u
const small = /^\p{Ll}+$/u

/** Millimetres: how exactly to search, how far to step away from a name, and the slack on each side. */
const precision = 0.1
const step = 0.5
const air = 0.3
