/**
 * Baselines of lines → line spacing in lines and space between paragraphs in points.
 * Times New Roman and the faces drawn to its metrics (Tinos, Liberation Serif) stand 0.891 em above the baseline and
 * 0.216 em below it, and leave a gap of 0.042 em: a single line is 1.149 em, in Word, LibreOffice and pdfmake alike.
 */

import { hasKnownLines } from './pdf-fonts.ts'
import type { Piece } from './pdf-lines.ts'

/** In ems. The programs put the gap above the letters. */
export const single = 1.149
export const ascent = 0.933
export const descent = 0.216

/** pt: what rounding of places may take away. */
const overlap = 1

/** Lines of a paragraph are evenly spaced but for rounding: the middle distance tells. Absent for faces of other metrics. */
export const leadingOf = (lines: readonly Piece[]): number | undefined => {
  const [first] = lines
  const distance = pitchOf(lines)
  if (!first || distance === undefined || !knownLines(first)) return undefined
  return round(distance / (single * first.size))
}

/** The middle distance of baselines that follow each other on one page. */
export const pitchOf = (lines: readonly Piece[]): number | undefined => {
  const distances = lines.flatMap((line, index) => {
    const last = lines[index - 1]
    return last && last.page === line.page ? [line.baseline - last.baseline] : []
  })
  return middle(distances)
}

/**
 * From the foot of the upper line to the head of the lower one. What a line has of more than single spacing stands below
 * its letters, in Word (multiples), LibreOffice and pdfmake. `leading`: of the upper line, as measured or usual there.
 */
export const spaceBetween = (above: Piece, leading: number, below: Piece): number | undefined => {
  if (above.page !== below.page || !knownLines(below) || !knownLines(above)) return undefined
  const lines = (single * leading - ascent) * above.size + ascent * below.size
  const space = below.baseline - above.baseline - lines
  // Closer than the lines are high: the upper one is not spaced as it usually is.
  return space < -overlap ? undefined : Math.max(0, round(space, 1))
}

const knownLines = (line: Piece): boolean => {
  // The last letter: a bullet at the start has a face of its own.
  const face = line.letters.findLast(({ look }) => look)?.look?.face
  return line.size > 0 && face !== undefined && hasKnownLines(face)
}

export const middle = (values: readonly number[]): number | undefined =>
  [...values].sort((a, b) => a - b)[values.length >> 1]

const round = (value: number, digits = 2): number => Math.round(value * 10 ** digits) / 10 ** digits
