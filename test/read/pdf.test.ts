/** Every notice of test/cases, and the real ones of content/: its PDF tells what it says, and nothing else. */

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compareSides } from '../../src/diff/report.ts'
import { openFonts } from '../../src/fonts/fonts.ts'
import { tinosFiles } from '../../src/load/fonts.ts'
import { loadProject } from '../../src/load/project.ts'
import type { Notice } from '../../src/notice/notice.ts'
import { editions, measureWith, sheetOf } from '../../src/pipeline.ts'
import { readPdfNotice } from '../../src/read/pdf.ts'
import { renderPdf } from '../../src/render/pdf/pdf.ts'
import { filesIn, here, project } from '../fixtures/project.ts'

const fonts = openFonts(tinosFiles())
const folder = here('test/cases')
const cases = readdirSync(folder).filter(
  (name) => name !== '_base' && existsSync(join(folder, name, 'input')),
)

const told = async (notice: Notice, pdf: Uint8Array): Promise<string[]> => {
  const read = await readPdfNotice('x.pdf', pdf)
  if (!read) return ['not read']
  const side = { notice, name: 'x', whole: true, gaps: [] }
  return compareSides(side, { ...side, ...read, whole: false, paged: true }).statements.map((each) =>
    JSON.stringify(each),
  )
}

const all = async (root: string): Promise<string[]> => {
  const said: string[] = []
  for (const { notice, sheet } of editions(await loadProject(root, () => {}), fonts, () => {}))
    said.push(...(await told(notice, await renderPdf(sheet, fonts))))
  return said
}

test.each(cases)('%s', async (name) => {
  expect(await all(await project(filesIn(join(folder, name, 'input'))))).toEqual([])
})

test('the notices of this project', async () => {
  expect(await all(here('.'))).toEqual([])
})

test('what was changed since is told, and nothing else', async () => {
  const root = await project(filesIn(join(folder, 'annexes-upright-and-across', 'input')))
  const [edition] = editions(await loadProject(root, () => {}), fonts, () => {})
  const { notice } = edition ?? {}
  if (!notice) throw new Error('no notice')
  const annexes = notice.annexes ?? []
  const changed: readonly Notice[] = [
    { ...notice, number: 12, date: '2026-07-14' },
    { ...notice, subject: `${notice.subject} lần hai` },
    { ...notice, signature: { ...notice.signature, name: 'Hoàng Văn Mới' } },
    { ...notice, recipients: ['Thanh tra tỉnh;', ...notice.recipients] },
    { ...notice, content: notice.content.slice(1) },
    {
      ...notice,
      annexes: annexes.map((each, index) => (index === 1 ? { ...each, title: 'Bảng khác' } : each)),
    },
  ]
  for (const after of changed) {
    const pdf = await renderPdf(sheetOf(after, measureWith(fonts), '2026-07-14'), fonts)
    const said = await told(notice, pdf)
    expect(said.length).toBeGreaterThan(0)
    expect(said.length).toBeLessThan(4)
    expect(await told(after, pdf)).toEqual([])
  }
})
