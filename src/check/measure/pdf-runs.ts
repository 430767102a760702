/** The lines of a paragraph → its words, its runs of one look, and its lines as a reader of the file sees them. */

import { toMm } from '../../layout/units.ts'
import type { MeasuredLine, MeasuredRun } from './measured.ts'
import { firstWordWidth } from './pdf-flow.ts'
import { type Mark, widthOf } from './pdf-ink.ts'
import type { Letter, Piece } from './pdf-lines.ts'

/** An underline is drawn between the baseline and this share of the size below it; rules stand lower. */
const underlineReach = 0.22

export type Joining = {
  /** Does the program draw the space at which it ends a line? */
  readonly drawsSpaces: boolean
  /** The right edge of the text, where the paragraph runs from edge to edge. */
  readonly right?: number
}

/** What is put between two lines of a paragraph. */
const joint = (above: Piece, below: Piece, { drawsSpaces, right }: Joining): string => {
  if (above.trailing) return ' '
  // Where every line ends in a space but this one, a word was torn; unless the line was ended by hand.
  if (drawsSpaces && right !== undefined)
    return above.right + above.size / 4 + firstWordWidth(below) < right - 1 ? ' ' : ''
  return /[^\s][-/]$/.test(above.text) ? '' : ' '
}

/** A program draws spaces at the ends of lines when it does so nearly always. */
export const drawsSpaces = (paragraphs: readonly (readonly Piece[])[]): boolean => {
  const continued = paragraphs.flatMap((lines) => lines.slice(0, -1))
  return continued.filter(({ trailing }) => trailing).length > 0.8 * continued.length
}

export const textOf = (runs: readonly MeasuredRun[]): string => runs.map(({ text }) => text).join('')

export const runsOf = (lines: readonly Piece[], marks: readonly Mark[], joining: Joining): MeasuredRun[] => {
  const out: { style: Style; text: string }[] = []
  const add = (text: string, style: Style): void => {
    const last = out.at(-1)
    // A space has no look of its own.
    if (last && (text === ' ' || isSame(last.style, style))) last.text += text
    else out.push({ style, text })
  }
  lines.forEach((line, index) => {
    const above = lines[index - 1]
    const between = above ? joint(above, line, joining) : ''
    if (between) add(between, {})
    for (const letter of line.letters) {
      const underline = isUnderlined(letter, line, marks)
      const { look, raised } = letter
      add(letter.text, {
        size: line.size,
        ...(look ? { look } : {}),
        ...(raised ? { raised } : {}),
        ...(underline ? { underline } : {}),
      })
    }
  })
  return out.map(({ style: { look, raised, underline, size }, text }) => ({
    text: text.normalize('NFC'),
    ...(look ? { ...look, size: tenths(raised ? (size ?? look.size) : look.size) } : {}),
    ...(underline ? { underline } : {}),
    ...(raised ? { raised } : {}),
  }))
}

type Style = Pick<Letter, 'look' | 'raised'> & { readonly underline?: true; readonly size?: number }

const isSame = (a: Style, b: Style): boolean =>
  a.look === b.look && a.raised === b.raised && a.underline === b.underline

/** Writers of PDF round sizes in all directions; a type size has at most one digit behind the point. */
const tenths = (size: number): number => Math.round(size * 10) / 10

export const isUnderline = ({ y, left, right }: Mark, line: Piece): boolean =>
  y > line.baseline - 0.5 &&
  y - line.baseline < underlineReach * line.size &&
  Math.min(right, line.right) - Math.max(left, line.left) > 0.5 * (right - left)

const isUnderlined = (letter: Letter, line: Piece, marks: readonly Mark[]): true | undefined => {
  const middle = (letter.left + letter.right) / 2
  const lined = marks.some((mark) => mark.left < middle && middle < mark.right && isUnderline(mark, line))
  return lined || undefined
}

export const measuredLine = (line: Piece): MeasuredLine => ({
  page: line.page,
  text: line.text,
  left: hundredths(toMm(line.left)),
  width: hundredths(toMm(widthOf(line))),
  baseline: hundredths(toMm(line.baseline)),
})

export const hundredths = (value: number): number => Math.round(value * 100) / 100
