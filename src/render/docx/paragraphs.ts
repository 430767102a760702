/** Lines as Word paragraphs: the style of the part, and direct formatting only where this line differs from it. */

import { type IParagraphOptions, LineRuleType, Paragraph } from 'docx'
import type { Align } from '../../layout/rules.ts'
import type { Line, Sheet } from '../../layout/sheet.ts'
import { pointsToTwips, toHalfPoints, toTwips } from '../../layout/units.ts'
import { textRuns } from './runs.ts'
import { stroke } from './stroke.ts'
import { alignments } from './styles.ts'

export type Rules = Sheet['rules']

/** What the place of a line adds to what the line says itself. */
export type Setting = {
  readonly pageBreakBefore?: boolean
  readonly keepNext?: boolean
  /** Space above in points, on top of the part's own. */
  readonly above?: number
  readonly align?: Align
}

export const paragraph = (line: Line, rules: Rules, setting: Setting = {}): Paragraph => {
  const part = rules.parts[line.part]
  const { pageBreakBefore, above, align } = setting
  const left = part.left?.use ?? 0
  const options: IParagraphOptions = {
    style: line.part,
    ...(pageBreakBefore && { pageBreakBefore }),
    ...((line.keepNext || setting.keepNext) && { keepNext: true }),
    ...(line.keepLines && { keepLines: true }),
    ...(align && align !== part.align && { alignment: alignments[align] }),
    ...(line.inset && { indent: { left: toTwips(line.inset + left), right: toTwips(line.inset) } }),
    ...(above && { spacing: { before: pointsToTwips(above + (part.before?.use ?? 0)) } }),
  }
  const children = textRuns(line.runs)
  return new Paragraph({
    ...options,
    children: line.rule === undefined ? children : [...children, stroke(line.rule, part)],
  })
}

/** The smallest type and line Word knows, in points. */
const least = 1

/**
 * A paragraph that file format and word processor ask for where the notice has none: after a table at the end of the
 * text (Word puts an empty line of its own there, which may fall on a new page), between two tables (Word joins them)
 * and in an empty cell. As flat as Word allows, so that it takes no room.
 */
export const filler = (): Paragraph =>
  new Paragraph({
    spacing: { before: 0, after: 0, line: pointsToTwips(least), lineRule: LineRuleType.EXACT },
    run: { size: toHalfPoints(least) },
  })
