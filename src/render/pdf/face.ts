/**
 * A face of one document, in the shape in which pdfkit 0.20.2 asks its fonts (`EmbeddedFont`): plain text is set from
 * the widths of the file; fontkit is asked for the rest.
 */

import type { OpenFace } from '../../fonts/fonts.ts'
import { shaped } from '../../fonts/plain.ts'
import { subsetOf } from '../../fonts/subset.ts'

type Font = ReturnType<OpenFace['parsed']>
type Position = { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number }
type Glyph = { readonly id: number; readonly advanceWidth: number; readonly codePoints: readonly number[] }
type Run = {
  readonly glyphs: readonly Glyph[]
  readonly positions: Position[]
  readonly advanceWidth: number
}

/** Characters whose glyph others share: what a copied text must contain is asked for first. */
const first = ' -;Đđ'

export class DocumentFace {
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  readonly lineGap: number
  readonly capHeight: number
  readonly xHeight: number
  readonly italicAngle: number
  readonly postscriptName: string
  readonly bbox: OpenFace['file']['metrics']['box']
  readonly post: { readonly isFixedPitch: boolean }
  readonly head: { readonly macStyle: { readonly italic: boolean } }
  readonly 'OS/2': { readonly sFamilyClass: number }
  /** By glyph: the code points that it was first asked for in this document. pdfkit writes them into the file. */
  readonly known: (readonly number[] | undefined)[] = []
  readonly #face: OpenFace
  readonly #fresh: (font: Font, known: DocumentFace['known']) => Font
  #shaping: Font | undefined

  /** `fresh`: see patches.ts. */
  constructor(face: OpenFace, fresh: (font: Font, known: DocumentFace['known']) => Font) {
    const { metrics, postscriptName, glyphOf } = face.file
    this.#face = face
    this.#fresh = fresh
    this.unitsPerEm = metrics.unitsPerEm
    this.ascent = metrics.ascent
    this.descent = metrics.descent
    this.lineGap = metrics.lineGap
    this.capHeight = metrics.capHeight
    this.xHeight = metrics.xHeight
    this.italicAngle = metrics.italicAngle
    this.postscriptName = postscriptName
    this.bbox = metrics.box
    this.post = { isFixedPitch: metrics.fixedPitch }
    this.head = { macStyle: { italic: metrics.italic } }
    this['OS/2'] = { sFamilyClass: metrics.familyClass }
    for (const char of first) {
      const code = char.charCodeAt(0)
      this.known[glyphOf(code)] ??= [code]
    }
  }

  readonly createSubset = () => subsetOf(this.#face.file)

  readonly getGlyph = (id: number): Glyph => ({
    id,
    advanceWidth: this.#face.file.advance(id),
    codePoints: this.known[id] ?? [],
  })

  readonly layout = (text: string): Run =>
    this.plainWidth(text) === undefined ? this.#shape(text) : this.#plain(text)

  /** In units of the face; undefined when the text needs shaping. */
  plainWidth(text: string): number | undefined {
    const { advances, glyphs } = this.#face.plain
    const { known } = this
    let width = 0
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index)
      const advance = advances[code] ?? shaped
      if (advance === shaped) return undefined
      width += advance
      const glyph = glyphs[code] as number
      if (known[glyph] === undefined) known[glyph] = [code]
    }
    return width
  }

  /** The glyph of a plain character. */
  glyph(code: number): number {
    return this.#face.plain.glyphs[code] ?? 0
  }

  #plain(text: string): Run {
    const { advances, glyphs } = this.#face.plain
    const codes = Array.from(text, (char) => char.charCodeAt(0))
    const positions = codes.map((code) => ({
      xAdvance: advances[code] ?? 0,
      yAdvance: 0,
      xOffset: 0,
      yOffset: 0,
    }))
    return {
      glyphs: codes.map((code) => this.getGlyph(glyphs[code] ?? 0)),
      positions,
      // pdfkit changes the positions before it asks.
      get advanceWidth() {
        return positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0)
      },
    }
  }

  #shape(text: string): Run {
    this.#shaping ??= this.#fresh(this.#face.parsed(), this.known)
    return this.#shaping.layout(text) as unknown as Run
  }
}
