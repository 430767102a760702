/**
 * A project -> its notices as PDF/A-1b, the one profile that preflight judges, through the very renderer of the
 * PDF edition. This makes files; nothing here, or in what it imports, measures any.
 */

import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { extract } from '../../src/extract.ts'
import { openedFonts } from '../../src/load/opened-fonts.ts'
import { loadProject } from '../../src/load/project.ts'
import { editions, prepare, sheetOfBooks } from '../../src/pipeline.ts'
import { booksOf } from '../../src/register/books.ts'
import { outgoing } from '../../src/register/outgoing.ts'
import { renderPdf } from '../../src/render/pdf/pdf.ts'
import type { ProjectFolder } from './editions.ts'

/** The files written, one a notice. Problems were told when the project was built. */
export const archivalFiles = async (project: ProjectFolder, folder: string): Promise<string[]> => {
  const silent = (): void => {}
  const fonts = openedFonts()
  mkdirSync(folder, { recursive: true })
  const files: string[] = []
  for (const { name, sheet } of editions(await loadProject(project.folder, silent), fonts, silent)) {
    const file = join(folder, `${project.name}--${basename(name)}.pdf`)
    writeFileSync(file, await renderPdf(sheet, fonts, 'PDF/A-1b'))
    files.push(file)
  }
  return files
}

/** The register of a year and the extracts of a record, as PDF/A-1b too. */
export const archivalLists = async (
  project: ProjectFolder,
  year: string,
  record: string,
  units: readonly string[],
  folder: string,
): Promise<string[]> => {
  const silent = (): void => {}
  const fonts = openedFonts()
  const loaded = await loadProject(project.folder, silent)
  const prepared = prepare(loaded, fonts, silent)
  const entries = prepared.records.register.filter((entry) => entry.year === year)
  const rows = outgoing(entries, new Map(), () => undefined)
  const keeper = { parentBody: ['UBND tỉnh'], issuingBody: ['Sở Giáo dục và Đào tạo'] }
  const book = sheetOfBooks({ books: booksOf(rows, () => keeper), stamp: `${year}-12-31` }, fonts)
  const [edition] = editions(loaded, fonts, silent, [record])
  const blank = { number: undefined, date: undefined, signatory: undefined }
  const extracts = units.flatMap((unit) => {
    const made = edition && extract(edition, { unit, ...blank }, prepared, silent)
    return made ? [made.sheet] : []
  })
  const files: string[] = []
  for (const [index, sheet] of [book, ...extracts].entries()) {
    const file = join(folder, `list-${index}-1b.pdf`)
    writeFileSync(file, await renderPdf(sheet, fonts, 'PDF/A-1b'))
    files.push(file)
  }
  return files
}
