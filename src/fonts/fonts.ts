/** The four faces of the notice's type, each opened once: widths for the layout, coverage for the checks, faces for the PDF. */

import { createRequire } from 'node:module'
import type * as fontkit from 'fontkit'
import { type Plain, plainOf, shaped } from './plain.ts'
import { readTrueType, type TrueType } from './truetype.ts'

export const faces = ['regular', 'bold', 'italic', 'boldItalic'] as const
export type Face = (typeof faces)[number]

/** Whole TrueType files. */
export type FontFiles = Readonly<Record<Face, Uint8Array>>

export type OpenFace = {
  readonly file: TrueType
  readonly plain: Plain
  /** The face parsed by fontkit, for text that needs shaping; made when it is first asked for. */
  readonly parsed: () => fontkit.Font
}

export type Fonts = {
  readonly open: Readonly<Record<Face, OpenFace>>
  /** Has every face a glyph for this code point? */
  readonly covers: (codePoint: number) => boolean
  /** Width of one line of text in points, without kerning: neither Word nor LibreOffice kerns the DOCX, nor do we the PDF. */
  readonly width: (text: string, face: Face, size: number) => number
}

export const faceOf = (bold: boolean, italic: boolean): Face =>
  bold ? (italic ? 'boldItalic' : 'bold') : italic ? 'italic' : 'regular'

export const openFonts = (files: FontFiles): Fonts => {
  const open: Fonts['open'] = {
    regular: openFace(files.regular),
    bold: openFace(files.bold),
    italic: openFace(files.italic),
    boldItalic: openFace(files.boldItalic),
  }
  return {
    open,
    covers: (codePoint) =>
      faces.every((face) => {
        const { file, plain } = open[face]
        return (plain.advances[codePoint] ?? shaped) !== shaped || file.glyphOf(codePoint) !== 0
      }),
    width: (text, face, size) => {
      const { file, plain, parsed } = open[face]
      const width = plainWidth(text, plain) ?? parsed().layout(text, { kern: false }).advanceWidth
      return (width / file.metrics.unitsPerEm) * size
    },
  }
}

/** In units of the face; undefined when a character of the text needs shaping. */
export const plainWidth = (text: string, { advances }: Plain): number | undefined => {
  let width = 0
  for (let index = 0; index < text.length; index++) {
    const advance = advances[text.charCodeAt(index)] ?? shaped
    if (advance === shaped) return undefined
    width += advance
  }
  return width
}

const openFace = (bytes: Uint8Array): OpenFace => {
  const file = readTrueType(bytes)
  let parsed: fontkit.Font | undefined
  return {
    file,
    plain: plainOf(file),
    parsed: () => {
      parsed ??= library().create(Buffer.from(bytes)) as fontkit.Font
      return parsed
    },
  }
}

/** As pdfkit has it, so that it is loaded once, and only by those who need it. */
const library = (): typeof fontkit => createRequire(import.meta.url)('fontkit')
