import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Ink } from '../../src/render/pdf/ink.ts'

const written = (ink: Ink, write: (ink: Ink) => void): string => {
  ink.begin(100)
  write(ink)
  return Buffer.from(ink.piece()).toString('latin1')
}

test('numbers are those that pdfkit writes', () => {
  const ink = new Ink()
  const onPaper = fc.double({ min: -10, max: 3000, noNaN: true })
  fc.assert(
    fc.property(fc.oneof(onPaper, onPaper.map(Math.fround), fc.double(), fc.integer()), (value) => {
      expect(written(ink, (to) => to.number(value))).toBe(String(Math.round(value * 1e6) / 1e6))
    }),
    { numRuns: 20_000 },
  )
  for (const value of [0, -0, 1e-7, 5e-7, 1e-6, 0.1, 0.999999, 0.9999996, 1, 2147.483647, 2147.483648])
    expect(written(ink, (to) => to.number(value))).toBe(String(Math.round(value * 1e6) / 1e6))
})

test('a glyph has four digits', () => {
  const ink = new Ink()
  for (let id = 0; id < 0x10000; id += 7)
    expect(written(ink, (to) => to.hex(id))).toBe(id.toString(16).padStart(4, '0'))
})

test('a piece stays as it is while others are written', () => {
  const ink = new Ink()
  const pieces = Array.from({ length: 5000 }, (_, index) => {
    ink.begin(50)
    ink.text(`piece ${index}`)
    return ink.piece()
  })
  pieces.forEach((piece, index) => {
    expect(Buffer.from(piece).toString('latin1')).toBe(`piece ${index}`)
  })
})
