/** What is read off Word files of every make: the look that Word shows, not the letters of the XML. */

import { describe, expect, it, test } from 'vitest'
import { FileRefused, measureDocx } from '../../src/check/measure/docx.ts'
import type { Measured, MeasuredParagraph } from '../../src/check/measure/measured.ts'
import { openedFonts } from '../../src/load/opened-fonts.ts'
import { fromText, readZip, writeZip } from '../../src/zip.ts'
import {
  a4,
  b,
  centred,
  line,
  p,
  pageField,
  r,
  spoken,
  table,
  usualStyles,
  vmlLine,
  type WordParts,
  wordFile,
} from './word-file.ts'

const ruler = { fonts: openedFonts(), singleLine: 1.149 }
const measure = (parts: WordParts): Promise<Measured> => measureDocx('x.docx', wordFile(parts), ruler)
const paragraphs = async (
  body: string,
  more: Partial<WordParts> = {},
): Promise<readonly MeasuredParagraph[]> =>
  (await measure({ body, ...more })).paragraphs.filter(({ within }) => within === 'body')
const first = async (body: string, more: Partial<WordParts> = {}): Promise<MeasuredParagraph> => {
  const [found] = await paragraphs(body, more)
  if (!found) throw new Error('no paragraph')
  return found
}
const texts = async (body: string, more: Partial<WordParts> = {}): Promise<string[]> =>
  (await paragraphs(body, more)).map(({ text }) => text)

describe('text', () => {
  it('is whole however Word cut it into runs', async () => {
    const found = await first(
      `<w:p><w:bookmarkStart w:id="0" w:name="_GoBack"/>${r('Số: 12')}<w:proofErr w:type="spellStart"/>${r('/TB-')}<w:proofErr w:type="spellEnd"/>${r('SGDĐT')}<w:bookmarkEnd w:id="0"/></w:p>`,
    )
    expect(found.text).toBe('Số: 12/TB-SGDĐT')
    expect(found.runs).toHaveLength(1)
  })

  it('counts insertions, links, smart tags, content controls and field results, not deletions or instructions', async () => {
    const body = `<w:p>${r('a')}<w:ins w:id="1" w:author="x">${r('b')}</w:ins><w:del w:id="2" w:author="x"><w:r><w:delText>X</w:delText></w:r></w:del><w:hyperlink>${r('c')}</w:hyperlink><w:smartTag>${r('d')}</w:smartTag><w:sdt><w:sdtPr/><w:sdtContent>${r('e')}</w:sdtContent></w:sdt><w:fldSimple w:instr=" REF x ">${r('f')}</w:fldSimple><w:moveFrom w:id="3" w:author="x">${r('Y')}</w:moveFrom><w:moveTo w:id="4" w:author="x">${r('g')}</w:moveTo><w:r><w:noBreakHyphen/><w:tab/><w:t>h</w:t><w:br/><w:t>i</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Z</w:t></w:r></w:p>`
    const { paragraphs: found, gaps } = await measure({ body })
    expect(found[0]?.text).toBe('abcdefg-\th\ni')
    expect(gaps.join()).toContain('Track Changes')
  })

  it('runs on where the paragraph mark was deleted', async () => {
    expect(
      await texts(
        `<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="x"/></w:rPr></w:pPr>${r('một ')}</w:p>${p('hai')}${p('ba')}`,
      ),
    ).toEqual(['một hai', 'ba'])
  })

  it('stands in content controls and custom XML around paragraphs and rows as well', async () => {
    const cell = `<w:tc><w:tcPr/>${p('ô')}</w:tc>`
    const body = `<w:sdt><w:sdtContent>${p('a')}</w:sdtContent></w:sdt><w:customXml>${p('b')}</w:customXml><w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent>${cell}</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>`
    expect(await texts(body)).toEqual(['a', 'b', 'ô'])
  })

  it('shows in capitals what is set so', async () => {
    expect((await first(p('Sở Giáo dục', '', '<w:caps/>'))).text).toBe('SỞ GIÁO DỤC')
  })

  it('is the same in a strict file, and under another prefix', async () => {
    const strict = (xml: string): string =>
      xml
        .replaceAll(
          'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
          'http://purl.oclc.org/ooxml/wordprocessingml/main',
        )
        .replaceAll('w:w="11907"', 'w:w="210mm"')
    const { pages, paragraphs: found } = await measure({ body: p('a'), rewrite: strict })
    expect([found[0]?.text, Math.round(pages[0]?.width ?? 0)]).toEqual(['a', 210])
    const other = (xml: string): string =>
      xml
        .replaceAll('<w:', '<x:')
        .replaceAll('</w:', '</x:')
        .replaceAll(' w:', ' x:')
        .replace('xmlns:w=', 'xmlns:x=')
    expect(await texts(p('a'), { rewrite: other })).toEqual(['a'])
  })
})

