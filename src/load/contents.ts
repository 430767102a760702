/** Bytes of files that are compared before anybody looks into them. Synchronous: for thousands of small files that is the fastest. */

import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { largest } from './files.ts'

/** Undefined when the file cannot be read, or is larger than a record may be: whoever needs it will be told why. */
export const contentNow = (root: string, file: string): Buffer | undefined => {
  const path = join(root, file)
  try {
    const found = lstatSync(path)
    return found.isFile() && found.size <= largest ? readFileSync(path) : undefined
  } catch {
    return undefined
  }
}
