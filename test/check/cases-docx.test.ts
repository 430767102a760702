/** Every notice of test/cases, and the real ones of content/, as a Word file: what the program makes, the checker passes. */

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openedFonts } from '../../src/load/opened-fonts.ts'
import { loadProject } from '../../src/load/project.ts'
import { editions } from '../../src/pipeline.ts'
import { renderDocx } from '../../src/render/docx/docx.ts'
import { filesIn, here, project } from '../fixtures/project.ts'
import { problemsIn } from './spoil-docx.ts'

const fonts = openedFonts()
const folder = here('test/cases')
const cases = readdirSync(folder).filter(
  (name) => name !== '_base' && existsSync(join(folder, name, 'input')),
)

const alarms = async (root: string): Promise<string[]> => {
  const said: string[] = []
  for (const { id, sheet } of editions(await loadProject(root, () => {}), fonts, () => {}))
    for (const { level, message, where } of problemsIn(await renderDocx(sheet), fonts))
      if (level !== 'info') said.push(`${id}: ${message} (${where})`)
  return said
}

test.each(cases)('%s', async (name) => {
  expect(await alarms(await project(filesIn(join(folder, name, 'input'))))).toEqual([])
})

test('the notices of this project', async () => {
  // The record keeps the seed's own words: its only ground ends with ";".
  const known = /^ra-soat-truong-chuan-quoc-gia: Căn cứ ban hành: căn cứ cuối kết thúc bằng ";"/
  expect((await alarms(here('.'))).filter((each) => !known.test(each))).toEqual([])
})
