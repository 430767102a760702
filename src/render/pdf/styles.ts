/** The parts of the decree table as pdfmake styles, and the height of their lines as word processors count it. */

import { type Face, type Fonts, faceOf } from '../../fonts/fonts.ts'
import type { Align, PartRule } from '../../layout/rules.ts'
import type { Part, Sheet } from '../../layout/sheet.ts'
import type { Pt } from '../../layout/units.ts'
import type { Alignment, Style } from './pdfmake.ts'

export const alignments: Readonly<Record<Align, Alignment>> = {
  left: 'left',
  centre: 'center',
  right: 'right',
  justify: 'justify',
}

export type LineMetrics = {
  /** From one line to the next. */
  readonly pitch: Pt
  /** Blank above the ascenders: the line gap of the font. */
  readonly gap: Pt
  /** Blank below the line that wide line spacing adds; it may hang over the foot of a page. */
  readonly slack: Pt
}

/**
 * Word and LibreOffice: ascender, descender and line gap make a single line; the gap is above, what wider spacing
 * adds is below; both count in twips.
 */
export const lineMetrics = (part: PartRule, fonts: Fonts): LineMetrics => {
  const em = emOf(part, fonts)
  const single = twips(part.size.use * (em.ascender - em.descender + em.gap))
  const pitch = twips(single * part.leading.use)
  return { pitch, gap: part.size.use * em.gap, slack: Math.max(0, pitch - single) }
}

export type Styles = Readonly<Record<Part, Style>>

export const pdfStyles = (rules: Sheet['rules'], fonts: Fonts): Styles =>
  Object.fromEntries(
    Object.entries(rules.parts).map(([name, part]) => [name, pdfStyle(part, fonts)]),
  ) as Styles

const pdfStyle = (part: PartRule, fonts: Fonts): Style => {
  const em = emOf(part, fonts)
  return {
    fontSize: part.size.use,
    bold: part.weight === 'bold',
    italics: part.slope === 'italic',
    alignment: alignments[part.align],
    color: colourOf(part.frame?.colour) ?? 'black',
    // pdfmake multiplies the height from ascender to descender, without the gap.
    lineHeight: lineMetrics(part, fonts).pitch / (part.size.use * (em.ascender - em.descender)),
  }
}

export const colourOf = (rgb: string | undefined): string | undefined => rgb && `#${rgb}`

/** Metrics of the part's face in em; the descender is negative. */
const emOf = (part: PartRule, fonts: Fonts): { ascender: number; descender: number; gap: number } => {
  const { ascent, descent, lineGap, unitsPerEm } = fonts.open[partFace(part)].file.metrics
  return { ascender: ascent / unitsPerEm, descender: descent / unitsPerEm, gap: lineGap / unitsPerEm }
}

const partFace = (part: PartRule): Face => faceOf(part.weight === 'bold', part.slope === 'italic')

/** To the nearest twentieth of a point. */
const twips = (pt: Pt): Pt => Math.round(pt * 20) / 20
