import fc from 'fast-check'
import * as fontkit from 'fontkit'
import { describe, expect, test } from 'vitest'
import { faces, openFonts, plainWidth } from '../../src/fonts/fonts.ts'
import { shaped } from '../../src/fonts/plain.ts'
import { tinosFiles } from '../../src/load/fonts.ts'

const files = tinosFiles()
const fonts = openFonts(files)

describe.each(faces)('in %s', (face) => {
  const { plain, parsed } = fonts.open[face]
  const chars = [...plain.advances.keys()]
    .filter((code) => plain.advances[code] !== shaped)
    .map((code) => String.fromCharCode(code))
  const layout = (text: string) => {
    const { glyphs, positions } = parsed().layout(text, { kern: false })
    return glyphs.map(({ id }, index) => ({ id, ...positions[index] }))
  }
  const side = (text: string) =>
    Array.from(text, (_, index) => ({
      id: plain.glyphs[text.charCodeAt(index)],
      xAdvance: plain.advances[text.charCodeAt(index)],
      yAdvance: 0,
      xOffset: 0,
      yOffset: 0,
    }))

  test('the letters of a notice need no shaping', () => {
    const letters = 'aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz'
    const marked = Array.from(`${letters}${letters.toUpperCase()}`, (letter) =>
      ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((mark) => (letter + mark).normalize('NFC')),
    )
    const text = `${marked
      .flat()
      .filter((letter) => letter.length === 1)
      .join('')}0123456789 .,;:!?()[]/+-–—“”‘’"'…%&@#*=<>_\u00a0\u2007₫`
    expect(plainWidth(text, plain)).toBeDefined()
  })

  test('shaping sets each plain character as its glyph and width', () => {
    for (const char of chars) expect(layout(char), JSON.stringify(char)).toEqual(side(char))
  })

  test('shaping sets plain characters side by side', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...chars), { maxLength: 12 }), (some) => {
        expect(layout(some.join(''))).toEqual(side(some.join('')))
      }),
      { numRuns: 300 },
    )
    for (const text of ['fi ff ffi fl ffl ft', 'AVAV To. P, 11 LT’', 'ij IJ ǰ', '1/2 10/3/2020'])
      expect(layout(text)).toEqual(side(text))
  })

  test('nothing among plain characters can be substituted, joined or attached', () => {
    const glyphs = new Set(chars.map((char) => plain.glyphs[char.charCodeAt(0)] ?? 0))
    expect(rulesAmong(fontkit.create(Buffer.from(files[face])) as unknown as Inside, glyphs)).toEqual([])
  })

  test.each(['e\u0301', 'i\u0323\u0302', '\u05d0', '\u{1f600}', '\u00ad', '\u200b'])(
    'what needs more than its own glyph is shaped: %j',
    (text) => {
      expect(plainWidth(text, plain)).toBeUndefined()
    },
  )
})

test('a face with other tables is shaped throughout', () => {
  const bytes = files.regular.slice()
  const view = new DataView(bytes.buffer)
  const entry = Buffer.from(bytes.buffer).indexOf('GSUB')
  view.setUint32(entry + 4, 0)
  const { open, width } = openFonts({ ...files, regular: bytes })
  expect(plainWidth('a', open.regular.plain)).toBeUndefined()
  expect(width('Hậu Giang', 'regular', 14)).toBe(fonts.width('Hậu Giang', 'regular', 14))
})

type Coverage = {
  readonly version: number
  readonly glyphs: readonly number[]
  readonly rangeRecords: readonly { readonly start: number; readonly end: number }[]
}
type Rule = {
  readonly version: number
  readonly extension?: Rule
  readonly coverage?: Coverage
  readonly markCoverage?: Coverage
  readonly mark1Coverage?: Coverage
  readonly backtrackCoverage?: Iterable<Coverage>
  readonly inputCoverage?: Iterable<Coverage>
  readonly lookaheadCoverage?: Iterable<Coverage>
  readonly ligatureSets?: {
    readonly get: (index: number) => Iterable<{ readonly components: Iterable<number> }>
  }
}
type Table = {
  readonly scriptList: readonly {
    readonly script: { readonly defaultLangSys?: { readonly featureIndexes: readonly number[] } }
  }[]
  readonly featureList: readonly {
    readonly tag: string
    readonly feature: { readonly lookupListIndexes: readonly number[] }
  }[]
  readonly lookupList: {
    readonly get: (index: number) => { readonly lookupType: number; readonly subTables: Iterable<Rule> }
  }
}
type Inside = { readonly GSUB: Table; readonly GPOS: Table } & Readonly<Record<string, unknown>>

const covered = ({ version, glyphs, rangeRecords }: Coverage): number[] =>
  version === 1
    ? [...glyphs]
    : rangeRecords.flatMap(({ start, end }) => Array.from({ length: end - start + 1 }, (_, at) => start + at))

/** The rules of the features that are always on which a text of these glyphs alone could set off. */
const rulesAmong = (font: Inside, glyphs: ReadonlySet<number>): string[] => {
  expect(['morx', 'kern', 'fvar'].filter((tag) => font[tag] !== undefined)).toEqual([])
  const has = (coverage: Coverage): boolean => covered(coverage).some((glyph) => glyphs.has(glyph))
  const matches = (type: number, rule: Rule): boolean => {
    const { inputCoverage, backtrackCoverage, lookaheadCoverage, ligatureSets } = rule
    if (inputCoverage)
      return [...inputCoverage, ...(backtrackCoverage ?? []), ...(lookaheadCoverage ?? [])].every(has)
    const first = rule.coverage ?? rule.markCoverage ?? rule.mark1Coverage
    if (!first) throw new Error(`a rule of a kind that this test does not know: ${type}, ${rule.version}`)
    if (!ligatureSets) return has(first)
    return covered(first).some(
      (glyph, index) =>
        glyphs.has(glyph) &&
        [...ligatureSets.get(index)].some(({ components }) =>
          [...components].every((component) => glyphs.has(component)),
        ),
    )
  }
  return [font.GSUB, font.GPOS].flatMap(({ scriptList, featureList, lookupList }) => {
    const features = scriptList.flatMap(({ script }) => script.defaultLangSys?.featureIndexes ?? [])
    const lookups = features.flatMap((index) => {
      const { tag, feature } = featureList[index] ?? { tag: 'kern', feature: { lookupListIndexes: [] } }
      return tag === 'kern' ? [] : [...feature.lookupListIndexes].map((lookup) => ({ tag, lookup }))
    })
    return lookups.flatMap(({ tag, lookup }) => {
      const { lookupType, subTables } = lookupList.get(lookup)
      return [...subTables].some((rule) => matches(lookupType, rule.extension ?? rule))
        ? [`${tag} ${lookup}`]
        : []
    })
  })
}
