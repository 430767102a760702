/** An output folder → the files of drafts in it. */

import { readdirSync } from 'node:fs'
import { join } from 'node:path'

export type DraftFormat = 'pdf' | 'docx' | 'md'

/** What lies in out/drafts, by the id of the record: looked at once for a whole run. */
export type DraftFiles = ReadonlyMap<
  string,
  readonly { readonly name: string; readonly format: DraftFormat }[]
>

export const draftFiles = (folder: string): DraftFiles => {
  const found = new Map<string, { name: string; format: DraftFormat }[]>()
  for (const year of namesIn(join(folder, 'drafts')))
    for (const file of /^\d{4}$/.test(year) ? namesIn(join(folder, 'drafts', year)) : []) {
      const [, id, format] = /^(.+)\.(pdf|docx|md)$/.exec(file) ?? []
      if (id === undefined) continue
      const name = `drafts/${year}/${file}`
      found.set(id, [...(found.get(id) ?? []), { name, format: format as DraftFormat }])
    }
  return found
}

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}
