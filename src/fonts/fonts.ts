/** The four faces of the notice's type, parsed once: widths for the layout, coverage for the checks, faces for the PDF. */

import * as fontkit from 'fontkit'

export const faces = ['regular', 'bold', 'italic', 'boldItalic'] as const
export type Face = (typeof faces)[number]

/** Whole TrueType files. */
export type FontFiles = Readonly<Record<Face, Uint8Array>>

export type Fonts = {
  readonly parsed: Readonly<Record<Face, fontkit.Font>>
  /** Has every face a glyph for this code point? */
  readonly covers: (codePoint: number) => boolean
  /** Width of one line of text in points, without kerning: neither Word nor LibreOffice kerns the DOCX, nor do we the PDF. */
  readonly width: (text: string, face: Face, size: number) => number
}

export const faceOf = (bold: boolean, italic: boolean): Face =>
  bold ? (italic ? 'boldItalic' : 'bold') : italic ? 'italic' : 'regular'

export const openFonts = (files: FontFiles): Fonts => {
  const open = (face: Face): fontkit.Font => fontkit.create(Buffer.from(files[face])) as fontkit.Font
  const parsed = {
    regular: open('regular'),
    bold: open('bold'),
    italic: open('italic'),
    boldItalic: open('boldItalic'),
  }
  const units = {
    regular: unitsIn(parsed.regular),
    bold: unitsIn(parsed.bold),
    italic: unitsIn(parsed.italic),
    boldItalic: unitsIn(parsed.boldItalic),
  }
  return {
    parsed,
    covers: (codePoint) => faces.every((face) => parsed[face].hasGlyphForCodePoint(codePoint)),
    width: (text, face, size) => (units[face](text) / parsed[face].unitsPerEm) * size,
  }
}

/**
 * What a face may do with a text: not kern. Where the text has nothing that stands on another letter, the tables for
 * that stay closed: to read them takes longer than to set the notice.
 */
export const featuresFor = (text: string): Record<string, boolean> =>
  /[\p{M}\p{Sk}\p{Lm}]/u.test(text) ? { kern: false } : { kern: false, mark: false, mkmk: false }

/**
 * The advance of a text in the units of its face: word by word, as the PDF sets it. Lines are tried out at many widths
 * and are made of the same few syllables, so a word is shaped once.
 */
const unitsIn = (font: fontkit.Font): ((text: string) => number) => {
  const known = new Map<string, number>()
  const ofWord = (word: string): number => {
    const before = known.get(word)
    if (before !== undefined) return before
    const advance = font.layout(word, featuresFor(word)).advanceWidth
    known.set(word, advance)
    return advance
  }
  return (text) => {
    const [first = '', ...rest] = text.split(' ')
    return rest.reduce((sum, word) => sum + ofWord(' ') + ofWord(word), ofWord(first))
  }
}
