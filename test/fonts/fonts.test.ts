import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Face, faces, openFonts } from '../../src/fonts/fonts.ts'
import { tinosFiles } from '../../src/load/fonts.ts'

const files = tinosFiles()
const fonts = openFonts(files)
const covered = Array.from({ length: 0xffff }, (_, code) => code).filter(fonts.covers)
const letter = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...covered.map((code) => String.fromCodePoint(code))) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...'aăâbcdđeêfghikmnoôơpqrstuưvxyjfiAVTĐƯ.,;:-–/()“”0123456789\u0323\u0302\u00a0',
    ),
  },
  { weight: 1, arbitrary: fc.constant(' ') },
)

describe('the width of a text', () => {
  const whole = (text: string, face: Face, size: number): number => {
    const font = fonts.open[face].parsed()
    return (font.layout(text, { kern: false }).advanceWidth / font.unitsPerEm) * size
  }
  test('is that of the whole line, shaped at once', () => {
    fc.assert(
      fc.property(fc.string({ unit: letter }), fc.constantFrom(...faces), (text, face) => {
        expect(fonts.width(text, face, 13)).toBe(whole(text, face, 13))
      }),
      { numRuns: 2000 },
    )
  })

  test('is the same whatever was measured before', () => {
    const texts = ['THÔNG BÁO', 'Kết luận của Phó Giám đốc', '', ' ', '  hai  dấu cách ']
    const fresh = openFonts(files)
    for (const face of faces)
      for (const text of texts) expect(fresh.width(text, face, 14)).toBe(fonts.width(text, face, 14))
  })
})
