/** A text of one part → its line: letters as the table says, balanced and ruled where it is centred. */

import { inLetters, type Setting } from './arrange-content.ts'
import type { Line, Part } from './sheet.ts'
import type { Mm } from './units.ts'
import { balance } from './wrap.ts'

/** A line of one run, in the letters of its part. */
export const line = (part: Part, text: string, { rules }: Setting): Line => ({
  is: 'line',
  part,
  runs: inLetters([{ text }], part, rules),
})

/** Centred text in lines of about equal length, with the stroke that the table wants under it. */
export const centred = (part: Part, text: string, width: Mm, setting: Setting): Line => {
  const plainLine = line(part, text, setting)
  const printed = plainLine.runs.map((run) => run.text).join('')
  const { lines, inset } = balance(printed, part, width, setting.measure, text)
  const rule = strokeUnder(part, lines, setting)
  return { ...plainLine, ...(inset > 0 ? { inset } : {}), ...(rule === undefined ? {} : { rule }) }
}

/**
 * The table's share of "the text line": of the mean of the last and the longest line, so that the stroke keeps the
 * decree's proportion whichever of the two is meant; where it cannot, to that of the last line, under which it stands.
 */
const strokeUnder = (part: Part, lines: readonly string[], { rules, measure }: Setting): Mm | undefined => {
  const { rule } = rules.parts[part] ?? {}
  if (!rule) return undefined
  const widths = lines.map((text) => measure(text, part))
  const last = widths.at(-1) ?? 0
  const { use, from = 0, to = Number.POSITIVE_INFINITY } = rule.share
  return Math.min(to * last, Math.max(from * last, (use * (last + Math.max(...widths))) / 2))
}
