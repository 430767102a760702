/** The edition of the seed notice -> its words against the words of the real notice, kept as a text beside the tests. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Edition, ownContent } from './editions.ts'
import type { Check } from './ledger.ts'
import { wordFindings } from './notice-checks.ts'
import { readMarkdown } from './read-markdown.ts'
import { mammothWords, pdfWords } from './read-words.ts'

export const seedName = `${ownContent}/392-TB-SGDDT`

export const seedChecks = (root: string, editions: readonly Edition[]): Check[] => {
  const file = join(root, 'test/conformance/seed-words.txt')
  const edition = editions.find(({ name }) => name === seedName)
  if (edition === undefined || !existsSync(file))
    return [
      {
        name: `${seedName}: có bản dựng và bản đối chiếu`,
        needs: [],
        look: () => [`không thấy ${edition === undefined ? seedName : file}`],
      },
    ]
  const words = readFileSync(file, 'utf8')
  const named = (format: string): string => `${seedName}: chữ của ${format} là chữ của thông báo gốc`
  return [
    {
      name: named('PDF'),
      needs: ['pdftotext', 'pdfinfo'],
      look: () => wordFindings(words, pdfWords(edition.pdf)),
    },
    {
      name: named('DOCX'),
      needs: [],
      look: async () => wordFindings(words, await mammothWords(edition.docx)),
    },
    {
      name: named('Markdown'),
      needs: [],
      look: () => wordFindings(words, readMarkdown(readFileSync(edition.markdown, 'utf8'))),
    },
  ]
}
