/** What was made before → what of it still stands in the output folder, byte for byte. */

import { markOf, outputBytes } from '../publish/outputs.ts'
import type { FormatName } from '../render/index.ts'
import { sha256 } from './hash.ts'
import {
  type KeptEdition,
  type KeptFile,
  type Manifest,
  manifestName,
  noManifest,
  readManifest,
} from './manifest.ts'

/** Nothing when there is none, or none that can be relied on. */
export const openManifest = (out: string): Manifest => {
  const bytes = outputBytes(out, manifestName)
  try {
    return (bytes && readManifest(bytes)) ?? noManifest
  } catch {
    // The seal fits, but it is not as this version writes it.
    return noManifest
  }
}

/** Answers the file as it stands now when its bytes are those that were written; undefined when not. */
export type Look = (file: KeptFile) => KeptFile | undefined

/**
 * Two changes within one tick of the file system's clock leave the same mark. So a mark that is as young as the
 * manifest itself is no proof, and the bytes are.
 */
export const lookInto = (out: string): Look => {
  const written = markOf(out, manifestName)?.at ?? 0
  return (file) => {
    const found = markOf(out, file.name)
    if (!found) return undefined
    if (found.mark === file.mark && found.at < written - tickOf(found.at)) return file
    const bytes = outputBytes(out, file.name)
    return bytes && sha256(bytes) === file.sha256 ? { ...file, mark: found.mark } : undefined
  }
}

/** Milliseconds by which the clock of a file system goes on: whole seconds come in twos, others within hundredths. */
const tickOf = (at: number): number => (at % 1000 === 0 ? 2000 : 20)

/** The files of an edition in these formats, if all of them are there as they were written. */
export const standing = (
  edition: KeptEdition,
  formats: readonly FormatName[],
  look: Look,
): [FormatName, KeptFile][] | undefined => {
  const found: [FormatName, KeptFile][] = []
  for (const format of formats) {
    const file = edition.files[format]
    const now = file && look(file)
    if (!now) return undefined
    found.push([format, now])
  }
  return found
}
