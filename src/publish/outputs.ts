/** Files of an output folder as the file system tells of them, without reading what is in them. */

import { lstatSync, readFileSync } from 'node:fs'

/** Changes whenever the bytes do, and sometimes when they do not. */
export type Mark = { readonly mark: string; readonly at: number }

/** `at`: when it last changed, in milliseconds of the file system's clock. Undefined: no file of that name. */
export const markOf = (folder: string, name: string): Mark | undefined => {
  try {
    const found = lstatSync(`${folder}/${name}`, { throwIfNoEntry: false })
    if (!found) return undefined
    const { size, mtimeMs, ctimeMs, ino } = found
    return found.isFile() ? { mark: `${size} ${mtimeMs} ${ctimeMs} ${ino}`, at: ctimeMs } : undefined
  } catch {
    return undefined
  }
}

/** Undefined when it cannot be read. */
export const outputBytes = (folder: string, name: string): Buffer | undefined => {
  try {
    return readFileSync(`${folder}/${name}`)
  } catch {
    return undefined
  }
}
