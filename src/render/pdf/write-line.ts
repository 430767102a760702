/**
 * A line of plain text → the operators of a page, letter by letter those that pdfmake 0.3.11 (`Renderer.renderLine`) and
 * pdfkit 0.20.2 (`text`) write for it, in one piece.
 */

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
  let content = ''
  let opaque = ''
  for (const { text, font, fontSize, color, x: left } of line.inlines) {
    if (opaque === '') {
      document.opacity(1)
      opaque = `/${document._opacityRegistry['1_1']?.[1]} gs\n`
    } else content += opaque
    content += `${fill(document, color)}\n`
    if (text === '') continue
    page.fonts[font.id] ??= font.ref()
    const baseline = (font.ascender / 1000) * fontSize
    const top = y + (height - baseline - descent)
    content += `${turned}${number(x + left)} ${number(page.height - top - baseline)} Tm\n/${font.id} ${number(fontSize)} Tf\n[<${encoded(text, font)}> 0] TJ\nET\nQ\n`
  }
  if (content !== '') page.write(Buffer.from(content, 'latin1'))
  return true
}

const isPlain = ({ plain, decoration }: Inline): boolean => plain && !decoration

const number = (value: number): number => Math.round(value * 1e6) / 1e6

const fill = (document: PdfDocument, color: string): string => {
  const known = fills.get(color)
  if (known !== undefined) return known
  const operators = `/DeviceRGB cs\n${document._normalizeColor(color)?.join(' ')} scn\nf`
  fills.set(color, operators)
  return operators
}

/** The decree has two or three colours. */
const fills = new Map<string, string>()

const encoded = (text: string, pdfFont: PdfFont): string => {
  const { font, subset, widths, unicode, scale } = pdfFont
  let out = ''
  for (let index = 0; index < text.length; index++) {
    const glyph = font.glyph(text.charCodeAt(index))
    const id = subset.includeGlyph(glyph)
    if (unicode[id] === undefined) {
      widths[id] ??= font.getGlyph(glyph).advanceWidth * scale
      unicode[id] = font.known[glyph] ?? []
    }
    out += hexOf(id)
  }
  return out
}

const hexOf = (id: number): string => {
  for (let next = hexes.length; next <= id; next++) hexes.push(`0000${next.toString(16)}`.slice(-4))
  return hexes[id] as string
}

/** Never more than a face has glyphs. */
const hexes: string[] = []
