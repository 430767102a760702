/** Lines of a notice as Word paragraphs: their words, their style, the stroke under some of them. */

import fc from 'fast-check'
import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import type { Row } from '../../src/layout/sheet.ts'
import { toEmu } from '../../src/layout/units.ts'
import { renderDocx } from '../../src/render/docx/docx.ts'
import { line, noticeSheet, properties, sheetOf, tinySheet } from '../fixtures/sheets.ts'
import { all, paragraphsOf, styleOf, textOf, xmlOf } from './docx-parts.ts'

const notice = await renderDocx(noticeSheet)
const document = xmlOf(notice, 'word/document.xml')

const bodyOf = async (rows: readonly Row[]): Promise<string> =>
  xmlOf(await renderDocx(sheetOf(rows)), 'word/document.xml')

describe('paragraphs', () => {
  it('come in reading order', async () => {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(notice) })
    const words = value.split('\n').filter((text) => text !== '')
    expect(words.slice(0, 9)).toEqual([
      'UBND TỈNH HẬU GIANG',
      'SỞ GIÁO DỤC VÀ ĐÀO TẠO',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số: 07/TB-SGDĐT',
      'Hậu Giang, ngày 05 tháng 9 năm 2026',
      'THÔNG BÁO',
      expect.stringMatching(/^Kết luận của Phó Giám đốc/),
      'Căn cứ Quy chế làm việc của Sở Giáo dục và Đào tạo;',
    ])
    expect(words.slice(-7)).toEqual([
      'Nơi nhận:',
      '- Như thành phần tham dự;',
      '- Phòng Giáo dục và Đào tạo các huyện, thị xã, thành phố;',
      '- Lưu: VT, VP.',
      'KT. GIÁM ĐỐC',
      'PHÓ GIÁM ĐỐC',
      'Nguyễn Thị Ánh Tuyết',
    ])
  })

  it('name their part as style and carry nothing else unless the row says so', async () => {
    const plain = paragraphsOf(await bodyOf([line('clause', '1. Một khoản.')]))[0] ?? ''
    expect(styleOf(plain)).toBe('clause')
    expect(plain).toContain('<w:pPr><w:pStyle w:val="clause"/>')
    expect(plain).not.toMatch(/<w:(ind|spacing|jc|keepNext|keepLines|rPr)\b/)
    const said = paragraphsOf(
      await bodyOf([
        line('subject', 'Về', { inset: 10, keepNext: true, keepLines: true }),
        line('paragraph', 'x'),
      ]),
    )[0]
    expect(said).toMatch(/<w:keepNext\/><w:keepLines\/>.*<w:ind (?=.*w:left="567")(?=.*w:right="567")/)
  })

  it('keep every character, space, tab and line break', async () => {
    const text = fc
      .string({ unit: 'binary', maxLength: 40 })
      .filter((value) => /^[\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u.test(value))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(text, fc.constantFrom('CURRENT', 'SECTION', '  x  ', '&amp;')), {
          minLength: 1,
          maxLength: 4,
        }),
        async (texts) => {
          const body = await bodyOf([
            line(
              'paragraph',
              texts.map((value) => ({ text: value })),
            ),
          ])
          expect(textOf(paragraphsOf(body)[0] ?? '')).toBe(texts.join(''))
        },
      ),
      { numRuns: 40 },
    )
  })

  it('make strong text bold and emphasis italic, and nothing else', async () => {
    const body = await bodyOf([
      line('paragraph', [{ text: 'a' }, { text: 'b', strong: true }, { text: 'c', emphasis: true }]),
    ])
    const [a, b, c] = all(body, /<w:r>.*?<\/w:r>/gs)
    expect(a).not.toContain('<w:rPr>')
    expect(b).toMatch(/<w:b\/>(?!.*<w:i\/>)/)
    expect(c).toMatch(/<w:i\/>(?!.*<w:b\/>)/)
  })

  it('refuses characters that would make Word call the file damaged', async () => {
    for (const bad of ['\u0000', '\u000b', '\r', '\ufffe', '\ud800']) {
      await expect(renderDocx(sheetOf([line('paragraph', `a${bad}b`)]))).rejects.toThrow(/U\+/)
      await expect(renderDocx({ ...tinySheet, properties: { ...properties, title: bad } })).rejects.toThrow(
        /U\+/,
      )
    }
  })

  it('are never empty to make room; only the flat one after a last table holds nothing', () => {
    const empty = paragraphsOf(document).filter((paragraph) => textOf(paragraph) === '')
    expect(empty).toHaveLength(1)
    expect(empty[0]).toContain('w:line="20" w:lineRule="exact"')
    expect(document).toMatch(/<\/w:tbl><w:p>(?:(?!<\/w:p>).)*<\/w:p><w:sectPr>/s)
  })
})

describe('strokes', () => {
  it('are level drawn lines of the given length, centred in their column, in the paragraph they belong to', () => {
    const drawn = paragraphsOf(document).filter((paragraph) => paragraph.includes('<w:drawing>'))
    expect(drawn.map(styleOf)).toEqual(['issuingBody', 'motto', 'subject'])
    expect(drawn.map((paragraph) => /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(paragraph)?.slice(1))).toEqual(
      [21.8, 56.08, 42].map((length) => [String(toEmu(length)), '1']),
    )
    for (const paragraph of drawn) {
      expect(paragraph).toContain('<wp:positionH relativeFrom="column"><wp:align>center</wp:align>')
      expect(paragraph).toContain('prst="line"')
    }
  })

  it('hang on the last line of the text, so that they stay under it when the text grows', () => {
    for (const paragraph of paragraphsOf(document).filter((xml) => xml.includes('<w:drawing>'))) {
      expect(paragraph).toContain('<wp:positionV relativeFrom="line">')
      expect(paragraph).toMatch(/<w:t\b.*<w:drawing>(?!.*<w:t\b)/s)
    }
  })

  it('are our fault under a part that has none', async () => {
    await expect(renderDocx(sheetOf([line('paragraph', 'x', { rule: 10 })]))).rejects.toThrow()
  })
})
