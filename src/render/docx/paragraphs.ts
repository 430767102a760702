/** Lines as Word paragraphs: the style of the part, and direct formatting only where this line differs from it. */

import { BorderStyle, type IBorderOptions, type IParagraphOptions, LineRuleType, Paragraph } from 'docx'
import type { Align } from '../../layout/rules.ts'
import type { Line, Sheet } from '../../layout/sheet.ts'
import { type Mm, pointsToTwips, toHalfPoints, toPoints, toTwips } from '../../layout/units.ts'
import { textRuns } from './runs.ts'
import { stroke } from './stroke.ts'
import { alignments, black } from './styles.ts'

export type Rules = Sheet['rules']

/** What the place of a line adds to what the line says itself. */
export type Setting = {
  readonly pageBreakBefore?: boolean
  readonly keepNext?: boolean
  /** Space above in points, on top of the part's own. */
  readonly above?: number
  /** Space below in points, at the least. */
  readonly below?: number
  readonly align?: Align
  /** A stroke over the paragraph, across its whole width, and the space under it; in points. */
  readonly overline?: { readonly stroke: number; readonly above: number }
}

export const paragraph = (line: Line, rules: Rules, setting: Setting = {}): Paragraph => {
  const part = rules.parts[line.part]
  const { pageBreakBefore, above, below, align, overline } = setting
  const left = part.left?.use ?? 0
  const options: IParagraphOptions = {
    style: line.part,
    ...(pageBreakBefore && { pageBreakBefore }),
    ...((line.keepNext || setting.keepNext) && { keepNext: true }),
    ...(line.keepLines && { keepLines: true }),
    ...(align && align !== part.align && { alignment: alignments[align] }),
    ...(line.inset && { indent: { left: toTwips(line.inset + left), right: toTwips(line.inset) } }),
    ...((above || below) && {
      spacing: {
        ...(above && { before: pointsToTwips(above + (part.before?.use ?? 0)) }),
        ...(below && { after: pointsToTwips(Math.max(below, part.after?.use ?? 0)) }),
      },
    }),
    ...(overline && { border: { top: border(overline.stroke, overline.above) } }),
  }
  const children = textRuns(line.runs)
  return new Paragraph({
    ...options,
    children: line.rule === undefined ? children : [...children, stroke(line.rule, part)],
  })
}

/** Borders are measured in eighths of a point, the room inside them in whole points. */
const border = (stroke: number, space: number, colour = black): IBorderOptions => ({
  style: BorderStyle.SINGLE,
  size: Math.round(stroke * 8),
  space: Math.round(space),
  color: colour,
})

/**
 * A line in a frame (ô 10b, 11), `left` mm from the edge of its column, which is `column` mm wide or the text area.
 * The frame's height is the line's and the room above and below it.
 */
export const framedParagraph = (line: Line, rules: Rules, left: Mm, column = textWidth(rules)): Paragraph => {
  const part = rules.parts[line.part]
  const { frame } = part
  if (!frame || line.frame === undefined) throw new Error(`part ${line.part} has no frame`)
  const room = (toPoints(frame.height) - part.size.use * rules.singleLine) / 2
  const side = border(frame.stroke, 0, frame.colour)
  const edge = border(frame.stroke, room, frame.colour)
  return new Paragraph({
    style: line.part,
    indent: { left: toTwips(left), right: toTwips(column - left - line.frame) },
    spacing: { before: pointsToTwips(part.before?.use ?? 0) },
    border: { top: edge, bottom: edge, left: side, right: side },
    children: textRuns(line.runs, frame.colour),
  })
}

const textWidth = ({ page }: Rules): Mm => page.width - page.margins.left.use - page.margins.right.use

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
