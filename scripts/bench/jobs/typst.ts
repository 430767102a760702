/** Typst in this process: sources read, fonts loaded once, one call after another, PDFs written where they are asked for. */

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findTypst, openTypst, readSource } from '../peers/typst.ts'
import { secondsOf } from './timer.ts'

type Wanted = { repository: string; folder: string; ids: string[]; to?: string }

/** `seconds`: the calls alone. */
export const typstJob = async ({
  repository,
  folder,
  ids,
  to,
}: Wanted): Promise<{ notices: number; seconds: number; bytes: number }> => {
  const typst = findTypst(repository)
  if (!typst) throw new Error('Typst is not installed')
  const sources = ids.map((id) => readSource(join(folder, `${id}.typ`)))
  const pdfOf = openTypst(typst, folder)
  if (to !== undefined) mkdirSync(to, { recursive: true })
  let bytes = 0
  const seconds = await secondsOf(() => {
    for (const [index, source] of sources.entries()) {
      const made = pdfOf(source)
      bytes += made.length
      if (to !== undefined) writeFileSync(join(to, `${ids[index]}.pdf`), made)
    }
  })
  return { notices: ids.length, seconds, bytes }
}
