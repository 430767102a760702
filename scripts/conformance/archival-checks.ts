/** All projects as PDF/A-1b -> what preflight says of each file, and whether it is the same notice as the edition. */

import { basename, join } from 'node:path'
import { archivalFiles } from './archival.ts'
import type { Edition, ProjectFolder } from './editions.ts'
import type { Check, Findings } from './ledger.ts'
import { wordFindings } from './notice-checks.ts'
import { preflight } from './preflight.ts'
import { pdfWords } from './read-words.ts'

export const archivalChecks = (
  root: string,
  projects: readonly ProjectFolder[],
  editions: readonly Edition[],
  scratch: string,
): Check[] => {
  const folder = join(scratch, 'pdfa-1b')
  const fileOf = (edition: Edition): string => join(folder, `${edition.name.replaceAll('/', '--')}.pdf`)
  let verdicts: ReadonlyMap<string, Findings> = new Map()
  return [
    {
      name: `PDF/A-1b: dựng được ${editions.length} tệp`,
      needs: ['java', 'pdfbox'],
      look: async () => {
        const files: string[] = []
        for (const project of projects) files.push(...(await archivalFiles(project, folder)))
        verdicts = preflight(root, files)
        return editions
          .filter((edition) => !files.includes(fileOf(edition)))
          .map(({ name }) => `thiếu ${name}`)
      },
    },
    ...editions.flatMap((edition): Check[] => [
      {
        name: `${edition.name}: PDF/A-1b (PDFBox preflight)`,
        needs: ['java', 'pdfbox'],
        look: () => verdicts.get(fileOf(edition)) ?? [`không xét ${basename(fileOf(edition))}`],
      },
      {
        name: `${edition.name}: chữ của PDF/A-1b là chữ của PDF`,
        needs: ['java', 'pdfbox', 'pdftotext', 'pdfinfo'],
        look: () => wordFindings(pdfWords(edition.pdf), pdfWords(fileOf(edition))),
      },
    ]),
  ]
}
