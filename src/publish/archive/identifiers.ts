/** Names → the UUIDs, checksums and times of a package. All derived: the same records give the same package. */

import { createHash } from 'node:crypto'

/** Our own name space for RFC 9562 version 5; never to be changed, or every package gets other identifiers. */
const nameSpace = Buffer.from('7c0f6f2e5a3d4b8e9a1c2d3e4f506172', 'hex')

/** RFC 9562 version 5, in upper case as TT 05/2025 writes them. */
export const uuidOf = (...name: readonly string[]): string => {
  const hash = createHash('sha1').update(nameSpace).update(name.join('\n')).digest()
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6)
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = hash.subarray(0, 16).toString('hex').toUpperCase()
  return [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([from, to]) => hex.slice(from, to))
    .join('-')
}

/** 64 lower-case hex digits, as sha256sum prints them. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** METS wants the same in upper case. */
export const metsChecksum = (bytes: Uint8Array): string => sha256(bytes).toUpperCase()

/** 'YYYY-MM-DD' → the start of that day in Vietnam. */
export const timeOf = (day: string): string => `${day}T00:00:00.000+07:00`

/** 'YYYY-MM-DD' → 'DD/MM/YYYY'. */
export const slashDate = (day: string): string => day.split('-').reverse().join('/')
