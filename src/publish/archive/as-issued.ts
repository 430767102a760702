/** Files as they were issued, by their checksums: from the output folder, or from a package that was made in time. */

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from '../../text/system-errors.ts'
import { sha256 } from './identifiers.ts'

/** `name`: below the output folder, with its ending. Undefined when no such file is left. */
export type AsIssued = (name: string, hash: string) => Promise<Uint8Array | undefined>

/** `out`: absolute. Packages are looked into only when a file is not where it was put. */
export const asIssuedIn = (out: string): AsIssued => {
  let packed: Promise<ReadonlyMap<string, string>> | undefined
  return async (name, hash) => {
    const lying = await readIfThere(join(out, name))
    if (lying && sha256(lying) === hash) return lying
    packed ??= packedFiles(join(out, 'archive'))
    const path = (await packed).get(hash)
    return path === undefined ? undefined : readIfThere(path)
  }
}

/** A file of the output folder, whatever it holds; undefined when it is not there. */
export const lyingIn = (out: string, name: string): Promise<Uint8Array | undefined> =>
  readIfThere(join(out, name))

/** Checksum → path of every document in a package. */
const packedFiles = async (archive: string): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>()
  const entries = await readdir(archive, { recursive: true, withFileTypes: true }).catch(whenMissing([]))
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isFile() || !/[\\/]data$/.test(entry.parentPath)) continue
    const bytes = await readIfThere(path)
    if (bytes) found.set(sha256(bytes), path)
  }
  return found
}

const readIfThere = (path: string): Promise<Uint8Array | undefined> =>
  readFile(path).catch(whenMissing(undefined))

/** A folder in its place, or no right to read it: then it is as good as gone. */
const whenMissing =
  <T>(value: T) =>
  (error: unknown): T => {
    if (errorCode(error) === undefined) throw error
    return value
  }
