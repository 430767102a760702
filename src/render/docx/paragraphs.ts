/** Lines as Word paragraphs: the style of the part, and direct formatting only where this line differs from it. */

import {
  BorderStyle,
  type IBorderOptions,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import type { Align } from '../../layout/rules.ts'
import type { Change, Line, Look, Part, Sheet } from '../../layout/sheet.ts'
import { type Mm, pointsToTwips, toHalfPoints, toPoints, toTwips } from '../../layout/units.ts'
import type { Ended } from './ends.ts'
import { type Form, type Forms, formFor, formOf, numberPlace, place } from './forms.ts'
import { xmlOf } from './library.ts'
import { changedElement, marking, revision } from './revisions.ts'
import { runsXml, textRuns } from './runs.ts'
import { stroke, strokeXml } from './stroke.ts'
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

/** The XML of the same paragraph. */
export const paragraphXml = (line: Line, forms: Forms, setting: Setting = {}): string => {
  const { rules } = forms
  if (isMarked(line, setting.end)) return xmlOf(paragraph(line, rules, setting))
  const { left, right } = indentOf(line.inset ?? 0, rules.parts[line.part])
  const runs = runsXml(line.runs, forms)
  const content = line.rule === undefined ? runs : runs + strokeXml(line.rule, line.part, forms)
  return formOfLook(line, forms, setting)(content, [left, right])
}

/** Whether anything of a redline is in a paragraph. */
const isMarked = (line: Line, end: Ended | undefined): boolean =>
  line.change !== undefined ||
  line.was !== undefined ||
  (end !== undefined && (end.mark !== undefined || end.was !== undefined || end.look !== line)) ||
  line.runs.some(({ change }) => change !== undefined)

/** Of the look of one paragraph, only how far it is narrowed comes from its text. */
const formOfLook = (look: Look, forms: Forms, setting: Setting): Form => {
  const { pageBreakBefore, keepNext, above, below, align, overline } = setting
  let name = `paragraph ${look.part}`
  if (look.keepNext || keepNext) name += ' keepNext'
  if (look.keepLines) name += ' keepLines'
  if (look.inset) name += ' inset'
  if (pageBreakBefore) name += ' pageBreakBefore'
  if (above) name += ` above ${above}`
  if (below) name += ` below ${below}`
  if (align) name += ` ${align}`
  if (overline) name += ` overline ${overline.stroke} ${overline.above}`
  return formFor(forms, name, () => {
    const content = new TextRun(place)
    return formOf(
      new Paragraph({
        ...properties(look, forms.rules, setting),
        ...(look.inset && { indent: { left: numberPlace(0), right: numberPlace(1) } }),
        children: [content],
      }),
      content,
    )
  })
}

const properties = (look: Look, rules: Rules, setting: Setting): IParagraphOptions => {
  const part = rules.parts[look.part]
  const { pageBreakBefore, above, below, align, overline } = setting
  return {
    style: look.part,
    ...(pageBreakBefore && { pageBreakBefore }),
    ...((look.keepNext || setting.keepNext) && { keepNext: true }),
    ...(look.keepLines && { keepLines: true }),
    ...(align && align !== part.align && { alignment: alignments[align] }),
    ...(look.inset && { indent: indentOf(look.inset, part) }),
    ...((above || below) && {
      spacing: {
        ...(above && { before: pointsToTwips(above + (part.before?.use ?? 0)) }),
        ...(below && { after: pointsToTwips(Math.max(below, part.after?.use ?? 0)) }),
      },
    }),
    ...(overline && { border: { top: border(overline.stroke, overline.above) } }),
  }
}

/** Of a paragraph that is narrowed on both sides. */
const indentOf = (inset: Mm, { left }: Rules['parts'][Part]): { left: number; right: number } => ({
  left: toTwips(inset + (left?.use ?? 0)),
  right: toTwips(inset),
})

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

export const fillerXml = (forms: Forms, clear = 0, mark?: Change): string =>
  formFor(forms, `filler ${clear} ${mark}`, () => formOf(filler(clear, mark)))('')
