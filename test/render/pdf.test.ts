import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { openFonts } from '../../src/fonts/fonts.ts'
import { decree30 } from '../../src/layout/decree30.ts'
import type { Row, Run, Sheet } from '../../src/layout/sheet.ts'
import { toPoints } from '../../src/layout/units.ts'
import { tinosFiles } from '../../src/load/fonts.ts'
import { renderPdf } from '../../src/render/pdf/pdf.ts'
import {
  readColours,
  readMetadata,
  readPages,
  readStrokes,
  readText,
  readWords,
} from '../fixtures/read-pdf.ts'
import { line, noticeSheet, properties, sheetOf, tinySheet } from '../fixtures/sheets.ts'

const fonts = openFonts(tinosFiles())
const render = (sheet: Sheet) => renderPdf(sheet, fonts)
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const words = (count: number, word = 'chữ'): string =>
  Array.from({ length: count }, (_, i) => `${word}${i}`).join(' ')

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

describe('the text of the file', () => {
  test('stands in reading order: left cell, right cell, body, recipients, signature', async () => {
    const text = await readText(await render(noticeSheet))
    const order = [
      'UBND TỈNH HẬU GIANG SỞ GIÁO DỤC VÀ ĐÀO TẠO CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc',
      'Số: 07/TB-SGDĐT Hậu Giang, ngày 05 tháng 9 năm 2026 THÔNG BÁO Kết luận',
      'I. ĐÁNH GIÁ CHUNG 1. Các đơn vị',
      'TT Nhiệm vụ Đơn vị chủ trì Thời hạn 1 Rà soát',
      'thực hiện./. Nơi nhận: - Như thành phần tham dự;',
      '- Lưu: VT, VP. KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Nguyễn Thị Ánh Tuyết',
    ].map((part) => text.indexOf(part))
    expect(order).not.toContain(-1)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  })

  test('comes out word for word, letters that share a glyph included', async () => {
    const text =
      'Đặng Đình Đức: hiệu suất wifi, office, AVATAR — “đạt” 95 % (²) <b>&amp;{x}</b> **không** \\u0041'
    for (const part of ['paragraph', 'section', 'basis', 'recipientsLabel'] as const)
      expect(await readText(await render(sheetOf([line(part, text)])))).toBe(text)
  })

  test('does not depend on which notice used the faces before', async () => {
    // With one glyph cache, "e" is known only as a piece of "ế", and a space as a no-break space.
    const other = openFonts(tinosFiles())
    await renderPdf(sheetOf([line('paragraph', 'ế\u00a0ớ\u00adÐ')]), other)
    const text = 'Căn cứ kết quả, e o Đ - đạt'
    expect(await readText(await renderPdf(sheetOf([line('paragraph', text)]), other))).toBe(text)
  })

  test('keeps any words in any runs, in order', async () => {
    const letters = fc.constantFrom(...'aăâđêơưửếộĐẦỸ0179.,;:-–()“”/&<>*_#%+=')
    const word = fc.string({ unit: letters, minLength: 1, maxLength: 12 })
    const run: fc.Arbitrary<Run> = fc
      .record({
        text: fc.array(word, { minLength: 1, maxLength: 30 }),
        strong: fc.boolean(),
        emphasis: fc.boolean(),
      })
      .map(({ text, strong, emphasis }) => ({
        text: `${text.join(' ')} `,
        ...(strong && { strong: true as const }),
        ...(emphasis && { emphasis: true as const }),
      }))
    await fc.assert(
      fc.asyncProperty(fc.array(run, { minLength: 1, maxLength: 6 }), async (runs) => {
        const found = await readText(await render(sheetOf([line('paragraph', runs)])))
        // A word longer than a line is torn: compare letters.
        const plain = runs.map(({ text }) => text).join('')
        expect(found.replaceAll(' ', '')).toBe(plain.replaceAll(' ', ''))
      }),
      { numRuns: 25 },
    )
  })

  test('refuses a character without a glyph instead of leaving a hole', async () => {
    await expect(render(sheetOf([line('paragraph', 'hộp ☐')]))).rejects.toThrow(/no glyph.*☐/)
  })
})

