/** A TrueType file → the numbers and pieces of it that setting text takes, each read in its place when asked for. */

export type Metrics = {
  readonly unitsPerEm: number
  readonly ascent: number
  /** Negative. */
  readonly descent: number
  readonly lineGap: number
  readonly capHeight: number
  readonly xHeight: number
  readonly italicAngle: number
  readonly fixedPitch: boolean
  readonly italic: boolean
  /** IBM's class of the family, as OS/2 has it. */
  readonly familyClass: number
  readonly box: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number }
}

export type TrueType = {
  readonly metrics: Metrics
  readonly postscriptName: string
  readonly glyphs: number
  /** The glyph of a code point; 0 where there is none. */
  readonly glyphOf: (codePoint: number) => number
  readonly advance: (glyph: number) => number
  readonly bearing: (glyph: number) => number
  /** The outline as it stands in the file; of no bytes for a blank. */
  readonly outline: (glyph: number) => Uint8Array
  /** Of a long index of outlines, or a short one: what the file has. */
  readonly longIndex: boolean
  readonly table: (tag: string) => Uint8Array | undefined
  /** As the file states it, of a table that is there. */
  readonly checksum: (tag: string) => number | undefined
}

type Table = { readonly at: number; readonly length: number; readonly checksum: number }

/** Throws when a table that every TrueType file has is not there. */
export const readTrueType = (file: Uint8Array): TrueType => {
  // A Buffer would answer `slice` with the file itself, not with a copy of a piece.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = directory(view)
  const at = (tag: string): number => {
    const table = tables.get(tag)
    if (!table) throw new Error(`a TrueType file without "${tag}"`)
    return table.at
  }
  const [head, hhea, hmtx, loca, glyf] = [at('head'), at('hhea'), at('hmtx'), at('loca'), at('glyf')]
  const glyphs = view.getUint16(at('maxp') + 4)
  const full = view.getUint16(hhea + 34)
  const longIndex = view.getInt16(head + 50) === 1
  const place = (glyph: number): number =>
    longIndex ? view.getUint32(loca + 4 * glyph) : 2 * view.getUint16(loca + 2 * glyph)
  return {
    metrics: metricsOf(view, head, hhea, at('OS/2'), at('post')),
    postscriptName: postscriptName(view, at('name')),
    glyphs,
    glyphOf: characters(view, at('cmap')),
    // The last width stands for all glyphs after it.
    advance: (glyph) => view.getUint16(hmtx + 4 * Math.min(glyph, full - 1)),
    bearing: (glyph) =>
      view.getInt16(glyph < full ? hmtx + 4 * glyph + 2 : hmtx + 4 * full + 2 * (glyph - full)),
    outline: (glyph) => bytes.subarray(glyf + place(glyph), glyf + place(glyph + 1)),
    longIndex,
    table: (tag) => {
      const table = tables.get(tag)
      return table && bytes.subarray(table.at, table.at + table.length)
    },
    checksum: (tag) => tables.get(tag)?.checksum,
  }
}

const directory = (view: DataView): ReadonlyMap<string, Table> =>
  new Map(
    Array.from({ length: view.getUint16(4) }, (_, index) => {
      const entry = 12 + 16 * index
      const table = {
        checksum: view.getUint32(entry + 4),
        at: view.getUint32(entry + 8),
        length: view.getUint32(entry + 12),
      }
      return [ascii(view, entry, 4), table] as const
    }),
  )

