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
  return {
    parsed,
    covers: (codePoint) => faces.every((face) => parsed[face].hasGlyphForCodePoint(codePoint)),
    width: (text, face, size) => {
      const font = parsed[face]
      return (font.layout(text, { kern: false }).advanceWidth / font.unitsPerEm) * size
    },
  }
}
