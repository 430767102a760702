/** Bytes of files that are compared before anybody looks into them. Synchronous: for thousands of small files that is the fastest. */

import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { largest } from './files.ts'

/** Room for nearly every record, used again and again. */
const room = Buffer.allocUnsafeSlow(64 * 1024)

/**
 * Undefined when the file cannot be read, or is larger than a record may be: whoever needs it will be told why. What is
 * handed to `use` is only there while it runs.
 */
const withContent = <T>(root: string, file: string, use: (bytes: Buffer) => T): T | undefined => {
  let handle: number | undefined
  try {
    handle = openSync(`${root}/${file}`, 'r')
    const found = fstatSync(handle)
    if (!found.isFile() || found.size > largest) return undefined
    const bytes = found.size < room.length ? room : Buffer.allocUnsafe(found.size + 1)
    const length = readSync(handle, bytes, 0, bytes.length, null)
    // Somebody is writing it: it is not to be had in one piece.
    return length === found.size ? use(bytes.subarray(0, length)) : undefined
  } catch {
    return undefined
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

export const contentNow = (root: string, file: string): Buffer | undefined =>
  withContent(root, file, (bytes) => Buffer.from(bytes))

/** What `key` makes of the bytes. */
export const contentKeyNow = (
  root: string,
  file: string,
  key: (bytes: Uint8Array) => string,
): string | undefined => withContent(root, file, key)
