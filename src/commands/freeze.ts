/** An edition → its three files and the hashes that freeze it. */

import { sha256 } from '../build/hash.ts'
import { wordsOf } from '../build/issued.ts'
import { openedFonts } from '../load/opened-fonts.ts'
import type { Edition } from '../pipeline.ts'
import type { Frozen } from '../register/new-entry.ts'
import { type FormatName, formats, render } from '../render/index.ts'

const all = ['pdf', 'docx', 'md'] as const satisfies readonly FormatName[]

export type FrozenEdition = {
  /** By name below the output folder. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly frozen: Frozen
}

export const freeze = async (edition: Edition): Promise<FrozenEdition> => {
  const { notice, sheet, name } = edition
  const rendered = await render({ notice, sheet }, all, openedFonts)
  return {
    files: new Map(rendered.map(([format, bytes]) => [`${name}.${formats[format].extension}`, bytes])),
    frozen: {
      ...wordsOf(edition),
      files: Object.fromEntries(rendered.map(([format, bytes]) => [format, sha256(bytes)])),
    },
  }
}
