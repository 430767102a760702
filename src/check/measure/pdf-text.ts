/** One showing of text in a PDF → letters at their places, each with its look. */

import type { Font } from './pdf-fonts.ts'
import type { Look } from './pdf-ink.ts'
import { apply, type Matrix, multiply } from './pdf-matrix.ts'
import type { Ink, Pen, State } from './pdf-operators.ts'

/** As pdf.js hands out a glyph; between them stand numbers, thousandths of the size to step back. */
type Letter = {
  readonly unicode?: string
  readonly width?: number
  readonly isSpace?: boolean
  readonly originalCharCode?: number
}

/** Filled and outlined: how a program makes a bold face that it does not have. */
const fillAndStroke = 2
const invisible = 3

export const placeLetters = (letters: unknown, state: State, pen: Pen, ink: Ink, hidden: boolean): void => {
  const { font, size, stretch, rise } = state
  if (!Array.isArray(letters) || !font || size === 0) return
  const matrix = multiply(state.matrix, pen.matrix)
  const seen = (state.mode & 3) !== invisible && state.fillAlpha > 0
  const upright = isUpright(matrix, size) && !font.vertical
  const look = lookOf(matrix, font, state, ink)
  for (const item of letters as readonly (Letter | number | null)[]) {
    if (item === null) continue
    if (typeof item === 'number') {
      pen.x -= (item / 1000) * size * stretch
      continue
    }
    const width = (item.width ?? 0) * font.unit * size * stretch
    const space = (state.letterSpace + (item.isSpace ? state.wordSpace : 0)) * stretch
    const [left, baseline] = apply(matrix, [pen.x, pen.y + rise])
    const [right] = apply(matrix, [pen.x + width, pen.y + rise])
    const [end] = apply(matrix, [pen.x + width + state.letterSpace * stretch, pen.y + rise])
    pen.x += width + space
    if (hidden) continue
    const text = spelling(item, font)
    if (!upright) ink.turned += text.trim() === '' ? 0 : 1
    else if (text !== '') {
      if (text === unknown) ink.unreadable.set(font.face, (ink.unreadable.get(font.face) ?? 0) + 1)
      if (!seen) ink.invisible += 1
      ink.glyphs.push({ text, left, right, end, baseline, size: look.size, ...(seen ? { look } : {}) })
    }
  }
}

/** Upright and running to the right; sheared letters (a slope that a program makes up) are. */
const isUpright = ([a, b, , d]: Matrix, size: number): boolean =>
  Math.abs(b) < 0.01 * Math.abs(a) && a * size > 0 && d * size < 0

/** Shear from which letters are italic: programs take about a fifth. */
const shear = 0.1

const lookOf = ([a, b, c, d]: Matrix, font: Font, state: State, ink: Ink): Look => {
  const height = (Math.abs(a * d - b * c) / (Math.hypot(a, b) || 1)) * Math.abs(state.size)
  const size = Math.round(height * 100) / 100
  const bold = font.bold || ((state.mode & 3) === fillAndStroke && state.stroke === state.fill)
  const italic = font.italic || Math.abs(c) > shear * Math.abs(d)
  const key = [font.face, size, bold, italic, state.fill].join('\n')
  const known = ink.looks.get(key)
  if (known) return known
  const colour = state.fill
  const face = font.face === '' ? {} : { face: font.face }
  const look = { ...face, size, bold, italic, ...(colour === undefined ? {} : { colour }) }
  ink.looks.set(key, look)
  return look
}

/** Stands for a letter that the file does not name. */
export const unknown = '\uFFFD'

/** Bullets of the symbol faces, which live in the private area. */
const bullets: Readonly<Record<string, string>> = {
  '\uF0B7': '•',
  '\uF0A7': '▪',
  '\uF02D': '-',
  '\uF0D8': '➢',
}

const spelling = ({ unicode = '', originalCharCode, width = 0 }: Letter, font: Font): string => {
  if (originalCharCode !== undefined && !font.tells(originalCharCode)) return unknown
  const bullet = bullets[unicode]
  if (bullet !== undefined) return bullet
  if (/^[\s\u00A0\u2000-\u200A\u202F\u3000]+$/u.test(unicode)) return ' '
  if (/^[\u00AD\u200B-\u200F\u2060\uFEFF]*$/u.test(unicode)) return width > 0 && unicode === '' ? unknown : ''
  if (/[\p{Co}\p{Cc}\p{Cn}]/u.test(unicode)) return unknown
  return unicode.replace(/[\uFB00-\uFB06]/gu, (ligature) => ligature.normalize('NFKC'))
}
