/** Bytes and texts → SHA-256 in hex. */

import { createHash, hash } from 'node:crypto'

export const sha256 = (content: Uint8Array | string): string => hash('sha256', content, 'hex')

/** Of the whole, in one. */
export const sha256Of = (parts: readonly Uint8Array[]): string => {
  const whole = createHash('sha256')
  for (const part of parts) whole.update(part)
  return whole.digest('hex')
}

/** One key of several texts; no two lists of texts have the same. */
export const keyOf = (...parts: readonly (string | undefined)[]): string => sha256(JSON.stringify(parts))