describe('lines', () => {
  test('are as far apart as Word sets them: ascender, descender and line gap, times the leading', async () => {
    const pitch = async (part: 'recipient' | 'number' | 'kind' | 'paragraph') => {
      const [a, b] = await readWords(await render(sheetOf([line(part, 'một\nhai')])))
      return (b?.y ?? 0) - (a?.y ?? 0)
    }
    expect(await pitch('recipient')).toBeCloseTo(12.65, 2) // 11 pt
    expect(await pitch('number')).toBeCloseTo(14.95, 2) // 13 pt
    expect(await pitch('kind')).toBeCloseTo(16.1, 2) // 14 pt
    expect(await pitch('paragraph')).toBeCloseTo(18.5, 2) // 14 pt × 1.15
  })

  test('begin below the top margin with the line gap above them, as in LibreOffice', async () => {
    const [first] = await readWords(await render(tinySheet))
    const { gap, above } = { gap: 0.0425 * 14, above: 0.8911 * 14 + 6 }
    expect(first?.y).toBeCloseTo(toPoints(20) + gap + above, 1)
    expect(first?.x).toBeCloseTo(toPoints(30 + 10), 1)
  })

  test('of justified text end at the right margin and are stretched between words only', async () => {
    const runs = Array.from({ length: 60 }, (_, i) => [
      { text: 'đậm', strong: true as const },
      { text: `${i}, ` },
    ])
    const found = await readWords(await render(sheetOf([line('paragraph', runs.flat())])))
    const glued = found.filter(({ text }) => text === 'đậm')
    for (const bold of glued) {
      const next = found.find(({ x, y }) => y === bold.y && x > bold.x)
      if (next) expect(next.x - bold.right).toBeCloseTo(0, 1)
    }
    const ends = [...new Map(found.map((word) => [word.y, word.right])).values()]
    for (const right of ends.slice(0, -1)) expect(right).toBeCloseTo(toPoints(210 - 20), 0)
  })

  test('keep the width of a blank to be filled in, at the end of a line too', async () => {
    const blank = '\u00a0'.repeat(8)
    const shift = (text: string) => fonts.width(text, 'italic', 13) / 2
    const left = async (text: string) => {
      const [first] = await readWords(await render(sheetOf([line('placeDate', text)])))
      return first?.x ?? 0
    }
    const middle = toPoints(30 + 80)
    expect(await left(`năm ${blank}`)).toBeCloseTo(middle - shift(`năm ${blank}`), 1)
    expect(await left(`${blank}năm`)).toBeCloseTo(
      middle - shift(`${blank}năm`) + fonts.width(blank, 'italic', 13),
      1,
    )
    expect(shift(blank)).toBeGreaterThan(10)
  })

  test('do not end after a slash, and a word longer than a line is torn rather than lost', async () => {
    const address = `https://${'x'.repeat(200)}`
    const found = await readWords(
      await render(sheetOf([line('paragraph', `${words(60, 'và/hoặc')} ${address}`)])),
    )
    expect(found.filter(({ text }) => text.trim().endsWith('/') && !text.includes(':'))).toEqual([])
    expect(
      found
        .map(({ text }) => text)
        .join('')
        .replaceAll(' ', ''),
    ).toContain(address)
    // At the start of a paragraph too, where the line is narrower.
    const first = await readWords(await render(sheetOf([line('paragraph', 'x'.repeat(200))])))
    for (const { right } of [...found, ...first]) expect(right).toBeLessThan(toPoints(190) + 4)
  })
})

