/**
 * Characters that a face sets one glyph each, side by side, whatever stands around them: their glyphs and widths, without
 * OpenType shaping. Shaping takes most of the time of a document and changes nothing in Vietnamese text.
 */

import type { TrueType } from './truetype.ts'

export type Plain = {
  /** By UTF-16 unit: the width in units of the face, or `shaped`. */
  readonly advances: Int32Array
  /** By UTF-16 unit: the glyph; only where there is a width. */
  readonly glyphs: Uint16Array
}

/** In place of a width: this character has to go through shaping, or the face has no glyph for it. */
export const shaped = -1

/**
 * Checksums of the tables that shaping goes by (GDEF, GPOS, GSUB), as the faces of Tinos have them.
 * `test/fonts/plain.test.ts` holds the alphabet below against fontkit's shaping of each of them, and reads in the tables
 * that nothing in it can be substituted, attached or moved once kerning is off.
 */
const known: ReadonlySet<string> = new Set([
  'd61ddc0d aa72d8cb 309ea0de',
  '5d38532b 634428cd 30f4a132',
  'a83aaf4d 9e51d04a 309ea0de',
  '21b31dee c33c261b 309ea0de',
])

/**
 * Latin letters and what stands between them. Left out though they are near: the soft hyphen, the controls of direction
 * and of joining (shaping hides them), the fraction slash (it asks for fractions), the Greek sign of Ohm.
 */
const alphabet: readonly (readonly [first: number, last: number])[] = [
  [0x20, 0x7e],
  [0xa0, 0xac],
  [0xae, 0x24f],
  [0x1e00, 0x1eff],
  [0x2000, 0x200a],
  [0x2010, 0x2027],
  [0x202f, 0x2043],
  [0x2045, 0x205e],
  [0x20a0, 0x20bf],
  [0x2100, 0x2125],
]

const end = 1 + Math.max(...alphabet.map(([, last]) => last))

/** No more characters than the alphabet has come out; with an unknown face none. */
export const plainOf = (file: TrueType): Plain => {
  const plain = { advances: new Int32Array(end).fill(shaped), glyphs: new Uint16Array(end) }
  if (!known.has(shapingOf(file))) return plain
  for (const [first, last] of alphabet)
    for (let code = first; code <= last; code++) {
      const glyph = file.glyphOf(code)
      if (glyph === 0) continue
      plain.glyphs[code] = glyph
      plain.advances[code] = file.advance(glyph)
    }
  return plain
}

const shapingOf = (file: TrueType): string =>
  ['GDEF', 'GPOS', 'GSUB'].map((tag) => file.checksum(tag)?.toString(16) ?? 'none').join(' ')
