/** An edition → its three files and the hashes that freeze it. */

import { createHash } from 'node:crypto'
import type { Edition } from '../pipeline.ts'
import type { RegisterEntry } from '../record/register-entry.ts'
import { frozenRecord, frozenWords } from '../register/frozen.ts'
import type { Frozen } from '../register/new-entry.ts'
import { type FormatName, formats } from '../render/index.ts'
import { renderJob } from '../worker.ts'

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** Of the words, and of what the record says: cheap, for looking whether an issued edition is still the same. */
export const wordsOf = ({ notice, record }: Edition): Frozen => ({
  text: sha256(frozenWords(notice)),
  source: sha256(frozenRecord(record.value)),
})

/**
 * What became of an issued edition. 'same': it says what it said (how its record is written may have changed, or whom a
 * task is for). 'edited': it says something else because its record does. 'around': the record is as it was, so the
 * template, the directory or the program is not.
 */
export const sinceIssued = (edition: Edition, entry: RegisterEntry): 'same' | 'edited' | 'around' => {
  if (entry.text === undefined) return 'same'
  const { text, source } = wordsOf(edition)
  if (text === entry.text) return 'same'
  return source === entry.source ? 'around' : 'edited'
}

const all = ['pdf', 'docx', 'md'] as const satisfies readonly FormatName[]

export type FrozenEdition = {
  /** By name below the output folder. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly frozen: Frozen
}

export const freeze = async (edition: Edition): Promise<FrozenEdition> => {
  const { notice, sheet, name } = edition
  const rendered = await renderJob({ original: { notice, sheet }, formats: all })
  return {
    files: new Map(rendered.map(([format, bytes]) => [`${name}.${formats[format].extension}`, bytes])),
    frozen: {
      ...wordsOf(edition),
      files: Object.fromEntries(rendered.map(([format, bytes]) => [format, sha256(bytes)])),
    },
  }
}
