/** Zip bytes to named entries and back. Written archives depend on their entries only: fixed times, order and level. */

import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'

/** Bytes by path inside the archive ("word/document.xml"). */
export type Entries = ReadonlyMap<string, Uint8Array>

/** Office formats want this entry first, so that a reader knows the file by its beginning. */
const first = '[Content_Types].xml'

/**
 * Throws when the bytes are not a zip archive. `wanted`, where given, is asked for each entry before it is unpacked, with
 * the size it says it has; it never gets larger than that.
 */
export const readZip = (
  bytes: Uint8Array,
  wanted?: (path: string, size: number) => boolean,
): Map<string, Uint8Array> => {
  const files = unzipSync(bytes, wanted && { filter: ({ name, originalSize }) => wanted(name, originalSize) })
  // Folders are entries too in some archives; they hold nothing.
  return new Map(Object.entries(files).filter(([path]) => !path.endsWith('/')))
}

/** Sorted by path (code units), with "[Content_Types].xml" before all others. Throws on a path that leaves the archive. */
export const writeZip = (entries: Entries): Uint8Array => {
  const zippable: Zippable = {}
  for (const path of [...entries.keys()].sort(order)) {
    if (!isInside(path)) throw new Error(`zip entry outside the archive: ${JSON.stringify(path)}`)
    // fflate takes an object: a whole-number key would jump the queue, and "__proto__" would vanish.
    if (/^\d+$/.test(path) || path === '__proto__') throw new Error(`zip entry name not possible: ${path}`)
    zippable[path] = [entries.get(path) ?? new Uint8Array(), { os: 3, attrs: mode }]
  }
  return zipSync(zippable, { level: 9, mtime: epoch() })
}

/** The first day a zip can hold. The field has no time zone and fflate writes local time, so it is made as local time. */
const epoch = (): Date => new Date(1980, 0, 1)

/** Made on Unix, a plain file for all to read: without it some unpackers take UTF-8 names for an old code page. */
const mode = (0o100644 << 16) >>> 0

const order = (a: string, b: string): number =>
  a === b ? 0 : a === first ? -1 : b === first ? 1 : a < b ? -1 : 1

const isInside = (path: string): boolean =>
  path !== '' &&
  !path.includes('\\') &&
  path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')

/** UTF-8 text of an entry. */
export const toText = (bytes: Uint8Array): string => strFromU8(bytes)
/** Text as UTF-8. */
export const fromText = (text: string): Uint8Array => strToU8(text)