describe('a stroke', () => {
  test('stands in the middle under the last line, as long, as far and as thick as the sheet says', async () => {
    const { below, stroke } = decree30.parts.subject.rule
    const bytes = await render(sheetOf([line('subject', 'một\nhai', { rule: 42, inset: 10 })]))
    const [, last] = await readWords(bytes)
    const [found, ...more] = await readStrokes(bytes)
    expect(more).toEqual([])
    expect(found?.weight).toBe(stroke)
    expect((found?.x2 ?? 0) - (found?.x1 ?? 0)).toBeCloseTo(toPoints(42), 2)
    expect(((found?.x2 ?? 0) + (found?.x1 ?? 0)) / 2).toBeCloseTo(toPoints(30 + 80), 2)
    const descender = 0.2163 * 14
    expect((found?.y1 ?? 0) - stroke / 2).toBeCloseTo((last?.y ?? 0) + descender + below, 1)
  })
})

describe('fixed places', () => {
  const { frame } = decree30.parts.circulation

  test('a mark stands framed in the top margin of the first page, before all text', async () => {
    const topMark = line('circulation', 'LƯU HÀNH NỘI BỘ', { frame: 55 })
    const bytes = await render({
      ...tinySheet,
      sections: [{ topMark, rows: [line('paragraph', words(700))] }],
    })
    const found = await readWords(bytes)
    expect(found[0]?.text).toMatch(/^LƯU/)
    expect(found.filter(({ text }) => text.startsWith('LƯU'))).toHaveLength(1)
    const box = await readStrokes(bytes)
    expect(box.map(({ page }) => page)).toEqual([1, 1, 1, 1])
    const [top, foot] = [Math.min(...box.map(({ y1 }) => y1)), Math.max(...box.map(({ y2 }) => y2))]
    expect(top).toBeCloseTo(toPoints(frame.top), 1)
    expect(foot - top).toBeCloseTo(toPoints(frame.height), 1)
    const [left, right] = [Math.min(...box.map(({ x1 }) => x1)), Math.max(...box.map(({ x2 }) => x2))]
    expect(right - left).toBeCloseTo(toPoints(55) + frame.stroke, 1)
    expect(right).toBeLessThan(toPoints(210 - 20))
    expect(left).toBeGreaterThan(toPoints(210 / 2))
    const [word] = found
    expect(((word?.x ?? 0) + (word?.right ?? 0)) / 2).toBeCloseTo((left + right) / 2, 1)
    expect((word?.y ?? 0) - 0.33 * 13).toBeCloseTo((top + foot) / 2, 0)
  })

  test('an urgency mark is red, words and frame, at the left edge of its cell', async () => {
    const cell = [line('urgency', 'KHẨN', { frame: 20 })]
    const bytes = await render(
      sheetOf([{ is: 'columns', role: 'head', widths: [80, 80], rows: [[cell, []]] }]),
    )
    const box = await readStrokes(bytes)
    expect(Math.min(...box.map(({ x1 }) => x1))).toBeCloseTo(toPoints(30), 0)
    expect(Math.max(...box.map(({ x2 }) => x2))).toBeCloseTo(toPoints(50), 0)
    expect(await readColours(bytes)).toEqual(['#ff0000'])
    expect(await readColours(await render(noticeSheet))).toEqual(['#000000'])
  })

  test('the address ends the text area of the first page, under a stroke, and the text keeps clear of it', async () => {
    const address = ['Số 1, đường Hòa Bình', 'Điện thoại: 0293'].map((text) => line('address', text))
    const rows = Array.from({ length: 60 }, () => line('recipient', 'x'))
    const bytes = await render({ ...tinySheet, sections: [{ address, rows }] })
    const found = await readWords(bytes)
    const [first, ...more] = await readStrokes(bytes)
    expect(more).toEqual([])
    expect(first?.page).toBe(1)
    expect(first?.x1).toBeCloseTo(toPoints(30), 1)
    expect(first?.x2).toBeCloseTo(toPoints(190), 1)
    const at = found.findIndex(({ text }) => text.startsWith('Số'))
    expect(found[at]?.y).toBeGreaterThan(first?.y1 ?? 0)
    expect(found[at - 1]?.y).toBeLessThan(first?.y1 ?? 0)
    expect(found[at - 1]?.page).toBe(1)
    const foot = toPoints(297 - 20)
    expect(found.find(({ text }) => text.startsWith('Điện'))?.y).toBeCloseTo(foot - 0.2163 * 11, 1)
    const lines = (page: number) => found.filter((word) => word.page === page && word.text === 'x').length
    const [room, taken] = [toPoints(257), 2 * 12.65 + decree30.address.above + decree30.address.stroke]
    expect(lines(1)).toBe(Math.floor((room - taken) / 12.65))
  })
})

