/** Lines as Word paragraphs: the style of the part, and direct formatting only where this line differs from it. */

import {
  BorderStyle,
  type IBorderOptions,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
} from 'docx'
import type { Align } from '../../layout/rules.ts'
import type { Change, Line, Look, Part, Sheet } from '../../layout/sheet.ts'
import { type Mm, pointsToTwips, toHalfPoints, toPoints, toTwips } from '../../layout/units.ts'
import type { Ended } from './ends.ts'
import { changedElement, marking, revision } from './revisions.ts'
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
  /** In a redline: what became of the end of the paragraph, and how it looks then. */
  readonly end?: Ended
}

export const paragraph = (line: Line, rules: Rules, setting: Setting = {}): Paragraph => {
  const { mark, was, look } = setting.end ?? { look: line }
  return new Paragraph({
    ...properties(look, rules, setting),
    ...(mark && { run: marking(mark) }),
    ...(was && { revision: { ...properties(was, rules, setting), ...revision } }),
    children: [...textRuns(line.runs), ...strokes(line, rules)],
  })
}

const properties = (look: Look, rules: Rules, setting: Setting): IParagraphOptions => {
  const part = rules.parts[look.part]
  const { pageBreakBefore, above, below, align, overline } = setting
  const left = part.left?.use ?? 0
  return {
    style: look.part,
    ...(pageBreakBefore && { pageBreakBefore }),
    ...((look.keepNext || setting.keepNext) && { keepNext: true }),
    ...(look.keepLines && { keepLines: true }),
    ...(align && align !== part.align && { alignment: alignments[align] }),
    ...(look.inset && { indent: { left: toTwips(look.inset + left), right: toTwips(look.inset) } }),
    ...((above || below) && {
      spacing: {
        ...(above && { before: pointsToTwips(above + (part.before?.use ?? 0)) }),
        ...(below && { after: pointsToTwips(Math.max(below, part.after?.use ?? 0)) }),
      },
    }),
    ...(overline && { border: { top: border(overline.stroke, overline.above) } }),
  }
}

/**
 * A stroke goes and comes with its line. Only longer or shorter under a line that stayed it is drawn as it is now: a
 * drawing that changes leaves unseen characters behind in LibreOffice.
 */
const strokes = ({ part, rule, was, change }: Line, rules: Rules): ParagraphChild[] => {
  const drawn = (of: Part, length: Mm, as: Change | undefined): ParagraphChild =>
    changedElement(stroke(length, rules.parts[of]), as) as ParagraphChild
  if (rule !== undefined) return [drawn(part, rule, was && was.rule === undefined ? 'inserted' : change)]
  return was?.rule === undefined ? [] : [drawn(was.part, was.rule, 'deleted')]
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
export const framedParagraph = (
  line: Line,
  rules: Rules,
  left: Mm,
  column = textWidth(rules),
  mark?: Change,
): Paragraph => {
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
    ...(mark && { run: marking(mark) }),
    children: textRuns(line.runs, frame.colour),
  })
}

const textWidth = ({ page }: Rules): Mm => page.width - page.margins.left.use - page.margins.right.use

/** The smallest type and line Word knows, in points. */
const least = 1

/**
 * A paragraph that file format and word processor ask for where the notice has none: after a table at the end of the
 * text (Word puts an empty line of its own there, which may fall on a new page), between two tables (Word joins them)
 * and in an empty cell. As flat as Word allows, so that it takes no room but what it is to keep clear.
 */
export const filler = (clear = 0, mark?: Change): Paragraph =>
  new Paragraph({
    spacing: {
      before: 0,
      after: pointsToTwips(Math.max(0, clear - least)),
      line: pointsToTwips(least),
      lineRule: LineRuleType.EXACT,
    },
    // The schema wants the change before the size, and docx writes it after.
    run: mark ? marking(mark) : { size: toHalfPoints(least) },
  })
