/** What `mutool trace` prints for a PDF of ours and for one of LibreOffice is read alike. */

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readTrace } from '../../scripts/conformance/page-trace.ts'

const sample = (name: string) => {
  const [page] = readTrace(readFileSync(new URL(`samples/${name}.trace`, import.meta.url), 'utf8'))
  if (page === undefined) throw new Error('no page')
  return page
}

const told = (text: string, page: ReturnType<typeof sample>) => {
  const glyph = page.glyphs.find((each) => each.text === text)
  if (glyph === undefined) throw new Error(`no ${text}`)
  return glyph
}

test('a page has its size in points', () => {
  const { number, width, height } = sample('pdfmake')
  expect({ number, width, height }).toEqual({ number: 1, width: 595.28, height: 841.89 })
})

test('glyphs are placed from the top left corner, with their type', () => {
  const glyph = told('U', sample('pdfmake'))
  expect(glyph.left).toBeCloseTo(112.12)
  expect(glyph.right).toBeCloseTo(120.79)
  expect(glyph.baseline).toBeCloseTo(841.89 - 774.5)
  expect(glyph).toMatchObject({ size: 12, font: 'Tinos-Regular', bold: false, italic: false, black: true })
})

test('weight and slope are told by the name of the font, also by a cut one', () => {
  expect(told('Ở', sample('pdfmake'))).toMatchObject({ bold: true, italic: false })
  expect(told('ậ', sample('pdfmake'))).toMatchObject({ bold: false, italic: true, size: 13 })
  expect(told('ơ', sample('libreoffice'))).toMatchObject({ bold: true, italic: true })
})

test('escaped characters are the characters', () => {
  expect(told('&', sample('pdfmake')).size).toBe(11)
  expect(told('&', sample('libreoffice')).size).toBe(14)
})

test('grey is not black', () => {
  expect(told('&', sample('libreoffice')).black).toBe(false)
})

test('a stroked line is a stroke with its length and width', () => {
  const [stroke, ...others] = sample('pdfmake').strokes
  expect(others).toEqual([])
  expect(stroke?.left).toBeCloseTo(149.28)
  expect(stroke?.right).toBeCloseTo(211.28)
  expect(stroke?.y).toBeCloseTo(84.77)
  expect(stroke?.thickness).toBeCloseTo(0.75)
})

test('a flat black box is a stroke; a white one and a clip are not', () => {
  const { strokes } = sample('libreoffice')
  expect(strokes).toHaveLength(1)
  expect(strokes[0]).toMatchObject({ left: 100, right: 180 })
  expect(strokes[0]?.y).toBeCloseTo(100.5)
})

test('a vertical line is the edge of a table', () => {
  const [edge, ...others] = sample('libreoffice').uprights
  expect(others).toEqual([])
  expect(edge?.x).toBeCloseTo(85)
  expect(edge?.top).toBeCloseTo(200)
  expect(edge?.bottom).toBeCloseTo(300)
})