describe('space', () => {
  const rows = async (...lines: Row[]) => {
    const found = await readWords(await render(sheetOf(lines)))
    return found.map(({ x, y, right }) => ({ x, y, right }))
  }

  test('between two paragraphs is the larger of the two they ask for', async () => {
    const [subject, basis] = await rows(line('subject', 'A'), line('basis', 'B')) // 10 after, 6 before
    expect((basis?.y ?? 0) - (subject?.y ?? 0)).toBeCloseTo(16.1 + 10, 1)
  })

  test('stands above a table, between the last line and the stroke', async () => {
    const grid: Row = { is: 'grid', widths: [160], align: ['left'], head: [line('tableHead', 'A')], rows: [] }
    const [above, head] = await rows(line('authority', 'x'), grid)
    const { before, padding, stroke } = decree30.grid
    // From 14 pt on one line to 13 pt on the next: descender, table, gap and ascender.
    const baselines = 0.2163 * 14 + before + stroke + padding + (0.0425 + 0.8911) * 13
    expect((head?.y ?? 0) - (above?.y ?? 0)).toBeCloseTo(baselines, 1)
  })

  test('at both sides narrows a line with an inset', async () => {
    const [first, ...rest] = await rows(line('paragraph', words(60), { inset: 20 }))
    const lines = rest.filter(({ y }) => y > (first?.y ?? 0))
    expect(Math.min(...lines.map(({ x }) => x))).toBeCloseTo(toPoints(30 + 20), 1)
    expect(Math.max(...lines.map(({ right }) => right))).toBeCloseTo(toPoints(190 - 20), 0)
  })

  test('stands above the foot, and both its columns begin on one line', async () => {
    const foot: Row = {
      is: 'columns',
      role: 'foot',
      widths: [80, 80],
      rows: [[[line('authority', 'A')], [line('authority', 'B')]]],
    }
    const [above, left, right] = await rows(line('authority', 'x'), foot)
    expect((left?.y ?? 0) - (above?.y ?? 0)).toBeCloseTo(16.1 + decree30.foot.before, 1)
    expect(right?.y).toBe(left?.y)
    expect(((right?.x ?? 0) + (right?.right ?? 0)) / 2).toBeCloseTo(toPoints(30 + 80 + 40), 1)
  })
})

describe('pages', () => {
  test('carry their number from the second on, in the middle of the top margin, anew in each section', async () => {
    const bytes = await render({
      ...tinySheet,
      sections: [
        { rows: [line('paragraph', words(600))] },
        { landscape: true, rows: [line('paragraph', words(600))] },
      ],
    })
    const sizes = await readPages(bytes)
    expect(sizes.map(({ width, height }) => width > height)).toEqual([false, false, true, true])
    const numbers = (await readWords(bytes)).filter(({ y }) => y < toPoints(20))
    expect(numbers.map(({ text, page }) => [page, text])).toEqual([
      [2, '2'],
      [4, '2'],
    ])
    const middles = numbers.map(({ x, right }) => (x + right) / 2)
    expect(middles[0]).toBeCloseTo(toPoints((30 + 190) / 2), 1)
    expect(middles[1]).toBeCloseTo(toPoints((30 + 277) / 2), 1)
  })

  test('drop the space above a paragraph where the text runs on, and keep it where a page was asked for', async () => {
    const page = Array.from({ length: 60 }, () => line('kind', 'TIÊU ĐỀ'))
    const tops = async (sheet: Sheet) => {
      const found = await readWords(await render(sheet))
      return [...new Set(found.map((word) => word.page))].map(
        (number) => found.find(({ page: at, y }) => at === number && y > toPoints(20))?.y ?? 0,
      )
    }
    const [first = 0, second = 0] = await tops(sheetOf(page))
    expect(first - second).toBeCloseTo(18, 1)
    const [, asked = 0] = await tops(sheetOf([line('kind', 'A'), { is: 'page-break' }, line('kind', 'B')]))
    expect(asked).toBeCloseTo(first, 1)
  })
})

