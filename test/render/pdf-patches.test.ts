import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { openFonts } from '../../src/fonts/fonts.ts'
import { tinosFiles } from '../../src/load/fonts.ts'
import { freshFace } from '../../src/render/pdf/patches.ts'

const require = createRequire(import.meta.url)
const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)
const version = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8')).version
const fileHash = (path: string): string => hash(readFileSync(require.resolve(path), 'utf8'))

// When this fails, a library has changed inside: read what changed, see that patches.ts, pdfmake.ts and the finished
// pages still hold, then write down what is there now.
test('the insides that are patched or leant on are the ones that were read', () => {
  const pdfkitPath = (path: string) => require.resolve(path, { paths: [require.resolve('pdfmake')] })
  const pdfkit = require(pdfkitPath('pdfkit')).prototype
  const { regular } = openFonts(tinosFiles()).parsed
  expect({
    pdfmake: version(require.resolve('pdfmake/package.json')),
    LayoutBuilder: fileHash('pdfmake/js/LayoutBuilder'),
    PageElementWriter: fileHash('pdfmake/js/PageElementWriter'),
    DocumentContext: fileHash('pdfmake/js/DocumentContext'),
    DocMeasure: fileHash('pdfmake/js/DocMeasure'),
    Line: fileHash('pdfmake/js/Line'),
    TextInlines: fileHash('pdfmake/js/TextInlines'),
    TextBreaker: fileHash('pdfmake/js/TextBreaker'),
    Renderer: fileHash('pdfmake/js/Renderer'),
    Printer: fileHash('pdfmake/js/Printer'),
    PDFDocument: fileHash('pdfmake/js/PDFDocument'),
    URLResolver: fileHash('pdfmake/js/URLResolver'),
    pdfkit: version(pdfkitPath('pdfkit/package.json')),
    'pdfkit _addInfo': hash(String(pdfkit._addInfo)),
    'pdfkit font': hash(String(pdfkit.font)),
    fontkit: version(require.resolve('fontkit/package.json')),
    'fontkit getVariation': hash(String(regular.getVariation)),
    'fontkit getGlyph': hash(String(regular.getGlyph)),
    'fontkit layout': hash(String(regular.layout)),
  }).toMatchInlineSnapshot()
})

describe('a fresh face', () => {
  const { parsed } = openFonts(tinosFiles())

  test('shares the parsed tables and nothing that documents leave behind', () => {
    const [one, other] = [freshFace(parsed.bold), freshFace(parsed.bold)]
    expect(one).toHaveProperty('_tables', Reflect.get(other, '_tables'))
    expect(one.getGlyph(100)).not.toBe(other.getGlyph(100))
    expect(one.getGlyph(100)).toBe(one.getGlyph(100))
  })

  test.each([
    ['\u00a0', ' '],
    ['\u00ad', '-'],
    ['\u037e', ';'],
  ])('knows the glyph of %j as the character people search for', (char, known) => {
    const [glyph] = freshFace(parsed.regular).layout(char).glyphs
    expect(glyph?.codePoints).toEqual([known.codePointAt(0)])
  })

  test('does not kern', () => {
    const width = (text: string) => freshFace(parsed.regular).layout(text).advanceWidth
    expect(width('AVAV')).toBe(2 * width('A') + 2 * width('V'))
    expect(parsed.regular.layout('AVAV').advanceWidth).toBeLessThan(width('AVAV'))
  })
})
