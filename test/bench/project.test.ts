/** The generated projects that the bench measures with: the same every time, without a mistake, no paragraph said twice. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeProject } from '../../scripts/bench/project/project.ts'
import { openFonts } from '../../src/fonts/fonts.ts'
import type { Line, Row } from '../../src/layout/sheet.ts'
import { tinosFiles } from '../../src/load/fonts.ts'
import { loadProject } from '../../src/load/project.ts'
import { editions } from '../../src/pipeline.ts'
import { filesIn, folder, here, thongbao } from '../fixtures/project.ts'

const count = 10
const root = mkdtempSync(join(tmpdir(), 'thongbao-'))
beforeAll(async () => void (await writeProject(root, count, here('templates'))))
afterAll(() => rmSync(root, { recursive: true, force: true }))

it('writes the same bytes for the same seed, and the same notice whatever the number of them', async () => {
  const [again, fewer, other] = [folder(), folder(), folder()]
  await writeProject(again, count, here('templates'))
  await writeProject(fewer, 3, here('templates'))
  await writeProject(other, 3, here('templates'), 'another')
  const files = filesIn(root)
  expect(filesIn(again)).toEqual(files)
  expect(Object.entries(filesIn(fewer)).filter(([name, bytes]) => !files[name]?.equals(bytes))).toEqual([])
  const meeting = Object.keys(files).find((name) => name.includes('hop-00002'))
  expect(filesIn(other)[meeting ?? '']?.equals(files[meeting ?? ''] ?? Buffer.of())).toBe(false)
})

it('builds every notice, drafts and issued ones, with nothing to say about them', async () => {
  const { code, out } = await thongbao(root, ['build', '--json', '--formats', 'md'])
  const { editions: made, problems } = JSON.parse(out)
  expect(problems).toEqual([])
  expect(code).toBe(0)
  const names = made.flatMap(({ files }: { files: { file: string }[] }) => files.map(({ file }) => file))
  expect(names).toHaveLength(count)
  expect(names.filter((name: string) => name.includes('/issued/'))).toHaveLength(count / 2)
})

it('says no paragraph twice, so that nobody is quick by remembering', async () => {
  const sheets = editions(
    await loadProject(root, () => undefined),
    openFonts(tinosFiles()),
    () => undefined,
  ).map(({ sheet }) => sheet)
  const rows = sheets.flatMap(({ sections }) => sections.flatMap((section) => section.rows))
  const said = rows.flatMap(spoken).filter((text) => text.split(' ').length > 8)
  expect(said.length).toBeGreaterThan(100)
  expect(said.filter((text, index) => said.indexOf(text) !== index)).toEqual([])
})

const wordsOf = ({ runs }: Line): string => runs.map(({ text }) => text).join('')

/** Without the number that a paragraph may have. Under which notice an annex stands, the decree words for all. */
const spoken = (row: Row): string[] => {
  if (row.is === 'line' && row.part === 'annexReference') return []
  if (row.is === 'line') return [wordsOf(row).replace(/^(\S+[.)]|-) /, '')]
  if (row.is === 'grid') return row.rows.map((cells) => cells.map(wordsOf).join(' '))
  return []
}