describe('the file', () => {
  test('says the same about itself in both places, whatever characters the title has', async () => {
    const title = 'Về việc <A> & "B" \'C\' > D'
    const bytes = await render({ ...tinySheet, properties: { ...properties, title } })
    const { info, xmp } = await readMetadata(bytes)
    expect(info).toMatchObject({
      Title: title,
      Author: properties.author,
      Subject: properties.subject,
      CreationDate: 'D:20260905000000Z',
      Language: 'vi-VN',
      PDFFormatVersion: '1.7',
    })
    expect(info).not.toHaveProperty('ModDate')
    expect(xmp('dc:title')).toBe(title)
    expect(xmp('dc:description')).toBe(properties.subject)
    expect(xmp('xmp:createdate')).toBe('2026-09-05T00:00:00Z')
    expect([xmp('pdfaid:part'), xmp('pdfaid:conformance')]).toEqual(['2', 'B'])
  })

  test('claims PDF/A with an output intent, and holds no script, no form, no tags', async () => {
    const text = latin1(await render(noticeSheet))
    expect(text).toContain('/GTS_PDFA1')
    for (const name of ['/JavaScript', '/AcroForm', '/Encrypt', '/StructTreeRoot', '/EmbeddedFiles', '/URI'])
      expect(text).not.toContain(name)
    expect(latin1(await renderPdf(tinySheet, fonts, 'PDF/A-1b'))).toMatch(/^%PDF-1\.4[\s\S]*<pdfaid:part>1</)
  })

  test('embeds the faces that are used, as subsets', async () => {
    const faces = (bytes: Uint8Array) =>
      [...latin1(bytes).matchAll(/\/FontName \/[A-Z]{6}\+(\S+)/g)].map(([, name]) => name)
    expect(faces(await render(tinySheet))).toEqual(['Tinos-Regular'])
    expect(faces(await render(noticeSheet)).toSorted()).toEqual([
      'Tinos-Bold',
      'Tinos-BoldItalic',
      'Tinos-Italic',
      'Tinos-Regular',
    ])
  })

  test('has the same bytes in every order, side by side, and in every time zone', async () => {
    const expected = sha256(await render(noticeSheet))
    await render(tinySheet)
    const beside = await Promise.all([render(tinySheet), render(noticeSheet), render(noticeSheet)])
    expect(beside.slice(1).map(sha256)).toEqual([expected, expected])
    expect(sha256(await renderPdf(noticeSheet, openFonts(tinosFiles())))).toBe(expected)
    const offsets = new Set<number>()
    for (const zone of ['UTC', 'Asia/Ho_Chi_Minh', 'America/Los_Angeles']) {
      vi.stubEnv('TZ', zone)
      offsets.add(new Date(0).getTimezoneOffset())
      expect(sha256(await render(noticeSheet))).toBe(expected)
    }
    expect(offsets.size).toBe(3)
  })

  test('is made without touching the sheet, the console or the network', async () => {
    const spies = (['log', 'warn', 'error', 'info', 'debug'] as const).map((name) => vi.spyOn(console, name))
    const fetched = vi.spyOn(globalThis, 'fetch')
    const copy = structuredClone(noticeSheet)
    await render(deepFreeze(copy))
    expect(copy).toEqual(noticeSheet)
    for (const spy of [...spies, fetched]) expect(spy).not.toHaveBeenCalled()
  })

  test('is not made at all when the sheet asks for the impossible, and the error says of what', async () => {
    await expect(render(sheetOf([line('paragraph', 'x', { rule: 10 })]))).rejects.toThrow(
      /"Thông báo số 07\/TB-SGDĐT".*a stroke under a part without one: paragraph/,
    )
  })
})

const deepFreeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) deepFreeze(inner)
  return Object.freeze(value)
}
