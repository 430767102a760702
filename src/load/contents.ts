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
    const whole = readInto(room, handle) ?? readLarge(handle)
    return whole && use(whole)
  } catch {
    return undefined
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

/** Undefined when there is no room left behind what was read, so that there may be more. */
const readInto = (bytes: Buffer, handle: number): Buffer | undefined => {
  let length = 0
  for (let read = -1; read !== 0 && length < bytes.length; length += read)
    read = readSync(handle, bytes, length, bytes.length - length, length)
  return length < bytes.length ? bytes.subarray(0, length) : undefined
}

/** Undefined when it has grown meanwhile, and is not to be had in one piece. */
const readLarge = (handle: number): Buffer | undefined => {
  const found = fstatSync(handle)
  return found.isFile() && found.size <= largest
    ? readInto(Buffer.allocUnsafe(found.size + 1), handle)
    : undefined
}

export const contentNow = (root: string, file: string): Buffer | undefined =>
  withContent(root, file, (bytes) => Buffer.from(bytes))

/** What `key` makes of the bytes. */
export const contentKeyNow = (
  root: string,
  file: string,
  key: (bytes: Uint8Array) => string,
): string | undefined => withContent(root, file, key)
