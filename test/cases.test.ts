/**
 * Each folder of test/cases is a small project (`input`, laid over `_base` and the shipped templates) and what comes
 * of it (`expected`): the problems as a clerk sees them, and of every notice its Markdown and the rows of its sheet.
 * `npx vitest run test/cases.test.ts -u` writes `expected` anew; a person reads the difference.
 */

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openedFonts } from '../src/load/opened-fonts.ts'
import { loadProject } from '../src/load/project.ts'
import { editions } from '../src/pipeline.ts'
import { renderMarkdown } from '../src/render/markdown.ts'
import { base, filesIn, here, project, thongbao } from './fixtures/project.ts'
import { rowsOf } from './fixtures/rows.ts'

const folder = here('test/cases')
const names = readdirSync(folder).filter((name) => name !== '_base')
const fonts = openedFonts()

test.each(names)('%s', async (name) => {
  const root = await project(filesIn(join(folder, name, 'input')), base())
  const made = new Map<string, string>()
  const { err } = await thongbao(root, ['check'])
  if (err !== '') made.set('problems.txt', err)
  for (const { id, notice, sheet } of editions(await loadProject(root, () => {}), fonts, () => {})) {
    made.set(`${id}.md`, renderMarkdown(notice, sheet.rules))
    made.set(`${id}.rows.txt`, rowsOf(sheet))
    // Marks and ids show in no edition; where the cases are about them, the notice itself is kept.
    if (name.startsWith('conclusions')) made.set(`${id}.json`, `${JSON.stringify(notice, null, 1)}\n`)
  }
  const expected = join(folder, name, 'expected')
  for (const [file, text] of made) await expect(text).toMatchFileSnapshot(join(expected, file))
  const left = existsSync(expected) ? readdirSync(expected).filter((file) => !made.has(file)) : []
  expect(left, 'files of test/cases that nothing gives any more').toEqual([])
})
