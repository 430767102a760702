/**
 * Everything that reaches into a library's inside, and nothing else: pdfmake 0.3.11, pdfkit 0.20.2, fontkit 2.0.4.
 * `test/render/pdf-patches.test.ts` fails when the insides change.
 */

import type { Font } from 'fontkit'
import { featuresFor } from '../../fonts/fonts.ts'
import { LayoutBuilder, type PdfDocument } from './pdfmake.ts'

/**
 * pdfmake breaks pages between any two lines and has no widows, orphans or keep-with-next. A stack that carries `lay`
 * is put on pages by that function; all other nodes go pdfmake's own way.
 */
const lay = LayoutBuilder.prototype.processVerticalContainer
LayoutBuilder.prototype.processVerticalContainer = function (node) {
  if (node.lay) node.lay(this.writer)
  else lay.call(this, node)
}

type Inside = Font & {
  readonly constructor: new (stream: unknown) => Inside
  readonly stream: { readonly buffer: Uint8Array; readonly constructor: new (buffer: Uint8Array) => Stream }
  readonly _directoryPos: number
  _tables: unknown
}
type Stream = { pos: number }

/** Characters whose glyph others share: what a copied text must contain is asked for first. */
const first = ' -;Đđ'

/**
 * The same face with a glyph cache of its own, as fontkit itself makes one in `getVariation`; the parsed tables are
 * shared. A cached glyph remembers the code points it was first asked for, none when a subset asked for it, and
 * pdfkit writes them into the file: with one cache for all documents, one notice would decide how the next is read.
 * Without kerning, which neither Word nor LibreOffice applies to the DOCX.
 */
export const freshFace = (font: Font): Font => {
  const { constructor: Face, stream, _directoryPos, _tables } = font as Inside
  const copy = new stream.constructor(stream.buffer)
  copy.pos = _directoryPos
  const face = new Face(copy)
  face._tables = _tables
  const { layout } = face
  face.layout = (text) => {
    const run = layout.call(face, text, featuresFor(text))
    // pdfkit would leave a blank and say nothing.
    if (run.glyphs.some(({ id }) => id === 0))
      throw new Error(`${face.postscriptName} has no glyph for something in ${JSON.stringify(text)}`)
    return run
  }
  for (const char of first) face.glyphForCodePoint(char.codePointAt(0) ?? 0)
  return face
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
