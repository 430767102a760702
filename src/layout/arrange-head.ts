/** What the head of a notice and the head of its copy have in common: the widths of the columns, the name of the body. */

import type { Lines } from '../notice/notice.ts'
import type { Setting } from './arrange-content.ts'
import { centred } from './arrange-line.ts'
import type { decree30 } from './decree30.ts'
import type { Line } from './sheet.ts'
import { type Mm, toMm } from './units.ts'

/** The table's shares, but never so that the place and date would need a second line (mục II.4c). */
export const headWidths = (
  placeDate: Line,
  { textWidth, measure }: Setting,
  rules: typeof decree30,
): [Mm, Mm] => {
  const needed = measure(textOf(placeDate), 'placeDate') + toMm(rules.head.air)
  const right = Math.max(rules.head.shares[1] * textWidth, Math.min(needed, rules.head.most * textWidth))
  return [textWidth - right, right]
}

/** The stroke stands under the last line only. */
export const bodyLines = (names: Lines, width: Mm, setting: Setting): Line[] =>
  names.map((name, index) => {
    const line = centred('issuingBody', name, width, setting)
    return index === names.length - 1 ? line : withoutRule(line)
  })

const textOf = (row: Line): string => row.runs.map((run) => run.text).join('')

const withoutRule = ({ rule: _, ...rest }: Line): Line => rest
