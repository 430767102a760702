/** One result → the file that the user named with -o. */

import { basename, dirname, relative } from 'node:path'
import type { Report } from '../problem.ts'
import { writeFiles } from '../publish/write.ts'
import type { Io } from './io.ts'

/** `path` is absolute. What kept it from being written is reported. */
export const putOut = async (
  path: string,
  content: string | Uint8Array,
  io: Io,
  report: Report,
): Promise<boolean> => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const shown = (relative(io.cwd, dirname(path)) || '.').replaceAll('\\', '/')
  return (await writeFiles(dirname(path), new Map([[basename(path), bytes]]), report, { shown })).ok
}
