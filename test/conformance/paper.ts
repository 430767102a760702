/** A made-up page for the tests of the instruments: lines set where one says, every letter half an em wide. */

import type { Glyph, Page, Stroke } from '../../scripts/conformance/page-trace.ts'

export const points = (mm: number): number => (mm * 72) / 25.4

export type Setting = {
  readonly baseline: number
  readonly size: number
  readonly left?: number
  readonly centre?: number
  /** Spaces are widened until the line ends here. */
  readonly right?: number
  readonly bold?: boolean
  readonly italic?: boolean
}

const letter = 0.5
const space = 0.25

const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, character) => sum + (character === ' ' ? space : letter) * size, 0)

export const set = (text: string, setting: Setting): Glyph[] => {
  const { baseline, size, centre, right, bold = false, italic = false } = setting
  const natural = widthOf(text, size)
  const start = setting.left ?? (centre ?? 0) - natural / 2
  const spaces = [...text].filter((character) => character === ' ').length
  const extra = right === undefined ? 0 : (right - start - natural) / spaces
  let at = start
  return [...text].map((character): Glyph => {
    const left = at
    const width = (character === ' ' ? space : letter) * size
    at += width + (character === ' ' ? extra : 0)
    const font = `Tinos-${bold ? 'Bold' : ''}${italic ? 'Italic' : ''}`
    return { text: character, left, right: left + width, baseline, size, font, bold, italic, black: true }
  })
}

export const stroke = (centre: number, y: number, width: number): Stroke => ({
  left: centre - width / 2,
  right: centre + width / 2,
  y,
  thickness: 0.75,
})

export const page = (number: number, glyphs: readonly Glyph[], strokes: readonly Stroke[] = []): Page => ({
  number,
  width: points(210),
  height: points(297),
  glyphs,
  strokes,
  uprights: [],
})
