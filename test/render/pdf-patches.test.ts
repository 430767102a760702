import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test, vi } from 'vitest'
import { type FontFiles, openFonts } from '../../src/fonts/fonts.ts'
import { tinosFiles } from '../../src/load/fonts.ts'
import { DocumentFace } from '../../src/render/pdf/face.ts'
import { freshFace } from '../../src/render/pdf/patches.ts'
import { renderPdf } from '../../src/render/pdf/pdf.ts'
import { line, noticeSheet, sheetOf } from '../fixtures/sheets.ts'

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
  const PdfKit = require(require.resolve('pdfkit', { paths: [require.resolve('pdfmake')] }))
  const pdfkit = PdfKit.prototype
  const regular = openFonts(tinosFiles()).open.regular.parsed()
  const embedded = new PdfKit().font(tinosFiles().regular)._font
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
    'pdfkit EmbeddedFont': hash(String(embedded.constructor)),
    'pdfkit text': hash([pdfkit._text, pdfkit._line, pdfkit._fragment, pdfkit._initOptions].join()),
    'pdfkit colours': hash([pdfkit.opacity, pdfkit._doOpacity, pdfkit.fill, pdfkit._setColorCore].join()),
    'pdfkit writing': hash([pdfkit._write, pdfkit.addContent, pdfkit.end, pdfkit._finalize].join()),
    'pdfkit transform': hash([pdfkit.save, pdfkit.transform, pdfkit.restore].join()),
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
    'pdfkit EmbeddedFont': '5f911b0d4aff4986',
    'pdfkit _addInfo': '82d2030355260523',
    'pdfkit colours': '397537b76f1baa1e',
    'pdfkit font': '652a31ad704fa7e8',
    'pdfkit text': 'caaafa4a06f60d79',
    'pdfkit transform': '3657af1d268f1a0f',
    'pdfkit writing': '31fb320cf32efadb',
    pdfmake: '0.3.11',
  })
})

const bytes = tinosFiles()
const fonts = openFonts(bytes)
const { open } = fonts

describe('a face of a document', () => {
  test('shares the parsed tables and nothing that documents leave behind', () => {
    const parsed = open.bold.parsed()
    const [one, other] = [freshFace(parsed, []), freshFace(parsed, [])]
    expect(Reflect.get(one, '_tables')).toBe(Reflect.get(other, '_tables'))
    expect(one.getGlyph(100)).not.toBe(other.getGlyph(100))
    expect(one.getGlyph(100)).toBe(one.getGlyph(100))
  })

  test.each([
    ['\u00a0', ' '],
    ['\u00ad', '-'],
    ['\u037e', ';'],
  ])('knows the glyph of %j as the character people search for', (char, known) => {
    const [glyph] = new DocumentFace(open.regular, freshFace).layout(char).glyphs
    expect(glyph?.codePoints).toEqual([known.codePointAt(0)])
  })

  test('knows a glyph as it was first asked for, whether it was shaped or not', () => {
    const asked = (...texts: string[]) => {
      const face = new DocumentFace(open.regular, freshFace)
      for (const text of texts) face.layout(text)
      return face.known[open.regular.file.glyphOf('é'.charCodeAt(0))]
    }
    expect(asked('é', 'e\u0301')).toEqual([0xe9])
    expect(asked('e\u0301', 'é')).toEqual(
      open.regular.parsed().layout('e\u0301').glyphs.length === 1 ? [0x65, 0x301] : [0xe9],
    )
  })

  test('does not kern', () => {
    const width = (text: string) => new DocumentFace(open.regular, freshFace).layout(text).advanceWidth
    expect(width('AVAV')).toBe(2 * width('A') + 2 * width('V'))
    expect(open.regular.parsed().layout('AVAV').advanceWidth).toBeLessThan(width('AVAV'))
    expect(width('AVAV\u0301')).toBe(width('AVAV'))
  })
})

describe('the short way gives the bytes of the long way', () => {
  const odd = sheetOf([
    line('paragraph', 'Nghi\u0323\u0302 quyết\u00a0số\u2007 Привет \u05e9\u05dc\u05d5\u05dd fi – “a/b”\ttab'),
    line('paragraph', [
      { text: 'in ' },
      { text: 'đậm', strong: true },
      { text: ' nghiêng.', emphasis: true },
    ]),
    line('recipient', [
      { text: 'cũ', change: 'deleted' },
      { text: ' mới', change: 'inserted' },
    ]),
    line('paragraph', ''),
  ])
  const sheets = { noticeSheet, odd }

  test.each(Object.entries(sheets))('of shaping every word: %s', async (_, sheet) => {
    const shaping = Object.fromEntries(
      Object.entries(bytes).map(([face, file]) => {
        const copy = new Uint8Array(file)
        new DataView(copy.buffer).setUint32(Buffer.from(copy.buffer).indexOf('GSUB') + 4, 0)
        return [face, copy]
      }),
    )
    const long = await renderPdf(sheet, openFonts(shaping as FontFiles))
    expect(Buffer.compare(await renderPdf(sheet, fonts), long)).toBe(0)
  })

  test.each(Object.entries(sheets))('of pdfmake writing every word: %s', async (_, sheet) => {
    const short = await renderPdf(sheet, fonts)
    vi.resetModules()
    vi.doMock('../../src/render/pdf/write-line.ts', () => ({ writeLine: () => false }))
    const { renderPdf: writtenByPdfmake } = await import('../../src/render/pdf/pdf.ts')
    expect(Buffer.compare(short, await writtenByPdfmake(sheet, fonts))).toBe(0)
  })
})
