/** An output folder → the files of drafts in it. */

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

export type DraftFormat = 'pdf' | 'docx' | 'md'

/** What lies in out/drafts, by the id of the record: looked at once for a whole run. */
export type DraftFiles = ReadonlyMap<
  string,
  readonly { readonly name: string; readonly format: DraftFormat }[]
>

export const draftFiles = async (folder: string): Promise<DraftFiles> => {
  const found = new Map<string, { name: string; format: DraftFormat }[]>()
  for (const year of await namesIn(join(folder, 'drafts')))
    for (const file of /^\d{4}$/.test(year) ? await namesIn(join(folder, 'drafts', year)) : []) {
      const [, id, format] = /^(.+)\.(pdf|docx|md)$/.exec(file) ?? []
      if (id === undefined) continue
      const name = `drafts/${year}/${file}`
      found.set(id, [...(found.get(id) ?? []), { name, format: format as DraftFormat }])
    }
  return found
}

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).then(
    (names) => names.sort(),
    () => [],
  )