const metricsOf = (view: DataView, head: number, hhea: number, os2: number, post: number): Metrics => ({
  unitsPerEm: view.getUint16(head + 18),
  ascent: view.getInt16(hhea + 4),
  descent: view.getInt16(hhea + 6),
  lineGap: view.getInt16(hhea + 8),
  // From the second version of OS/2 on.
  capHeight: view.getUint16(os2) > 1 ? view.getInt16(os2 + 88) : 0,
  xHeight: view.getUint16(os2) > 1 ? view.getInt16(os2 + 86) : 0,
  italicAngle: view.getInt32(post + 4) / 65536,
  fixedPitch: view.getUint32(post + 12) !== 0,
  italic: (view.getUint16(head + 44) & 2) !== 0,
  familyClass: view.getInt16(os2 + 30),
  box: {
    minX: view.getInt16(head + 36),
    minY: view.getInt16(head + 38),
    maxX: view.getInt16(head + 40),
    maxY: view.getInt16(head + 42),
  },
})

/** The sixth name, as Windows has it (UTF-16); it is ASCII by rule. */
const postscriptName = (view: DataView, name: number): string => {
  const strings = name + view.getUint16(name + 4)
  for (let index = 0; index < view.getUint16(name + 2); index++) {
    const record = name + 6 + 12 * index
    if (view.getUint16(record) !== 3 || view.getUint16(record + 6) !== 6) continue
    const [length, offset] = [view.getUint16(record + 8), view.getUint16(record + 10)]
    return ascii(view, strings + offset, length).replaceAll('\0', '')
  }
  throw new Error('a TrueType file without a PostScript name')
}

const ascii = (view: DataView, at: number, length: number): string =>
  String.fromCharCode(...Array.from({ length }, (_, index) => view.getUint8(at + index)))

/** Platform and encoding of the tables of Unicode, the fullest first. */
const encodings = ['3.10', '0.6', '0.4', '3.1', '0.3', '0.2', '0.1', '0.0']

const characters = (view: DataView, cmap: number): ((codePoint: number) => number) => {
  const found = new Map<string, number>()
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const record = cmap + 4 + 8 * index
    const key = `${view.getUint16(record)}.${view.getUint16(record + 2)}`
    if (!found.has(key)) found.set(key, cmap + view.getUint32(record + 4))
  }
  const table = encodings.map((key) => found.get(key)).find((at) => at !== undefined)
  const format = table === undefined ? undefined : view.getUint16(table)
  if (table !== undefined && format === 4) return segments(view, table)
  if (table !== undefined && format === 12) return groups(view, table)
  throw new Error(`characters of a TrueType file in a format that is not read: ${format}`)
}

/** Format 4: up to U+FFFF, in segments. */
const segments = (view: DataView, table: number): ((codePoint: number) => number) => {
  const count = view.getUint16(table + 6) / 2
  const ends = table + 14
  const starts = ends + 2 * count + 2
  const deltas = starts + 2 * count
  const offsets = deltas + 2 * count
  return (codePoint) => {
    const segment = search(count, (index) =>
      codePoint < view.getUint16(starts + 2 * index)
        ? -1
        : codePoint > view.getUint16(ends + 2 * index)
          ? 1
          : 0,
    )
    if (segment === undefined) return 0
    const delta = view.getInt16(deltas + 2 * segment)
    const place = offsets + 2 * segment
    const offset = view.getUint16(place)
    if (offset === 0) return (codePoint + delta) & 0xffff
    const glyph = view.getUint16(place + offset + 2 * (codePoint - view.getUint16(starts + 2 * segment)))
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
}

/** Format 12: all of Unicode, in groups. */
const groups = (view: DataView, table: number): ((codePoint: number) => number) => {
  const at = (index: number): number => table + 16 + 12 * index
  return (codePoint) => {
    const group = search(view.getUint32(table + 12), (index) =>
      codePoint < view.getUint32(at(index)) ? -1 : codePoint > view.getUint32(at(index) + 4) ? 1 : 0,
    )
    if (group === undefined) return 0
    return view.getUint32(at(group) + 8) + codePoint - view.getUint32(at(group))
  }
}

const search = (count: number, side: (index: number) => number): number | undefined => {
  let [low, high] = [0, count - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const where = side(middle)
    if (where === 0) return middle
    if (where < 0) high = middle - 1
    else low = middle + 1
  }
  return undefined
}
