/** A list in the format that was asked for → the standard output or a file. */

import { basename, dirname, relative } from 'node:path'
import type { Report } from '../problem.ts'
import { writeFiles } from '../publish/write.ts'
import type { Common } from './io.ts'

/** Text for a terminal, or the bytes of a file. */
export type Made = string | Uint8Array

type Asked = Common & {
  readonly as: string
  /** Absolute. */
  readonly output: string | undefined
}

/** What a terminal cannot show goes into a file even when none is named. */
const binary = ['xlsx', 'pdf']

/**
 * Answers the file that was written, as the user knows it. With --json the standard output is taken, so that without a
 * file nothing is made. `usual`: where a file goes that was given no name.
 */
export const put = async (
  { as, output, json, quiet, io }: Asked,
  make: () => Promise<Made>,
  usual: string,
  report: Report,
): Promise<string | undefined> => {
  const target = output ?? (binary.includes(as) ? usual : undefined)
  if (target === undefined) {
    if (!json) io.stdout.write(textOf(await make()))
    return undefined
  }
  const folder = (relative(io.cwd, dirname(target)) || '.').replaceAll('\\', '/')
  const made = await make()
  const bytes = typeof made === 'string' ? new TextEncoder().encode(made) : made
  const { ok } = await writeFiles(dirname(target), new Map([[basename(target), bytes]]), report, {
    shown: folder,
  })
  if (!ok) return undefined
  const shown = `${folder}/${basename(target)}`.replace(/^\.\//, '')
  if (!json && !quiet) io.stdout.write(`${shown}\n`)
  return shown
}

/** The byte order mark of a CSV goes along. */
const textOf = (made: Made): string =>
  typeof made === 'string' ? made : new TextDecoder('utf-8', { ignoreBOM: true }).decode(made)