describe('type', () => {
  const face = async (body: string, styles = usualStyles): Promise<(string | undefined)[]> =>
    (await first(body, { styles })).runs.map((run) => run.face)

  it('comes from the theme unless a style or a run says otherwise', async () => {
    const bare = usualStyles.replace(/<w:rFonts w:ascii="Times New Roman"[^>]*\/>/, '')
    expect(await face(p('chữ'), bare)).toEqual(['Calibri'])
    expect(await face(p('chữ'))).toEqual(['Times New Roman'])
    expect(
      await face(p('chữ', '', '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>')),
    ).toEqual(['Calibri Light'])
  })

  it('is another for letters with marks when only those were set', async () => {
    const found = await first(p('có dấu', '', '<w:rFonts w:hAnsi="Arial"/>'))
    expect(found.runs.map(({ text, face: each }) => `${text}=${each}`)).toEqual([
      'c=Times New Roman',
      'ó=Arial',
      ' d=Times New Roman',
      'ấ=Arial',
      'u=Times New Roman',
    ])
  })

  it('is Times New Roman 10 where nothing at all is said', async () => {
    expect((await first(p('chữ'), { styles: '' })).runs[0]).toMatchObject({
      face: 'Times New Roman',
      size: 10,
      bold: false,
    })
  })

  it('adds up over styles as Word adds it', async () => {
    const styles = `${usualStyles}
      <w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/><w:rPr><w:i/></w:rPr></w:style>
      <w:style w:type="character" w:styleId="C"><w:name w:val="C"/><w:rPr><w:b/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="L1"><w:name w:val="L1"/><w:basedOn w:val="L2"/></w:style>
      <w:style w:type="paragraph" w:styleId="L2"><w:name w:val="L2"/><w:basedOn w:val="L1"/><w:rPr><w:sz w:val="30"/></w:rPr></w:style>`
    const run = async (style: string, run = '') =>
      (await first(p('chữ', `<w:pStyle w:val="${style}"/>`, run), { styles })).runs[0]
    expect(await run('B')).toMatchObject({ bold: true, italic: true, size: 13, face: 'Times New Roman' })
    // Bold twice is not bold; bold said directly is.
    expect(await run('A', '<w:rStyle w:val="C"/>')).toMatchObject({ bold: false })
    expect(await run('A', '<w:rStyle w:val="C"/><w:b/>')).toMatchObject({ bold: true })
    expect(await run('A', '<w:b w:val="0"/>')).toMatchObject({ bold: false })
    expect(await run('L1')).toMatchObject({ size: 15 })
  })

  it('of a table style reaches its cells', async () => {
    const styles = `${usualStyles.replace('<w:sz w:val="28"/>', '')}<w:style w:type="table" w:styleId="T"><w:name w:val="T"/><w:rPr><w:b/><w:sz w:val="24"/></w:rPr></w:style>`
    const body = table([4000], [[p('ô')]]).replace('<w:tblPr>', '<w:tblPr><w:tblStyle w:val="T"/>')
    expect((await first(body, { styles })).runs[0]).toMatchObject({ bold: true, size: 12 })
  })

  it('knows colour, underline and raised marks', async () => {
    const found = await first(
      `<w:p>${r('a', '<w:color w:val="ff0000"/>')}${r('b', '<w:color w:val="auto"/><w:u w:val="single"/>')}${r('1', '<w:vertAlign w:val="superscript"/>')}</w:p>`,
    )
    expect(found.runs.map(({ colour, underline, raised }) => [colour, underline, raised])).toEqual([
      ['FF0000', undefined, undefined],
      [undefined, true, undefined],
      [undefined, undefined, true],
    ])
  })
})

