/** The text of a file as problems count it, for the line shown under a problem. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** NFC, without a byte order mark; bytes that are no UTF-8 come out as "�". Undefined when it cannot be read. */
export const displayText = (root: string, file: string): string | undefined => {
  try {
    return new TextDecoder('utf-8').decode(readFileSync(join(root, file))).normalize('NFC')
  } catch {
    return undefined
  }
}
