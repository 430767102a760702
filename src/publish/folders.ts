/** Missing folders of a path, made one by one. */

import type { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { errorCode } from '../text/system-errors.ts'

/**
 * Like `mkdir` with `recursive`, which on Node 20 never returns where a folder answers "not there" for its own
 * children for good (as under /proc). Throws the system's error.
 */
export const makeFolder = async (folder: string, make: typeof mkdir): Promise<void> => {
  try {
    await makeOne(folder, make)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' || dirname(folder) === folder) throw error
    await makeFolder(dirname(folder), make)
    await makeOne(folder, make)
  }
}

/** Whether what is there already is a folder shows as soon as something is put into it. */
const makeOne = async (folder: string, make: typeof mkdir): Promise<void> => {
  try {
    await make(folder)
  } catch (error) {
    if (!['EEXIST', 'EISDIR'].includes(errorCode(error) ?? '')) throw error
  }
}