describe('paragraphs', () => {
  it('have the spacing of the last word on it', async () => {
    expect(
      await first(p('a', '<w:spacing w:before="120" w:after="60" w:line="360" w:lineRule="auto"/>')),
    ).toMatchObject({ before: 6, after: 3, leading: 1.5 })
    const exact = await first(p('a', '<w:spacing w:line="320" w:lineRule="exact"/>'))
    expect(exact.leading).toBeCloseTo(16 / (14 * 1.149), 3)
    const least = await first(p('a', '<w:spacing w:line="120" w:lineRule="atLeast"/>'))
    expect(least.leading).toBe(1)
    const own = usualStyles.replace(/<w:pPr><w:spacing w:after="0"[^>]*\/><\/w:pPr>/, '')
    expect(await first(p('a'), { styles: own })).toMatchObject({ after: 8, leading: 259 / 240 })
  })

  it('close up between neighbours of one style that ask for it', async () => {
    const set = '<w:spacing w:before="120" w:after="120"/><w:contextualSpacing/>'
    const found = await paragraphs(p('a', set) + p('b', set) + p('c', '<w:pStyle w:val="X"/>'))
    expect(found.map(({ before, after }) => [before, after])).toEqual([
      [6, 0],
      [0, 0],
      [0, 0],
    ])
  })

  it('begin where indents, tabs and spaces put their first letter', async () => {
    const start = async (body: string, settings = '') => {
      const found = await first(body, { settings })
      return [Math.round((found.start ?? -1) * 10) / 10, found.startBy]
    }
    expect(await start(p('a', '<w:ind w:firstLine="567"/>'))).toEqual([10, undefined])
    expect(await start(p('a', '<w:ind w:left="567" w:hanging="567"/>'))).toEqual([0, undefined])
    expect(await start(p('a', '<w:ind w:start="567"/>'))).toEqual([10, undefined])
    expect(await start(`<w:p><w:r><w:tab/><w:t>a</w:t></w:r></w:p>`)).toEqual([12.7, 'tab'])
    expect(
      await start(`<w:p><w:r><w:tab/><w:t>a</w:t></w:r></w:p>`, '<w:defaultTabStop w:val="567"/>'),
    ).toEqual([10, 'tab'])
    expect(
      await start(
        `<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="680"/></w:tabs></w:pPr><w:r><w:tab/><w:t>a</w:t></w:r></w:p>`,
      ),
    ).toEqual([12, 'tab'])
    expect(await start(p('     a'))).toEqual([6.2, 'spaces'])
    expect(await start(p('a', '<w:ind w:firstLineChars="200" w:firstLine="0"/>'))).toEqual([9.9, undefined])
  })

  it('are aligned as Word and strict files name it', async () => {
    const align = async (jc: string) => (await first(p('a', `<w:jc w:val="${jc}"/>`))).align
    expect(await Promise.all(['both', 'center', 'start', 'end', 'right', 'distribute'].map(align))).toEqual([
      'justify',
      'centre',
      'left',
      'right',
      'right',
      'justify',
    ])
    expect((await first(p('a'))).align).toBe('left')
  })

  it('know their cell, its borders and its side', async () => {
    const head = table(
      [3800, 5270],
      [
        [p('trái'), p('phải')],
        [p('số'), p('ngày')],
      ],
    )
    const grid = table([4500, 4500], [[p('a'), p('b')]]).replace(
      '<w:tblPr>',
      '<w:tblPr><w:tblStyle w:val="TableGrid"/>',
    )
    const found = await paragraphs(head + grid)
    expect(
      found.map(
        ({ text, column, cell }) =>
          `${text} ${column} ${cell?.table}.${cell?.row}.${cell?.column}${cell?.bordered ? ' kẻ' : ''}`,
      ),
    ).toEqual([
      'trái left 1.0.0',
      'phải right 1.0.1',
      'số left 1.1.0',
      'ngày right 1.1.1',
      'a left 2.0.0 kẻ',
      'b right 2.0.1 kẻ',
    ])
  })

  it('lose the borders of the table style where the table says so', async () => {
    const none = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
      .map((side) => `<w:${side} w:val="nil"/>`)
      .join('')
    const body = table([4500, 4500], [[p('a'), p('b')]]).replace(
      '<w:tblPr>',
      `<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblBorders>${none}</w:tblBorders>`,
    )
    expect((await paragraphs(body)).map(({ cell }) => cell?.bordered)).toEqual([false, false])
  })

  it('begin a page after a break, whichever paragraph holds it', async () => {
    const broken = '<w:r><w:br w:type="page"/></w:r>'
    const found = await paragraphs(
      p('a') +
        `<w:p>${broken}</w:p>` +
        p('b') +
        `<w:p>${broken}${r('c')}</w:p>` +
        p('d', '<w:pageBreakBefore/>') +
        `<w:p>${r('e')}${broken}</w:p>` +
        p('f'),
    )
    expect(found.filter(({ newPage }) => newPage).map(({ text }) => text)).toEqual(['b', 'c', 'd', 'f'])
  })
})

