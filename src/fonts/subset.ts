/** Some glyphs of a TrueType file → a smaller TrueType file of only them, as a PDF embeds it. */

import type { TrueType } from './truetype.ts'

/** Numbered from 0 in the order in which they were first asked for; glyph 0 (missing) is always there. */
export type Subset = {
  /** The number of a glyph in the subset. */
  readonly includeGlyph: (glyph: number) => number
  /** The file: outlines are joined by the parts that they are made of. */
  readonly encode: () => Uint8Array
}

export const subsetOf = (file: TrueType): Subset => {
  const glyphs: number[] = []
  const numbers: number[] = []
  const includeGlyph = (glyph: number): number => {
    const known = numbers[glyph]
    if (known !== undefined) return known
    glyphs.push(glyph)
    numbers[glyph] = glyphs.length - 1
    return glyphs.length - 1
  }
  includeGlyph(0)
  return { includeGlyph, encode: () => encode(file, glyphs, includeGlyph) }
}

const encode = (
  file: TrueType,
  glyphs: readonly number[],
  includeGlyph: Subset['includeGlyph'],
): Uint8Array => {
  const outlines: Uint8Array[] = []
  let size = 0
  // Parts of a joined outline come to the end of the list while it is walked.
  for (let index = 0; index < glyphs.length; index++) {
    const outline = renumbered(file.outline(glyphs[index] ?? 0), includeGlyph)
    outlines.push(outline)
    size += outline.length
  }
  const count = glyphs.length
  const parts: [tag: string, bytes: Uint8Array][] = [
    ['head', file.table('head')?.subarray(0, 54) ?? none],
    ['hhea', patched(file.table('hhea')?.subarray(0, 36) ?? none, 34, count)],
    ['loca', places(outlines, file.longIndex)],
    ['maxp', patched(file.table('maxp')?.subarray(0, 32) ?? none, 4, count)],
    ['cvt ', file.table('cvt ') ?? none],
    ['prep', file.table('prep') ?? none],
    ['glyf', joined(outlines, size)],
    ['hmtx', widths(file, glyphs)],
    ['fpgm', file.table('fpgm') ?? none],
  ]
  return written(parts.filter(([, bytes]) => bytes !== none))
}

const none = new Uint8Array()

const more = 0x20
const wordArguments = 0x01
const oneScale = 0x08
const twoScales = 0x40
const matrix = 0x80

/** An outline that is joined of others names them by number: the numbers of the subset are put in. */
const renumbered = (outline: Uint8Array, includeGlyph: Subset['includeGlyph']): Uint8Array => {
  // A negative number of contours.
  if (((outline[0] ?? 0) & 0x80) === 0) return outline
  const copy = outline.slice()
  const data = view(copy)
  let at = 10
  for (let flags = more; flags & more; ) {
    flags = data.getUint16(at)
    data.setUint16(at + 2, includeGlyph(data.getUint16(at + 2)))
    at += 4 + (flags & wordArguments ? 4 : 2)
    at += flags & oneScale ? 2 : flags & twoScales ? 4 : flags & matrix ? 8 : 0
  }
  return copy
}

const places = (outlines: readonly Uint8Array[], long: boolean): Uint8Array => {
  const bytes = new Uint8Array((outlines.length + 1) * (long ? 4 : 2))
  const data = view(bytes)
  let place = 0
  for (let index = 0; index <= outlines.length; index++) {
    if (long) data.setUint32(4 * index, place)
    else data.setUint16(2 * index, place / 2)
    place += outlines[index]?.length ?? 0
  }
  return bytes
}

const widths = (file: TrueType, glyphs: readonly number[]): Uint8Array => {
  const bytes = new Uint8Array(4 * glyphs.length)
  const data = view(bytes)
  for (const [index, glyph] of glyphs.entries()) {
    data.setUint16(4 * index, file.advance(glyph))
    data.setInt16(4 * index + 2, file.bearing(glyph))
  }
  return bytes
}

const joined = (pieces: readonly Uint8Array[], size: number): Uint8Array => {
  const bytes = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

const patched = (table: Uint8Array, at: number, value: number): Uint8Array => {
  const copy = table.slice()
  view(copy).setUint16(at, value)
  return copy
}

/** A directory without checksums, which PDF readers do not look at, and the tables one after the other. */
const written = (tables: readonly (readonly [tag: string, bytes: Uint8Array])[]): Uint8Array => {
  const count = tables.length
  const power = 2 ** Math.floor(Math.log2(count))
  let at = 12 + 16 * count
  const head = new Uint8Array(at)
  const data = view(head)
  head.set(letters('true'))
  data.setUint16(4, count)
  data.setUint16(6, power * 16)
  data.setUint16(8, Math.log2(power))
  data.setUint16(10, count * 16 - power * 16)
  for (const [index, [tag, bytes]] of tables.entries()) {
    const entry = 12 + 16 * index
    head.set(letters(tag), entry)
    data.setUint32(entry + 8, at)
    data.setUint32(entry + 12, bytes.length)
    at += bytes.length
  }
  return joined([head, ...tables.map(([, bytes]) => bytes)], at)
}

const letters = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0))

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
