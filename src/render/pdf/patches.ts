/**
 * Everything that reaches into a library's inside, and nothing else: pdfmake 0.3.11, pdfkit 0.20.2, fontkit 2.0.4.
 * `test/render/pdf-patches.test.ts` fails when the insides change.
 */

import type { Font, Glyph } from 'fontkit'
import { TextLine } from './lines.ts'
import { DocMeasure, LayoutBuilder, type PdfDocument, PdfMakeDocument, Renderer } from './pdfmake.ts'
import { writeLine } from './write-line.ts'

/**
 * pdfmake breaks pages between any two lines and has no widows, orphans or keep-with-next. A stack that carries `lay`
 * is put on pages by that function; all other nodes go pdfmake's own way.
 */
const lay = LayoutBuilder.prototype.processVerticalContainer
LayoutBuilder.prototype.processVerticalContainer = function (node) {
  if (node.lay) node.lay(this.writer)
  else lay.call(this, node)
}

/** pdfmake asks each style for each of twenty properties of each word. A stack that carries `measure` measures itself. */
const measureStack = DocMeasure.prototype.measureVerticalContainer
DocMeasure.prototype.measureVerticalContainer = function (node) {
  node.measure?.(this.pdfDocument)
  return measureStack.call(this, node)
}

/** pdfmake and pdfkit write a word in twelve pieces; a line of ours goes to the page in one. */
const renderLine = Renderer.prototype.renderLine
Renderer.prototype.renderLine = function (line, x, y) {
  if (!(line instanceof TextLine) || !writeLine(this.pdfDocument, line, x, y))
    renderLine.call(this, line, x, y)
}

type Inside = Omit<Font, 'getGlyph'> & {
  readonly constructor: new (stream: unknown) => Inside
  readonly stream: { readonly buffer: Uint8Array; readonly constructor: new (buffer: Uint8Array) => Stream }
  readonly _directoryPos: number
  getGlyph: (id: number, codePoints?: readonly number[]) => Glyph
  _tables: unknown
}
type Stream = { pos: number }

/**
 * The same face with a glyph cache of its own, as fontkit itself makes one in `getVariation`; the parsed tables are
 * shared. A cached glyph remembers the code points it was first asked for, none when a subset asked for it, and
 * pdfkit writes them into the file: with one cache for all documents, one notice would decide how the next is read.
 * `known` keeps them for the document. Without kerning, which neither Word nor LibreOffice applies to the DOCX.
 */
export const freshFace = (font: Font, known: (readonly number[] | undefined)[]): Font => {
  const { constructor: Face, stream, _directoryPos, _tables } = font as unknown as Inside
  const copy = new stream.constructor(stream.buffer)
  copy.pos = _directoryPos
  const face = new Face(copy)
  face._tables = _tables
  const { layout, getGlyph } = face
  face.getGlyph = (id, codePoints = []) => {
    known[id] ??= codePoints
    return getGlyph.call(face, id, known[id])
  }
  face.layout = (text) => {
    const run = layout.call(face, text, { kern: false })
    // pdfkit would leave a blank and say nothing.
    if (run.glyphs.some(({ id }) => id === 0))
      throw new Error(`${face.postscriptName} has no glyph for something in ${JSON.stringify(text)}`)
    return run
  }
  return face as unknown as Font
}

/** pdfkit is a stream that hands its pieces on one by one; they are kept until the last has come. */
PdfMakeDocument.prototype.push = function (piece) {
  this.pieces ??= []
  this.pieces.push(piece)
  return true
}

export const bytesOf = (document: PdfDocument): Uint8Array => {
  document.end()
  const all = document.pieces ?? []
  if (all.pop() !== null) throw new Error('the document did not come to its end')
  return new Uint8Array(Buffer.concat(all as Uint8Array[]))
}

/** pdfkit writes title, author and subject into the XMP packet as they are: "A & B" would not be XML. */
export const escapeMetadata = (document: PdfDocument): void => {
  const addInfo = document._addInfo
  document._addInfo = () => {
    const { info } = document
    document.info = Object.fromEntries(
      Object.entries(info).map(([key, value]) => [key, typeof value === 'string' ? escapeXml(value) : value]),
    )
    addInfo.call(document)
    document.info = info
  }
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
