/** Two versions of a notice in one Word file with tracked changes: accepted it is the new one, rejected the old one. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { projectsIn } from '../../scripts/conformance/editions.ts'
import { editedNotice } from '../../scripts/conformance/edits.ts'
import { measure, noticesIn } from '../../scripts/conformance/sample-notices.ts'
import { settled } from '../../scripts/conformance/tracked.ts'
import type { Notice } from '../../src/notice/notice.ts'
import { sheetOf } from '../../src/pipeline.ts'
import { redline } from '../../src/redline/redline.ts'
import { renderDocx } from '../../src/render/docx/docx.ts'
import { here } from '../fixtures/project.ts'
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
})
