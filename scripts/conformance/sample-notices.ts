/** Projects -> the notices they make, as values: to be edited, compared and printed. */

import { openFonts } from '../../src/fonts/fonts.ts'
import { tinosFiles } from '../../src/load/fonts.ts'
import { loadProject } from '../../src/load/project.ts'
import type { Notice } from '../../src/notice/notice.ts'
import { editions, measureWith } from '../../src/pipeline.ts'

export const fonts = openFonts(tinosFiles())
export const measure = measureWith(fonts)

/** What a project does wrong is told elsewhere. */
export const noticesIn = async (folders: readonly string[]): Promise<Notice[]> => {
  const found: Notice[] = []
  for (const folder of folders) {
    const project = await loadProject(folder, () => undefined)
    found.push(...editions(project, fonts, () => undefined).map(({ notice }) => notice))
  }
  return found
}
