/** Zip bytes to named entries and back. Written archives depend on their entries only: fixed times, order and level. */

import { crc32 } from 'node:zlib'
import { deflateSync, strFromU8, strToU8, unzipSync } from 'fflate'

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

/** Entries that are compressed already, by path: what many archives share. */
export type Packed = ReadonlyMap<string, Packing>
type Packing = { readonly local: Uint8Array; readonly central: Uint8Array }

/** Throws on a path that leaves the archive. */
export const packed = (entries: Entries): Packed =>
  new Map([...entries].map(([path, bytes]) => [path, pack(path, bytes)]))

/**
 * Sorted by path (code units), with "[Content_Types].xml" before all others. Throws on a path that leaves the archive.
 * `before`: more entries of it, that were packed before.
 */
export const writeZip = (entries: Entries, before?: Packed): Uint8Array => {
  const all = new Map([...(before ?? []), ...packed(entries)])
  return joined([...all].sort(([a], [b]) => order(a, b)).map(([, packing]) => packing))
}

/** The entry as it stands in an archive: before its bytes, and again in the directory at the end. */
const pack = (path: string, bytes: Uint8Array): Packing => {
  if (!isInside(path)) throw new Error(`zip entry outside the archive: ${JSON.stringify(path)}`)
  // In an object, such as fflate reads entries into, "__proto__" would vanish and a number change its place.
  if (/^\d+$/.test(path) || path === '__proto__') throw new Error(`zip entry name not possible: ${path}`)
  const name = fromText(path)
  if (name.length > 0xffff) throw new Error(`zip entry name too long: ${path.slice(0, 80)} …`)
  const data = deflateSync(bytes, { level: 9 })
  const said = described(path, name, bytes, data)
  const local = new Uint8Array(4 + said.length + name.length + data.length)
  viewOf(local).setUint32(0, 0x04034b50, true)
  local.set(said, 4)
  local.set(name, 4 + said.length)
  local.set(data, 4 + said.length + name.length)
  const central = new Uint8Array(46 + name.length)
  const view = viewOf(central)
  view.setUint32(0, 0x02014b50, true)
  view.setUint16(4, madeBy, true)
  central.set(said, 6)
  view.setUint32(38, mode, true)
  central.set(name, 46)
  return { local, central }
}

/** What both headers of an entry say, from the version needed to the length of the extra field. */
const described = (path: string, name: Uint8Array, bytes: Uint8Array, data: Uint8Array): Uint8Array => {
  const said = new Uint8Array(26)
  const view = viewOf(said)
  view.setUint16(0, version, true)
  view.setUint16(2, name.length === path.length ? 0 : utf8, true)
  view.setUint16(4, deflated, true)
  view.setUint16(8, firstDay, true)
  view.setUint32(10, crc32(bytes), true)
  view.setUint32(14, data.length, true)
  view.setUint32(18, bytes.length, true)
  view.setUint16(22, name.length, true)
  return said
}

const joined = (packings: readonly Packing[]): Uint8Array => {
  const size = packings.reduce((sum, { local, central }) => sum + local.length + central.length, 22)
  const out = new Uint8Array(size)
  const view = viewOf(out)
  let at = 0
  const places = packings.map(({ local }) => {
    const place = at
    out.set(local, at)
    at += local.length
    return place
  })
  const directory = at
  for (const [index, { central }] of packings.entries()) {
    out.set(central, at)
    view.setUint32(at + 42, places[index] ?? 0, true)
    at += central.length
  }
  view.setUint32(at, 0x06054b50, true)
  view.setUint16(at + 8, packings.length, true)
  view.setUint16(at + 10, packings.length, true)
  view.setUint32(at + 12, at - directory, true)
  view.setUint32(at + 16, directory, true)
  return out
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Of the format, 2.0: folders and deflate. */
const version = 20
const deflated = 8
/** The name is UTF-8. */
const utf8 = 0x800
/** 1 January 1980, the first day a zip can hold; the time of day before it stays 0. */
const firstDay = (1 << 5) | 1
/** Unix: without it some unpackers take UTF-8 names for an old code page. */
const madeBy = (3 << 8) | version
/** A plain file for all to read. */
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