describe('automatic numbers', () => {
  const level = (at: number, format: string, pattern: string, more = ''): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/>${more}</w:lvl>`
  const list = (levels: string, more = ''): string =>
    `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>${more}`
  const item = (text: string, at: number, id = 1): string =>
    p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`)

  it('are counted out, level under level', async () => {
    const numbering = list(
      level(0, 'upperRoman', '%1.') +
        level(1, 'decimal', '%2.') +
        level(2, 'lowerLetter', '%3)', '<w:suff w:val="space"/>'),
    )
    const found = await texts(
      [item('A', 0), item('b', 1), item('c', 1), item('d', 2), item('e', 2), item('F', 0), item('g', 1)].join(
        '',
      ),
      { numbering },
    )
    expect(found).toEqual(['I.\tA', '1.\tb', '2.\tc', 'a) d', 'b) e', 'II.\tF', '1.\tg'])
  })

  it('start anew where the list says so, and go on in another list over the same definition', async () => {
    const numbering = list(
      level(0, 'decimal', '%1.', '<w:suff w:val="space"/>'),
      '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>',
    )
    expect(
      await texts([item('a', 0), item('b', 0, 2), item('c', 0, 3), item('d', 0, 3)].join(''), { numbering }),
    ).toEqual(['1. a', '2. b', '5. c', '6. d'])
  })

  it('know bullets, several levels in one label, and numbers switched off', async () => {
    const numbering = list(level(0, 'bullet', '-', '<w:suff w:val="space"/>') + level(1, 'decimal', '%1.%2'))
    expect(
      await texts(item('a', 0) + p('b', '<w:numPr><w:numId w:val="0"/></w:numPr>'), { numbering }),
    ).toEqual(['- a', 'b'])
  })

  it('come from the style, with the level that the list gives it', async () => {
    const styles = `${usualStyles}<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="H2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`
    const numbering = list(
      level(0, 'upperRoman', '%1.') +
        level(1, 'decimal', '%2.', '<w:pStyle w:val="H2"/><w:suff w:val="space"/>'),
    )
    expect(
      await texts(p('a', '<w:pStyle w:val="H2"/>') + p('b', '<w:pStyle w:val="H2"/>'), { styles, numbering }),
    ).toEqual(['1. a', '2. b'])
  })

  it('bring the indents of their level along', async () => {
    const numbering = list(level(0, 'decimal', '%1.', '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>'))
    const found = await first(item('a', 0), { numbering })
    expect([found.left, found.firstIndent].map((mm) => Math.round((mm ?? 0) * 10) / 10)).toEqual([12.7, -6.3])
  })
})

