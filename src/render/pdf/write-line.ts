/**
 * A line of plain text → the operators of a page, letter by letter those that pdfmake 0.3.11 (`Renderer.renderLine`) and
 * pdfkit 0.20.2 (`text`) write for it, in one piece.
 */

import { Ink } from './ink.ts'
import type { TextLine } from './lines.ts'
import type { Inline } from './measure.ts'
import type { PdfDocument, PdfFont } from './pdfmake.ts'

/** False when the line needs more than plain text: nothing was written then. */
export const writeLine = (document: PdfDocument, line: TextLine, x: number, y: number): boolean => {
  if (!line.inlines.every(isPlain)) return false
  const height = line.getHeight()
  const descent = height - line.getAscenderHeight()
  const { page } = document
  const turned = `q\n1 0 0 -1 0 ${number(page.height)} cm\nBT\n1 0 0 1 `
  ink.begin(sizeOf(line))
  let opaque = ''
  for (const { text, font, fontSize, color, x: left } of line.inlines) {
    if (opaque === '') {
      document.opacity(1)
      opaque = `/${document._opacityRegistry['1_1']?.[1]} gs\n`
    } else ink.text(opaque)
    ink.text(fill(document, color))
    if (text === '') continue
    page.fonts[font.id] ??= font.ref()
    const baseline = (font.ascender / 1000) * fontSize
    const top = y + (height - baseline - descent)
    ink.text(turned)
    ink.number(x + left)
    ink.text(' ')
    ink.number(page.height - top - baseline)
    ink.text(' Tm\n/')
    ink.text(font.id)
    ink.text(' ')
    ink.number(fontSize)
    ink.text(' Tf\n[<')
    glyphs(text, font)
    ink.text('> 0] TJ\nET\nQ\n')
  }
  const piece = ink.piece()
  if (piece.length > 0) page.write(piece)
  return true
}

const number = (value: number): number => Math.round(value * 1e6) / 1e6

const isPlain = ({ plain, decoration }: Inline): boolean => plain && !decoration

/** No word has more bytes of operators around it: names are short, and a number has 25 digits at most. */
const operators = 512

const sizeOf = ({ inlines }: TextLine): number =>
  inlines.reduce((size, { text }) => size + operators + 4 * text.length, 0)

const ink = new Ink()

const fill = (document: PdfDocument, color: string): string => {
  const known = fills.get(color)
  if (known !== undefined) return known
  const operators = `/DeviceRGB cs\n${document._normalizeColor(color)?.join(' ')} scn\nf\n`
  fills.set(color, operators)
  return operators
}

/** The decree has two or three colours. */
const fills = new Map<string, string>()

const glyphs = (text: string, pdfFont: PdfFont): void => {
  const { font, subset, widths, unicode, scale } = pdfFont
  for (let index = 0; index < text.length; index++) {
    const glyph = font.glyph(text.charCodeAt(index))
    const id = subset.includeGlyph(glyph)
    if (unicode[id] === undefined) {
      widths[id] ??= font.getGlyph(glyph).advanceWidth * scale
      unicode[id] = font.known[glyph] ?? []
    }
    ink.hex(id)
  }
}
