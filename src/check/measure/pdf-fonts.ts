/** A font as pdf.js hands it out → its real name, weight and slope, and whether its letters can be trusted. */

import { numbersOf } from './pdf-matrix.ts'

export type Font = {
  /** Base font name without the subset's prefix: 'TimesNewRomanPS-BoldMT'; empty where a program made up a name. */
  readonly face: string
  readonly bold: boolean
  readonly italic: boolean
  /** Glyph units → em. */
  readonly unit: number
  /** Does the file say which letter a code stands for? */
  readonly tells: (code: number) => boolean
  readonly vertical: boolean
}

/** Names of weights as type founders write them; "Semibold" and "Demi" are shown, and meant, as bold. */
const boldName = /bold|black|heavy|demi(?![a-z])/i
const italicName = /ital|oblique|slanted|kursiv/i

/** Weight class from which a face is bold (OS/2: 600 is semi-bold). */
const boldClass = 600

export const fontOf = (raw: unknown): Font => {
  const font = (raw ?? {}) as Readonly<Record<string, unknown>>
  const face = plainName(typeof font.name === 'string' ? font.name : '')
  const style = styleInside(font.data)
  return {
    face,
    bold: font.bold === true || font.black === true || boldName.test(face) || style.bold,
    italic: font.italic === true || italicName.test(face) || style.italic,
    unit: Math.abs(numbersOf(font.fontMatrix)[0] ?? 0) || 0.001,
    tells: codesOf(font),
    vertical: font.vertical === true,
  }
}

/** "ABCDEF+Times#20New#20Roman,Bold" → "Times New Roman,Bold"; "F1", "CairoFont-1-0", "CIDFont+F3" → "". */
const plainName = (name: string): string =>
  name
    .replace(/^[A-Z]{6}\+/, '')
    .replace(/^(CIDFont\+)?([a-z]{1,2}\d{1,4}|(f|CairoFont)-\d+-\d+|unnamed\w*)$/i, '')
    .replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/**
 * Codes of a simple font have names; those of a composite one need a map to Unicode, and where the file has none,
 * pdf.js makes one that maps every code to itself and has only its two ends.
 */
const codesOf = ({ composite, toUnicode, missingFile }: Readonly<Record<string, unknown>>): Font['tells'] => {
  if (composite !== true || missingFile === true || toUnicode === null || typeof toUnicode !== 'object')
    return () => true
  if (!('_map' in toUnicode)) return () => !('firstChar' in toUnicode)
  const map = toUnicode._map as Readonly<Record<number, unknown>>
  return (code) => map[code] !== undefined
}

/** What the font program says of itself: 'head' macStyle and 'OS/2' weight class. */
const styleInside = (data: unknown): { readonly bold: boolean; readonly italic: boolean } => {
  const no = { bold: false, italic: false }
  if (!(data instanceof Uint8Array) || data.length < 12) return no
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const tables = view.getUint16(4)
  if (12 + 16 * tables > data.length) return no
  const read = (tag: string, offset: number): number => {
    for (let at = 12; at < 12 + 16 * tables; at += 16) {
      if (String.fromCharCode(...data.subarray(at, at + 4)) !== tag) continue
      const place = view.getUint32(at + 8) + offset
      return place + 2 <= data.length ? view.getUint16(place) : 0
    }
    return 0
  }
  const [macStyle, weight] = [read('head', 44), read('OS/2', 4)]
  return { bold: (macStyle & 1) !== 0 || weight >= boldClass, italic: (macStyle & 2) !== 0 }
}

/** Families drawn to the metrics of Times New Roman or Arial: the distance of single lines is the same share of the size. */
const sameMetrics =
  /^(times(newroman|\s+new\s+roman)?|tinos|liberation\s?s(erif|ans)|arial|arimo|helvetica|nimbus\s?rom|termes|thorndale|freeserif)/i

export const hasKnownLines = (face: string): boolean => sameMetrics.test(face)