describe('lines', () => {
  const strokes = async (body: string) => {
    const { strokes: found, paragraphs: all } = await measure({ body })
    return found.map(({ under, length, kind, solid }) => [
      all[(under ?? 0) - 1]?.text,
      Math.round(length * 10) / 10,
      kind,
      solid,
    ])
  }

  it('are found in drawings of today and of Word 97', async () => {
    expect(
      await strokes(`<w:p><w:pPr>${centred}</w:pPr>${r('Tiêu ngữ')}${line(40, { y: 6 })}</w:p>${p('sau')}`),
    ).toEqual([['Tiêu ngữ', 40, 'drawn', true]])
    expect(await strokes(`<w:p>${r('Tiêu ngữ')}<w:r>${vmlLine(40, 6)}</w:r></w:p>${p('sau')}`)).toEqual([
      ['Tiêu ngữ', 40, 'drawn', true],
    ])
    const connector =
      '<w:pict><v:shape type="#_x0000_t32" style="position:absolute;margin-left:10pt;margin-top:18pt;width:113.4pt;height:0;z-index:1" o:connectortype="straight"/></w:pict>'
    expect(await strokes(`<w:p>${r('Tiêu ngữ')}<w:r>${connector}</w:r></w:p>`)).toEqual([
      ['Tiêu ngữ', 40, 'drawn', true],
    ])
  })

  it('belong to the words above them, whichever paragraph they hang on', async () => {
    const below = `<w:p>${line(40, { y: 0.5 })}${r('dòng sau')}</w:p>`
    expect(await strokes(p('dòng trước') + below)).toEqual([['dòng trước', 40, 'drawn', true]])
    expect(await strokes(`${p('dòng trước')}<w:p>${line(40, { y: 2 })}</w:p>${p('sau')}`)).toEqual([
      ['dòng trước', 40, 'drawn', true],
    ])
    // Hung on the first of three lines, drawn below the second.
    expect(await strokes(`<w:p>${line(40, { y: 12 })}${r('một')}</w:p>${p('hai')}${p('ba')}`)).toEqual([
      ['hai', 40, 'drawn', true],
    ])
  })

  it('pulled over into the next cell belong there', async () => {
    const body = table(
      [4000, 5000],
      [[`<w:p><w:pPr>${centred}</w:pPr>${r('trái')}${line(40, { y: 6, x: 90 })}</w:p>`, p('phải', centred)]],
    )
    expect(await strokes(body)).toEqual([['phải', 40, 'drawn', true]])
  })

  it('are borders of paragraphs too, as long as the indents leave them', async () => {
    const border = (side: string, style = 'single') =>
      `<w:pBdr><w:${side} w:val="${style}" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>`
    expect(await strokes(p('chữ', border('bottom')))).toEqual([['chữ', 160, 'border', true]])
    expect(
      await strokes(p('chữ') + p('', `${border('bottom', 'dashed')}<w:ind w:left="1701" w:right="1701"/>`)),
    ).toEqual([['chữ', 100, 'border', false]])
    expect(await strokes(p('chữ') + p('sau', border('top')))).toEqual([['chữ', 160, 'border', true]])
  })

  it('are typed by many, and some underline the words', async () => {
    expect(await strokes(p('chữ', centred) + p('____________', centred))).toEqual([
      ['chữ', 29.6, 'characters', true],
    ])
    expect(await strokes(p('chữ') + p('------------'))).toEqual([['chữ', 19.7, 'characters', false]])
    expect(await strokes(`<w:p>${r('chữ')}<w:r><w:br/><w:t>________</w:t></w:r></w:p>`)).toEqual([
      ['chữ\n________', 19.8, 'characters', true],
    ])
    expect((await strokes(p('chữ', '', '<w:u w:val="single"/>')))[0]?.[2]).toBe('underline')
  })

  it('are not what cannot be seen, nor what stands upright', async () => {
    const unseen = line(40).replace(
      '<wps:style><a:lnRef idx="1"><a:schemeClr val="dk1"/></a:lnRef></wps:style>',
      '',
    )
    expect(await strokes(`<w:p>${r('a')}${unseen}</w:p>`)).toEqual([])
    const upright = line(40).replaceAll('cy="0"', 'cy="1440000"')
    expect(await strokes(`<w:p>${r('a')}${upright}</w:p>`)).toEqual([])
  })

  it('placed on the page and not by the text are told as such', async () => {
    const placed = line(40).replace('relativeFrom="paragraph"', 'relativeFrom="page"')
    expect(await strokes(`<w:p>${r('a')}${placed}</w:p>`)).toEqual([[undefined, 40, 'drawn', true]])
  })
})

