/** A project -> what other programs need to make the same notices: Typst sources and Markdown, in a folder. */

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { formats } from '../../../src/render/index.ts'
import { preludeFile, typstPrelude } from '../peers/typst-prelude.ts'
import { typstSource } from '../peers/typst-source.ts'
import { readyEditions } from './editions.ts'

export const prepareJob = async ({ root, to }: { root: string; to: string }): Promise<{ ids: string[] }> => {
  const { editions, fonts } = await readyEditions(root)
  const [first] = editions
  if (!first) throw new Error('no notices')
  for (const folder of ['typst', 'markdown']) mkdirSync(join(to, folder), { recursive: true })
  writeFileSync(join(to, 'typst', preludeFile), typstPrelude(first.sheet.rules))
  for (const { id, notice, sheet } of editions) {
    writeFileSync(join(to, 'typst', `${id}.typ`), typstSource(sheet))
    const markdown = await formats.md.render({ notice, sheet }, () => fonts)
    writeFileSync(join(to, 'markdown', `${id}.md`), markdown)
  }
  return { ids: editions.map(({ id }) => id) }
}
