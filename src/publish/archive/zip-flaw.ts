/** What is wrong with the bytes of a zip, by its own checksums and by its two lists of contents, which must agree. */

import { inflateRawSync } from 'node:zlib'

const localHeader = 0x04034b50
const centralHeader = 0x02014b50
const endRecord = 0x06054b50
const madeBy = (3 << 8) | 20
const rights = (0o100644 << 16) >>> 0

/**
 * Vietnamese, or undefined. fflate unpacks without looking at checksums, so that one changed bit would pass. Zip64 and
 * encryption are not written by us and count as flaws; bytes that no entry owns do too. A zip packed again by another
 * program is not the one that was made.
 */
export const zipFlaw = (bytes: Uint8Array): string | undefined => {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = data.length - 22
  if (end < 0 || data.readUInt32LE(end) !== endRecord) return 'phần cuối tệp không đúng'
  const count = data.readUInt16LE(end + 10)
  const start = data.readUInt32LE(end + 16)
  const same =
    data.readUInt32LE(end + 4) === 0 &&
    data.readUInt16LE(end + 8) === count &&
    data.readUInt32LE(end + 12) === end - start &&
    data.readUInt16LE(end + 20) === 0
  if (!same) return 'mục lục bên trong không khớp'
  let at = start
  let expected = 0
  for (let index = 0; index < count; index += 1) {
    const entry = entryAt(data, at, end)
    if (!entry) return 'mục lục bên trong không khớp'
    const flaw = entryFlaw(data, entry, expected)
    if (flaw !== undefined) return `"${entry.name.toString('utf8')}" ${flaw}`
    expected = entry.offset + 30 + entry.name.length + entry.packed
    at += 46 + entry.name.length
  }
  return at === end && expected === start ? undefined : 'có byte không thuộc tệp nào'
}

type ZipEntry = {
  readonly name: Buffer
  readonly offset: number
  readonly packed: number
  /** Versions, flags, method, time, checksum, sizes: the same in both headers. */
  readonly facts: Buffer
}

const entryAt = (data: Buffer, at: number, end: number): ZipEntry | undefined => {
  if (at + 46 > end || data.readUInt32LE(at) !== centralHeader) return undefined
  const length = data.readUInt16LE(at + 28)
  // Extra fields and remarks, disks and inner attributes: we write none. System and rights are always the same.
  const plain =
    at + 46 + length <= end &&
    data.readUInt32LE(at + 30) === 0 &&
    data.readUInt32LE(at + 34) === 0 &&
    data.readUInt16LE(at + 4) === madeBy &&
    data.readUInt32LE(at + 38) === rights
  if (!plain) return undefined
  return {
    name: data.subarray(at + 46, at + 46 + length),
    offset: data.readUInt32LE(at + 42),
    packed: data.readUInt32LE(at + 20),
    facts: data.subarray(at + 6, at + 30),
  }
}

const entryFlaw = (
  data: Buffer,
  { name, offset, packed, facts }: ZipEntry,
  expected: number,
): string | undefined => {
  const body = offset + 30 + name.length
  if (offset !== expected || body + packed > data.length || data.readUInt32LE(offset) !== localHeader)
    return 'không ở chỗ mục lục nói'
  const local = data.subarray(offset + 4, offset + 28)
  if (
    !local.equals(facts) ||
    data.readUInt16LE(offset + 28) !== 0 ||
    !data.subarray(offset + 30, body).equals(name)
  )
    return 'ghi khác nhau ở hai mục lục'
  const method = facts.readUInt16LE(4)
  const content = inflated(data.subarray(body, body + packed), method, facts.readUInt32LE(18))
  return content !== undefined && crc32(content) === facts.readUInt32LE(10) ? undefined : 'sai mã kiểm tra'
}

const inflated = (packed: Buffer, method: number, size: number): Uint8Array | undefined => {
  if (method === 0) return packed.length === size ? packed : undefined
  if (method !== 8) return undefined
  try {
    const content = inflateRawSync(packed, { maxOutputLength: size + 1 })
    return content.length === size ? content : undefined
  } catch {
    return undefined
  }
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** CRC-32 of ISO 3309, as zip has it; `zlib.crc32` is not in every Node 20. */
const crc32 = (bytes: Uint8Array): number => {
  let value = 0xffffffff
  for (const byte of bytes) value = (value >>> 8) ^ (table[(value ^ byte) & 0xff] ?? 0)
  return (value ^ 0xffffffff) >>> 0
}
