import * as fontkit from 'fontkit'
import { describe, expect, test } from 'vitest'
import { faces } from '../../src/fonts/fonts.ts'
import { subsetOf } from '../../src/fonts/subset.ts'
import { readTrueType } from '../../src/fonts/truetype.ts'
import { tinosFiles } from '../../src/load/fonts.ts'

const files = tinosFiles()

/** What fontkit keeps to itself. */
type Subset = {
  readonly includeGlyph: (glyph: number) => number
  readonly encode: () => Uint8Array
}
type Inside = Omit<fontkit.Font, 'createSubset'> & {
  readonly createSubset: () => Subset
  readonly post: { readonly isFixedPitch: number }
  readonly head: { readonly macStyle: { readonly italic: boolean } }
  readonly 'OS/2': { readonly sFamilyClass: number }
  readonly _cmapProcessor: { readonly lookup: (codePoint: number) => number }
}
const parse = (bytes: Uint8Array): Inside => fontkit.create(Buffer.from(bytes)) as unknown as Inside

describe.each(faces)('%s is read as fontkit reads it:', (face) => {
  const ours = readTrueType(files[face])
  const theirs = parse(files[face])

  test('its name and its measures', () => {
    expect(ours.postscriptName).toBe(theirs.postscriptName)
    expect(ours.glyphs).toBe(theirs.numGlyphs)
    expect(ours.metrics).toEqual({
      unitsPerEm: theirs.unitsPerEm,
      ascent: theirs.ascent,
      descent: theirs.descent,
      lineGap: theirs.lineGap,
      capHeight: theirs.capHeight,
      xHeight: theirs.xHeight,
      italicAngle: theirs.italicAngle,
      fixedPitch: theirs.post.isFixedPitch !== 0,
      italic: theirs.head.macStyle.italic,
      familyClass: theirs['OS/2'].sFamilyClass,
      box: { ...theirs.bbox },
    })
  })

  test('the glyph of every code point', () => {
    const differing: number[] = []
    for (let code = 0; code < 0x11000; code++)
      if (ours.glyphOf(code) !== theirs._cmapProcessor.lookup(code)) differing.push(code)
    expect(differing).toEqual([])
  })

  test('the width of every glyph', () => {
    const widths = (advance: (glyph: number) => number) =>
      Array.from({ length: theirs.numGlyphs }, (_, glyph) => advance(glyph))
    expect(widths(ours.advance)).toEqual(widths((glyph) => theirs.getGlyph(glyph).advanceWidth))
  })

  test('a subset of every glyph, whatever the order', () => {
    const asked = (step: number) =>
      Array.from({ length: ours.glyphs }, (_, index) => (index * step) % ours.glyphs)
    for (const glyphs of [asked(1), asked(7).slice(0, 700), asked(1001).slice(0, 90), []]) {
      const [one, other] = [subsetOf(ours), theirs.createSubset()]
      expect(glyphs.map(one.includeGlyph)).toEqual(glyphs.map((glyph) => other.includeGlyph(glyph)))
      expect(Buffer.compare(one.encode(), other.encode())).toBe(0)
    }
  })
})
