/** Bytes and texts → SHA-256 in hex. */

import { hash } from 'node:crypto'

export const sha256 = (content: Uint8Array | string): string => hash('sha256', content, 'hex')

/** One key of several texts; no two lists of texts have the same. */
export const keyOf = (...parts: readonly (string | undefined)[]): string => sha256(JSON.stringify(parts))
