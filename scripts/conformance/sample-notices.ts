/** Projects -> the notices they make, as values: to be edited, compared and printed. */

import { openedFonts } from '../../src/load/opened-fonts.ts'
import { loadProject } from '../../src/load/project.ts'
import type { Notice } from '../../src/notice/notice.ts'
import { type Edition, editions, measureWith } from '../../src/pipeline.ts'

export const fonts = openedFonts()
export const measure = measureWith(fonts)

/** What a project does wrong is told elsewhere. */
export const editionsOf = async (folder: string): Promise<Edition[]> =>
  editions(await loadProject(folder, () => undefined), fonts, () => undefined)

export const noticesIn = async (folders: readonly string[]): Promise<Notice[]> => {
  const found: Notice[] = []
  for (const folder of folders) found.push(...(await editionsOf(folder)).map(({ notice }) => notice))
  return found
}