describe('pages', () => {
  const header = (inner: string, section = '<w:titlePg/>', more: Partial<WordParts> = {}) =>
    measure({
      body: p('a'),
      headers: { rId20: inner },
      section: `<w:headerReference w:type="default" r:id="rId20"/>${a4}${section}`,
      ...more,
    })

  it('have their paper and margins, the gutter with the left one', async () => {
    const { pages } = await measure({ body: p('a'), section: a4.replace('w:gutter="0"', 'w:gutter="284"') })
    expect(pages).toHaveLength(1)
    expect(pages[0]?.margins?.left).toBeCloseTo(35, 0)
    expect([pages[0]?.width, pages[0]?.height].map((mm) => Math.round(mm ?? 0))).toEqual([210, 297])
  })

  it.each([
    ['a field of several runs', `<w:p><w:pPr>${centred}</w:pPr>${pageField('<w:sz w:val="28"/>')}</w:p>`],
    [
      'a simple field',
      `<w:p><w:pPr>${centred}</w:pPr><w:fldSimple w:instr=" PAGE ">${r('9')}</w:fldSimple></w:p>`,
    ],
    [
      'Word’s own control',
      `<w:sdt><w:sdtContent><w:p><w:pPr>${centred}</w:pPr>${pageField()}</w:p></w:sdtContent></w:sdt>`,
    ],
    [
      'a frame',
      `<w:p><w:pPr><w:framePr w:wrap="around" w:hAnchor="margin" w:xAlign="center" w:y="1"/></w:pPr>${pageField()}</w:p>`,
    ],
    [
      'a tab in the middle',
      `<w:p><w:pPr><w:tabs><w:tab w:val="center" w:pos="4536"/></w:tabs></w:pPr><w:r><w:tab/></w:r>${pageField()}</w:p>`,
    ],
  ])('show their number in the middle: %s', async (_, inner) => {
    const { pages } = await header(inner)
    expect(pages[0]?.pageNumber).toMatchObject({
      text: '2',
      place: 'top',
      align: 'centre',
      size: 14,
      bold: false,
      italic: false,
      onFirstPage: false,
    })
  })

  it('show it on the first page without a first page of their own, or when that has one', async () => {
    const inner = `<w:p><w:pPr>${centred}</w:pPr>${pageField()}</w:p>`
    expect((await header(inner, '')).pages[0]?.pageNumber?.onFirstPage).toBe(true)
    const { pages } = await header(inner, '<w:titlePg/>', {
      headers: { rId20: inner, rId21: inner },
      section: `<w:headerReference w:type="default" r:id="rId20"/><w:headerReference w:type="first" r:id="rId21"/>${a4}<w:titlePg/>`,
    })
    expect(pages[0]?.pageNumber?.onFirstPage).toBe(true)
  })

  it('may lack it on every other page, or have it at the foot, or in Roman figures', async () => {
    const inner = `<w:p><w:pPr>${centred}</w:pPr>${pageField()}</w:p>`
    expect(
      (await header(inner, '<w:titlePg/>', { settings: '<w:evenAndOddHeaders/>' })).pages[0]?.pageNumber
        ?.missingOnEven,
    ).toBe(true)
    expect(
      (await header(inner, '<w:pgNumType w:fmt="lowerRoman"/><w:titlePg/>')).pages[0]?.pageNumber?.text,
    ).toBe('ii')
    const { pages } = await measure({
      body: p('a'),
      footers: { rId30: inner },
      section: `<w:footerReference w:type="default" r:id="rId30"/>${a4}`,
    })
    expect(pages[0]?.pageNumber?.place).toBe('bottom')
  })

  it('of a later section have the headers of the one before, until it has its own', async () => {
    const inner = `<w:p><w:pPr>${centred}</w:pPr>${pageField()}</w:p>`
    const body = `<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId20"/>${a4}<w:titlePg/></w:sectPr></w:pPr>${r('a')}</w:p>${p('b')}`
    const { pages, paragraphs: found } = await measure({
      body,
      headers: { rId20: inner },
      section: `${a4}<w:pgNumType w:start="1"/><w:titlePg/>`,
    })
    expect(pages.map(({ pageNumber, firstNumber }) => [pageNumber?.text, firstNumber])).toEqual([
      ['2', undefined],
      ['2', 1],
    ])
    expect(
      found.filter(({ within }) => within === 'body').map(({ section, newPage }) => [section, newPage]),
    ).toEqual([
      [1, undefined],
      [2, true],
    ])
  })
})

