import { readFileSync } from 'node:fs'
import {
  degrees,
  PDFDict,
  PDFDocument,
  PDFName,
  rgb,
  StandardFonts,
  setTextRenderingMode,
  TextRenderingMode,
} from '@cantoo/pdf-lib'
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Measured, MeasuredParagraph } from '../../src/check/measure/measured.ts'
import { measurePdf } from '../../src/check/measure/pdf.ts'
import { decree30 } from '../../src/layout/decree30.ts'
import type { Row, Sheet } from '../../src/layout/sheet.ts'
import { toPoints } from '../../src/layout/units.ts'
import { openedFonts } from '../../src/load/opened-fonts.ts'
import { renderPdf } from '../../src/render/pdf/pdf.ts'
import { line, noticeSheet, sheetOf } from '../fixtures/sheets.ts'

const fonts = openedFonts()
const measure = (bytes: Uint8Array): Promise<Measured> => measurePdf('x.pdf', bytes)
const measureSheet = async (sheet: Sheet): Promise<Measured> => measure(await renderPdf(sheet, fonts))
const measureRows = (...rows: Row[]): Promise<Measured> => measureSheet(sheetOf(rows))
const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../fixtures/pdf/${name}`, import.meta.url)))
const named = (measured: Measured, start: string): MeasuredParagraph => {
  const found = measured.paragraphs.find(({ text }) => text.startsWith(start))
  if (!found) throw new Error(`no paragraph starts with "${start}"`)
  return found
}
const texts = (measured: Measured): string[] => measured.paragraphs.map(({ text }) => text)
const long =
  'Các đơn vị rà soát toàn bộ quy trình tiếp nhận, số hóa và trả kết quả hồ sơ; bố trí người phụ trách, kinh phí và thiết bị theo khả năng của mình; kịp thời phản ánh khó khăn để được hướng dẫn.'

/** A page drawn by a library that is neither ours nor behind ours. */
const drawn = async (draw: (document: PDFDocument) => Promise<void> | void): Promise<Uint8Array> => {
  const document = await PDFDocument.create()
  await draw(document)
  return document.save()
}

afterEach(() => {
  vi.restoreAllMocks()
})

describe('a notice of our own', async () => {
  const measured = await measureSheet(noticeSheet)

  test('pages: paper, margins, page numbers', () => {
    expect(measured.pages.map(({ width, height }) => [width, height])).toEqual([
      [210, 297],
      [210, 297],
      [210, 297],
    ])
    expect(measured.pages[0]?.margins).toMatchObject({ left: 30, right: 20, top: 20 })
    expect(measured.pages[1]?.margins).toMatchObject({ left: 30, right: 20, top: 20 })
    for (const { margins } of measured.pages) expect(margins?.bottom).toBeGreaterThanOrEqual(20)
    expect(measured.pages[0]?.pageNumber).toBeUndefined()
    expect(measured.pages[1]?.pageNumber).toMatchObject({
      text: '2',
      place: 'top',
      align: 'centre',
      size: 14,
      bold: false,
      italic: false,
      onFirstPage: false,
    })
  })

  test('the head is read row by row, each line in its column', () => {
    const head = measured.paragraphs.slice(0, 6)
    expect(head.map(({ column, text }) => [column, text])).toEqual([
      ['left', 'UBND TỈNH HẬU GIANG'],
      ['right', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['left', 'SỞ GIÁO DỤC VÀ ĐÀO TẠO'],
      ['right', 'Độc lập - Tự do - Hạnh phúc'],
      ['left', 'Số: 07/TB-SGDĐT'],
      ['right', 'Hậu Giang, ngày 05 tháng 9 năm 2026'],
    ])
    for (const { align } of head) expect(align).toBe('centre')
  })

  test('the foot is read down the left column, then down the right one', () => {
    const from = texts(measured).indexOf('Nơi nhận:')
    expect(measured.paragraphs.slice(from).map(({ column, align, text }) => [column, align, text])).toEqual([
      ['left', 'left', 'Nơi nhận:'],
      ['left', 'left', '- Như thành phần tham dự;'],
      ['left', 'left', '- Phòng Giáo dục và Đào tạo các huyện, thị xã, thành phố;'],
      ['left', 'left', '- Lưu: VT, VP.'],
      ['right', 'centre', 'KT. GIÁM ĐỐC'],
      ['right', 'centre', 'PHÓ GIÁM ĐỐC'],
      ['right', 'centre', 'Nguyễn Thị Ánh Tuyết'],
    ])
  })

  test('type of each part: size, weight, slope, face, colour', () => {
    const look = (start: string) => named(measured, start).runs.map(({ text: _, ...rest }) => rest)
    const black = { colour: '000000' }
    expect(look('UBND')).toEqual([{ face: 'Tinos-Regular', size: 12, bold: false, italic: false, ...black }])
    expect(look('CỘNG')).toEqual([{ face: 'Tinos-Bold', size: 12, bold: true, italic: false, ...black }])
    expect(look('Độc lập')).toEqual([{ face: 'Tinos-Bold', size: 13, bold: true, italic: false, ...black }])
    expect(look('Hậu Giang,')).toEqual([
      { face: 'Tinos-Italic', size: 13, bold: false, italic: true, ...black },
    ])
    expect(look('Nơi nhận')).toEqual([
      { face: 'Tinos-BoldItalic', size: 12, bold: true, italic: true, ...black },
    ])
  })

  test('runs of one paragraph make up its words', () => {
    const { text, runs } = named(measured, 'Ngày 03')
    expect(runs.map((run) => run.text).join('')).toBe(text)
    expect(runs.map((run) => [run.bold, run.italic])).toEqual([
      [false, false],
      [true, false],
      [false, false],
      [false, true],
      [false, false],
    ])
    expect(text).toContain('Ngày 03 tháng 9 năm 2026, Phó Giám đốc Nguyễn Thị Ánh Tuyết chủ trì cuộc họp')
  })

  test('how running text is set', () => {
    const paragraph = named(measured, '2. Các đơn vị')
    expect(paragraph).toMatchObject({ align: 'justify', firstIndent: 10, left: 0, before: 6, leading: 1.15 })
    expect(paragraph.lines?.length).toBeGreaterThan(2)
    // A line that ends early looks the same whether it is justified or not.
    expect(named(measured, 'I. ĐÁNH GIÁ')).toMatchObject({ align: 'left', firstIndent: 10 })
    expect(named(measured, 'THÔNG BÁO')).toMatchObject({ align: 'centre', before: 18 })
    expect(named(measured, 'Nguyễn Thị')).toMatchObject({ before: 85 })
  })

  test('strokes: how long, where, under what', () => {
    const under = (start: string) =>
      measured.strokes.filter((stroke) => stroke.under === named(measured, start).index)
    expect(under('SỞ GIÁO DỤC')).toMatchObject([{ kind: 'drawn', solid: true, length: 21.8, page: 1 }])
    expect(under('Độc lập')).toMatchObject([{ kind: 'drawn', solid: true, length: 56.08 }])
    expect(under('Kết luận của')).toMatchObject([{ kind: 'drawn', length: 42, left: 89 }])
  })

  test('a table: each cell by its place, its lines together, its borders no strokes under text', () => {
    const cells = measured.paragraphs.filter(({ cell }) => cell)
    expect(cells.slice(0, 4).map(({ cell, text }) => [cell?.row, cell?.column, text])).toEqual([
      [1, 1, 'TT'],
      [1, 2, 'Nhiệm vụ'],
      [1, 3, 'Đơn vị chủ trì'],
      [1, 4, 'Thời hạn'],
    ])
    expect(texts(measured)).toContain(
      'Rà soát nhóm hồ sơ thứ 2 và báo cáo kết quả bằng văn bản, kèm số liệu đã đối chiếu.',
    )
    const borders = measured.strokes.filter(({ kind }) => kind === 'border')
    expect(borders.length).toBeGreaterThan(0)
    for (const border of borders) expect(border.under).toBeUndefined()
  })

  test('nothing is missing, and nothing is said to be', () => {
    expect(measured.gaps).toEqual([])
    const words = (rows: readonly Row[]): string[] =>
      rows.flatMap((row) => {
        if (row.is === 'line') return [row.runs.map(({ text }) => text).join('')]
        if (row.is === 'columns') return row.rows.flat().flatMap((cell) => words(cell))
        return row.is === 'grid' ? words([...row.head, ...row.rows.flat()]) : []
      })
    const letters = (all: readonly string[]): string => [...all.join('').replace(/\s/g, '')].sort().join('')
    const body = measured.paragraphs.filter(({ within }) => within === 'body').map(({ text }) => text)
    expect(letters(body)).toBe(letters(words(noticeSheet.sections[0]?.rows ?? [])))
  })
})

describe('what is changed is measured', () => {
  type Rules = Sheet['rules']
  const withRules = (change: (rules: Rules) => Rules): Promise<Measured> =>
    measureSheet({ ...noticeSheet, rules: change(noticeSheet.rules) })
  const body = (change: Partial<Rules['parts']['clause']>) =>
    withRules((rules) => ({
      ...rules,
      parts: { ...rules.parts, clause: { ...rules.parts.clause, ...change } },
    }))

  test.each([12, 13, 14, 15.5])('a size of %s pt', async (use) => {
    const { runs } = named(await body({ size: { use } }), '2. Các')
    expect(runs.map(({ size }) => size)).toEqual([use])
  })

  test.each([5, 10, 12.7, 20])('a first line %s mm in', async (use) => {
    expect(named(await body({ indent: { use } }), '2. Các').firstIndent).toBeCloseTo(use, 1)
  })

  test('a first line that hangs', async () => {
    const paragraph = named(await body({ left: { use: 15 }, indent: { use: -5 } }), '2. Các')
    expect(paragraph.left).toBeCloseTo(15, 1)
    expect(paragraph.firstIndent).toBeCloseTo(-5, 1)
    expect(paragraph.align).toBe('justify')
  })

  test.each([1, 1.25, 1.5])('lines spaced %s times', async (use) => {
    expect(named(await body({ leading: { use } }), '2. Các').leading).toBeCloseTo(use, 2)
  })

  test.each([0, 6, 14])('%s pt above', async (use) => {
    expect(named(await body({ before: { use } }), '2. Các').before).toBeCloseTo(use, 1)
  })

  test.each(['left', 'justify', 'centre'] as const)('alignment: %s', async (align) => {
    expect(named(await body({ align, indent: { use: 0 } }), '2. Các').align).toBe(align)
  })

  test.each([25, 30, 35])('a left margin of %s mm', async (use) => {
    const measured = await withRules((rules) => ({
      ...rules,
      page: { ...rules.page, margins: { ...rules.page.margins, left: { use }, top: { use: use - 10 } } },
    }))
    expect(measured.pages[0]?.margins).toMatchObject({ left: use, top: use - 10, right: 20 })
  })
})

test('the number of a page that holds nothing but a table', async () => {
  const grid = noticeSheet.sections[0]?.rows.find((row) => row.is === 'grid')
  if (grid?.is !== 'grid') throw new Error('the sheet has no table')
  const rows = Array.from({ length: 8 }, () => grid.rows).flat()
  const measured = await measureRows({ ...grid, rows })
  expect(measured.pages.length).toBeGreaterThan(1)
  expect(measured.pages.map(({ pageNumber }) => pageNumber?.text)).toEqual(
    measured.pages.map(({ number }) => (number === 1 ? undefined : String(number))),
  )
  // One table over all pages: its rows go on counting.
  expect(new Set(measured.paragraphs.flatMap(({ cell }) => cell?.table ?? []))).toEqual(new Set([1]))
})

describe('words', () => {
  test('are those of the text, in whatever letters and widths of spaces', async () => {
    const text =
      'Số:\u00a0\u00a0\u00a0\u00a0/TB-SGDĐT, hiệu suất 95 %, “đạt” — office (²) ỵ Ỹ ặ ữ ộ Đ a1/b2-c3 & <x>'
    const measured = await measureRows(line('paragraph', text))
    expect(texts(measured)).toEqual([text.replaceAll('\u00a0', ' ')])
  })

  test('of any paragraph come back, whatever its length and its looks', async () => {
    const word = fc.constantFrom(
      'Căn',
      'cứ',
      'Nghị',
      'quyết',
      'ở',
      'ưỡn',
      'nghiêng',
      'SGDĐT-QLCL',
      '12/2026,',
    )
    const run = fc.record({
      words: fc.array(word, { minLength: 1, maxLength: 30 }),
      strong: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(run, { minLength: 1, maxLength: 3 }), async (runs) => {
        const rows = line(
          'paragraph',
          runs.map(({ words, strong }, index) => ({
            text: (index === 0 ? '' : ' ') + words.join(' '),
            ...(strong ? { strong: true as const } : {}),
          })),
        )
        expect(texts(await measureRows(rows))).toEqual([runs.flatMap(({ words }) => words).join(' ')])
      }),
      { numRuns: 15 },
    )
  })

  test('a paragraph that goes on over the page is one', async () => {
    const twice = `${long} ${long}`
    const all = ['Một.', 'Hai.', ...Array<string>(9).fill(twice)]
    const measured = await measureRows(...all.map((text) => line('paragraph', text)))
    expect(texts(measured).filter((text) => text !== '2')).toEqual(all)
    const torn = measured.paragraphs.find(({ lines }) => new Set(lines?.map(({ page }) => page)).size > 1)
    expect(torn?.text).toBe(twice)
  })
})

describe('files of other programs', () => {
  test('LibreOffice: a notice typed in Word, with rules typed and underlined', async () => {
    const measured = await measure(fixture('libreoffice.pdf'))
    expect(measured.paragraphs.map(({ column, text }) => [column, text]).slice(0, 8)).toEqual([
      ['left', 'UBND HÒA AN'],
      ['right', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['left', 'PHÒNG NỘI VỤ'],
      ['right', 'Độc lập - Tự do - Hạnh phúc'],
      ['left', 'Số: 09/TB-PNV'],
      ['right', 'An, ngày 02 tháng 3 năm 2026'],
      ['full', 'THÔNG BÁO'],
      ['full', 'Công tác tháng 3'],
    ])
    const margins = measured.pages[0]?.margins
    expect(margins?.left).toBeCloseTo(30, 0)
    expect(margins?.right).toBeCloseTo(18, 0)
    expect(margins?.top).toBeCloseTo(22, 1)
    expect(measured.strokes.filter(({ under }) => under !== undefined)).toMatchObject([
      { kind: 'underline', under: named(measured, 'Độc lập').index, solid: true },
      { kind: 'characters', under: named(measured, 'PHÒNG').index, solid: true },
    ])
    expect(named(measured, 'Độc lập').runs[0]?.underline).toBe(true)
    expect(named(measured, 'Ngày 02')).toMatchObject({ align: 'justify', firstIndent: 12.7, leading: 1.3 })
    expect(named(measured, 'Ngày 02').runs.find(({ raised }) => raised)).toMatchObject({
      text: '1',
      size: 14,
    })
    expect(named(measured, '1. Phòng').runs.find(({ colour }) => colour === 'C00000')?.text).toBe('tháng ')
    expect(named(measured, 'Báo cáo công tác').cell).toMatchObject({ row: 2, column: 2 })
    expect(named(measured, 'Lê An')).toMatchObject({ column: 'right', align: 'centre' })
    expect(measured.pages[1]?.pageNumber).toMatchObject({ text: '2', place: 'top', align: 'centre' })
    expect(measured.paragraphs.filter(({ within }) => within === 'header')).toMatchObject([
      { text: '2', page: 2 },
    ])
  })

  test('Cairo: faces without names and letters split over several fonts', async () => {
    const measured = await measure(fixture('cairo.pdf'))
    expect(named(measured, 'THÔNG BÁO').runs).toEqual([
      { text: 'THÔNG BÁO', size: 14, bold: true, italic: false, colour: '000000' },
    ])
    expect(named(measured, 'Các đơn vị báo cáo')).toMatchObject({ align: 'justify' })
    expect(measured.gaps.join()).toContain('phông')
  })

  test('places and sizes are those at which things were drawn', async () => {
    const bytes = await drawn(async (document) => {
      const page = document.addPage([toPoints(210), toPoints(297)])
      const font = await document.embedFont(StandardFonts.TimesRoman)
      const text = 'Drawn at a place that is known'
      page.drawText(text, { x: toPoints(40), y: toPoints(297 - 100), size: 13.5, font, color: rgb(1, 0, 0) })
      page.drawLine({
        start: { x: toPoints(50), y: toPoints(297 - 102) },
        end: { x: toPoints(75), y: toPoints(297 - 102) },
        thickness: 0.7,
        dashArray: [2, 2],
      })
      page.drawRectangle({ x: toPoints(50), y: toPoints(297 - 150), width: toPoints(20), height: 0.5 })
    })
    const measured = await measure(bytes)
    expect(measured.paragraphs).toMatchObject([
      {
        text: 'Drawn at a place that is known',
        runs: [{ face: 'Times-Roman', size: 13.5, bold: false, italic: false, colour: 'FF0000' }],
        lines: [{ page: 1, left: 40, baseline: 100 }],
      },
    ])
    expect(measured.strokes).toMatchObject([
      { kind: 'drawn', length: 25, left: 50, top: 102, solid: false, under: 1 },
      { kind: 'drawn', length: 20, left: 50, solid: true },
    ])
    expect(measured.strokes[1]).not.toHaveProperty('under')
  })

  test('text that only a form or a signature shows is not the body', async () => {
    const bytes = await drawn(async (document) => {
      const page = document.addPage()
      const font = await document.embedFont(StandardFonts.TimesRoman)
      page.drawText('Body', { x: 100, y: 500, font })
      const field = document.getForm().createTextField('signature')
      field.setText('Signed by somebody')
      field.addToPage(page, { x: 100, y: 300, width: 200, height: 40 })
    })
    const measured = await measure(bytes)
    expect(texts(measured)).toEqual(['Body'])
    expect(measured.gaps.join()).toContain('1 ô chữ ký số')
  })

  test('a page laid on its side is measured the way it is read', async () => {
    const document = await PDFDocument.load(await renderPdf(sheetOf([line('paragraph', long)]), fonts))
    for (const page of document.getPages()) page.setRotation(degrees(90))
    const measured = await measure(await document.save())
    expect(texts(measured)).toEqual([long])
    expect(measured.pages[0]).toMatchObject({ width: 210, margins: { left: 30 } })
  })
})

describe('what cannot be measured is said', () => {
  test('a page without text', async () => {
    const measured = await measure(await drawn((document) => void document.addPage()))
    expect(measured.paragraphs).toEqual([])
    expect(measured.gaps).toEqual(['trang 1 không có lớp chữ (có thể là ảnh quét), không đo được'])
  })

  test('a scan with a layer of recognised words: words and places, but no type', async () => {
    const bytes = await drawn(async (document) => {
      const page = document.addPage()
      const font = await document.embedFont(StandardFonts.TimesRoman)
      page.pushOperators(setTextRenderingMode(TextRenderingMode.Invisible))
      page.drawText('Recognised words', { x: 100, y: 500, font, size: 14 })
    })
    const measured = await measure(bytes)
    expect(measured.paragraphs[0]).toMatchObject({ text: 'Recognised words', lines: [{ page: 1 }] })
    expect(measured.paragraphs[0]?.runs).toEqual([{ text: 'Recognised words' }])
    expect(measured.gaps.join()).toContain('ảnh quét')
  })

  test('letters that the file does not name', async () => {
    const bytes = await renderPdf(sheetOf([line('paragraph', 'Không rõ chữ gì')]), fonts)
    const document = await PDFDocument.load(bytes)
    for (const [, object] of document.context.enumerateIndirectObjects())
      if (object instanceof PDFDict) object.delete(PDFName.of('ToUnicode'))
    const measured = await measure(await document.save())
    expect(measured.paragraphs[0]?.text).toMatch(/^[\uFFFD ]+$/)
    expect(measured.gaps.join()).toContain('ToUnicode')
  })

  test('pages beyond the hundredth', async () => {
    const bytes = await drawn(async (document) => {
      const font = await document.embedFont(StandardFonts.TimesRoman)
      for (let page = 1; page <= 500; page++) document.addPage().drawText('Text', { x: 100, y: 500, font })
    })
    const measured = await measure(bytes)
    expect(measured.pages).toHaveLength(100)
    expect(measured.gaps).toEqual(['tệp có 500 trang, chỉ đo 100 trang đầu'])
  })
})

describe('what is no readable PDF is refused in words', async () => {
  const good = await renderPdf(sheetOf([line('paragraph', 'Một đoạn ngắn.')]), fonts)
  const locked = (): Promise<Uint8Array> =>
    drawn(async (document) => {
      document.addPage()
      await document.encrypt({ userPassword: 'secret' })
    })

  test.each<[string, () => Uint8Array | Promise<Uint8Array>, RegExp]>([
    ['an empty file', () => new Uint8Array(), /rỗng/],
    ['another kind of file', () => new TextEncoder().encode('PK\u0003\u0004'), /DOCX mang tên/],
    ['text', () => new TextEncoder().encode('hello'), /không phải PDF/],
    ['the beginning of a PDF', () => good.slice(0, 2000), /hỏng/],
    ['a PDF without pages', () => new TextEncoder().encode(noPages), /hỏng/],
    ['a PDF with a password', locked, /mật khẩu/],
  ])('%s', async (_, bytes, words) => {
    await expect(measure(await bytes())).rejects.toMatchObject({ message: expect.stringMatching(words) })
  })

  const noPages =
    '%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\ntrailer\n<</Root 1 0 R/Size 3>>\n'
})

test('reading leaves the functions of the language as they were', async () => {
  await measure(fixture('libreoffice.pdf'))
  // Those that a library puts in their place are plain functions, which can be called with "new".
  for (const each of [[].push, JSON.parse, JSON.stringify])
    expect(Object.hasOwn(each, 'prototype')).toBe(false)
})

test('reading says nothing to the console and takes nothing from the bytes', async () => {
  const said = (['log', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name))
  const bytes = fixture('libreoffice.pdf')
  const before = bytes.slice()
  await measure(bytes)
  await measure(bytes.slice(0, 9000)).catch(() => undefined)
  expect(bytes).toEqual(before)
  for (const spy of said) expect(spy).not.toHaveBeenCalled()
})

test('the table of the decree is not looked at: a page of other paper is measured as it is', async () => {
  const rules = { ...decree30, page: { ...decree30.page, width: 216, height: 279 } }
  const measured = await measureSheet({ ...sheetOf([line('paragraph', long)]), rules })
  expect(measured.pages[0]).toMatchObject({ width: 216, height: 279 })
})
