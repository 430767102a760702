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
    let length = 0
    for (let read = -1; read !== 0 && length < bytes.length; length += read)
      read = readSync(handle, bytes, length, bytes.length - length, null)
    // It has grown meanwhile, and is not to be had in one piece.
    return length < bytes.length ? use(bytes.subarray(0, length)) : undefined
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