describe('text boxes', () => {
  it('are read where they hang, with the frame around them', async () => {
    const box = line(30)
      .replace(
        '<wps:bodyPr/>',
        `<wps:txbx><w:txbxContent>${p('HỎA TỐC', centred, b)}</w:txbxContent></wps:txbx><wps:bodyPr/>`,
      )
      .replaceAll('cy="0"', 'cy="288000"')
      .replace('prst="line"', 'prst="rect"')
    const { paragraphs: found } = await measure({ body: `<w:p>${box}${r('chữ')}</w:p>` })
    expect(found.map(({ text, within, frame }) => [text, within, frame])).toEqual([
      ['chữ', 'body', undefined],
      ['HỎA TỐC', 'text-box', { width: 30, height: 8 }],
    ])
  })
})

describe('a file that is no readable Word file', () => {
  const good = wordFile({ body: p('a') })
  const changed = (path: string, text: string): Uint8Array =>
    writeZip(new Map([...readZip(good), [path, fromText(text)]]))
  const ole = (text: string): Uint8Array =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from(text, 'utf16le')])
  const bomb = (): Uint8Array => changed('word/media/x.xml', ' '.repeat(70 * 1024 * 1024))

  test.each([
    ['empty', () => new Uint8Array(), 'tệp rỗng'],
    ['Word 97', () => ole('WordDocument'), 'tệp Word đời cũ (.doc), không đo được'],
    ['locked with a password', () => ole('EncryptedPackage'), 'tệp có mật khẩu mở, không đo được'],
    ['RTF', () => Buffer.from('{\\rtf1\\ansi}'), 'tệp RTF, không phải DOCX'],
    ['PDF', () => Buffer.from('%PDF-1.7'), 'tệp PDF mang tên .docx'],
    ['text', () => Buffer.from('Thông báo'), 'tệp không phải DOCX'],
    ['cut off', () => good.slice(0, good.length / 2), 'tệp DOCX bị hỏng, không mở được'],
    [
      'another archive',
      () => writeZip(new Map([['content.xml', fromText('<a/>')]])),
      'tệp không chứa văn bản Word',
    ],
    [
      'broken XML',
      () => changed('word/document.xml', '<w:document'),
      'tệp DOCX bị hỏng ở word/document.xml: XML bên trong bị hỏng',
    ],
    [
      'broken styles',
      () => changed('word/styles.xml', '<a></b>'),
      'tệp DOCX bị hỏng ở word/styles.xml: XML bên trong bị hỏng',
    ],
    [
      'entities',
      () =>
        changed('word/document.xml', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'),
      'tệp DOCX bị hỏng ở word/document.xml: XML bên trong có khai báo DOCTYPE, tệp Word không bao giờ có',
    ],
    [
      'nested too deep',
      () => changed('word/document.xml', '<a>'.repeat(5000) + '</a>'.repeat(5000)),
      'tệp DOCX bị hỏng ở word/document.xml: XML bên trong lồng nhau quá sâu hoặc quá dài',
    ],
    ['a zip bomb', bomb, 'nội dung bung ra quá lớn so với một văn bản'],
  ] as const)('is refused in words: %s', async (_, bytes, message) => {
    const refusal = await measureDocx('x.docx', bytes(), ruler).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(FileRefused)
    expect((refusal as FileRefused).message).toBe(message)
    expect((refusal as FileRefused).hint).not.toBe('')
  })
})

it('measures the same file the same way twice', async () => {
  const bytes = wordFile({ body: p('a', spoken) })
  expect(await measureDocx('x.docx', bytes, ruler)).toEqual(await measureDocx('x.docx', bytes, ruler))
})
