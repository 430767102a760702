/**
 * A project -> its notices as PDF/A-1b, the one profile that preflight judges, through the very renderer of the
 * PDF edition. This makes files; nothing here, or in what it imports, measures any.
 */

import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { openFonts } from '../../src/fonts/fonts.ts'
import { tinosFiles } from '../../src/load/fonts.ts'
import { loadProject } from '../../src/load/project.ts'
import { editions } from '../../src/pipeline.ts'
import { renderPdf } from '../../src/render/pdf/pdf.ts'
import type { ProjectFolder } from './editions.ts'

/** The files written, one a notice. Problems were told when the project was built. */
export const archivalFiles = async (project: ProjectFolder, folder: string): Promise<string[]> => {
  const silent = (): void => {}
  const fonts = openFonts(tinosFiles())
  mkdirSync(folder, { recursive: true })
  const files: string[] = []
  for (const { name, sheet } of editions(await loadProject(project.folder, silent), fonts, silent)) {
    const file = join(folder, `${project.name}--${basename(name)}.pdf`)
    writeFileSync(file, await renderPdf(sheet, fonts, 'PDF/A-1b'))
    files.push(file)
  }
  return files
}
