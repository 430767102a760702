import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { openFonts } from '../../src/fonts/fonts.ts'
import { tinosFiles } from '../../src/load/fonts.ts'
import { freshFace } from '../../src/render/pdf/patches.ts'

const require = createRequire(import.meta.url)
const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)
const version = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8'))
    .version
const fileHash = (path: string): string => hash(readFileSync(require.resolve(path), 'utf8'))

// When this fails, a library has changed inside: read what changed, see that patches.ts, pdfmake.ts and the finished
// pages still hold, then write down what is there now.
test('the insides that are patched or leant on are the ones that were read', () => {
  // The one pdfmake gets, should there ever be two.
  const pdfkit = require(require.resolve('pdfkit', { paths: [require.resolve('pdfmake')] })).prototype
  const regular = openFonts(tinosFiles()).open.regular.parsed()
  expect({
    pdfmake: version('pdfmake'),
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
    pdfkit: version('pdfkit'),
    'pdfkit _addInfo': hash(String(pdfkit._addInfo)),
    'pdfkit font': hash(String(pdfkit.font)),
    fontkit: version('fontkit'),
    'fontkit getVariation': hash(String(regular.getVariation)),
    'fontkit getGlyph': hash(String(regular.getGlyph)),
    'fontkit layout': hash(String(regular.layout)),
  }).toEqual({
    DocMeasure: 'fc718894ad324bd7',
    DocumentContext: '3d0345080e003c61',
    LayoutBuilder: '598afaa7ca4a48a5',
    Line: 'e190b006440107bc',
    PDFDocument: '33830dc64c9dfc98',
    PageElementWriter: '0a5050bb83f5d1dd',
    Printer: '73e325bf8906c6ef',
    Renderer: '23e76f678fa202cf',
    TextBreaker: '1c3ff0ae980161ea',
    TextInlines: 'fe9110218ed3f2f6',
    URLResolver: '9aa92f9178be0a50',
    fontkit: '2.0.4',
    'fontkit getGlyph': '4ab9f223f0f99c5b',
    'fontkit getVariation': '67bcec0d8f606994',
    'fontkit layout': 'd21bf931823a8e7c',
    pdfkit: '0.20.2',
    'pdfkit _addInfo': '82d2030355260523',
    'pdfkit font': '652a31ad704fa7e8',
    pdfmake: '0.3.11',
  })
})

describe('a fresh face', () => {
  const { open } = openFonts(tinosFiles())
  const parsed = { regular: open.regular.parsed(), bold: open.bold.parsed() }

  test('shares the parsed tables and nothing that documents leave behind', () => {
    const [one, other] = [freshFace(parsed.bold), freshFace(parsed.bold)]
    expect(Reflect.get(one, '_tables')).toBe(Reflect.get(other, '_tables'))
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
