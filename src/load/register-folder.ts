/**
 * The register looked into number by number: which numbers a series has (by the names of its files alone), one entry,
 * and the entries of one record. Ten thousand entries are not parsed to find the next number.
 */

import { readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Report } from '../problem.ts'
import type { Source } from '../source.ts'
import { errorCode, refusalOf } from '../text/system-errors.ts'
import { readYaml } from './yaml.ts'

/** Where the register stands in a project. */
export const registerFolder = 'content/register'

/** `<year>/<series>/<number>` → its file in the project. */
export const entryFile = (id: string): string => `${registerFolder}/${id}.yaml`

/** What stands in a folder; nothing where there is none. Throws what the system refuses otherwise. */
const namesIn = async (root: string, folder: string): Promise<string[]> => {
  try {
    return await readdir(join(root, folder))
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return []
    throw error
  }
}

/** Years with a folder, ascending. */
export const yearsIn = async (root: string): Promise<string[]> =>
  (await namesIn(root, registerFolder)).filter((name) => /^\d{4}$/.test(name)).sort()

/** Series with a folder in a year. */
export const seriesIn = async (root: string, year: string): Promise<string[]> =>
  (await namesIn(root, `${registerFolder}/${year}`)).filter((name) => /^[A-Za-z0-9-]+$/.test(name)).sort()

/** Numbers taken in a series, ascending; a file named out of the way ("05.yml") takes its number too. */
export const numbersIn = async (root: string, year: string, series: string): Promise<number[]> =>
  (await namesIn(root, `${registerFolder}/${year}/${series}`))
    .flatMap((name) => {
      const [, number] = /^0*([1-9]\d*)\.ya?ml$/i.exec(name) ?? []
      return number === undefined ? [] : [Number(number)]
    })
    .sort((a, b) => a - b)

/** One entry, read but not understood; undefined when it is not there, or not to be read (reported). */
export const readEntry = async (root: string, id: string, report: Report): Promise<Source | undefined> => {
  const file = entryFile(id)
  try {
    return readYaml(file, await readFile(join(root, file)), report)
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    if (errorCode(error) !== 'ENOENT')
      report({
        rule: 'load/unreadable',
        level: 'error',
        file,
        message: `không đọc được: ${refusal.why}`,
        hint: refusal.hint,
      })
    return undefined
  }
}

/** The text of an entry as it stands, byte for byte as UTF-8; undefined when it is not there. */
export const entryText = async (root: string, id: string): Promise<string | undefined> => {
  try {
    return await readFile(join(root, entryFile(id)), 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/** Ids of the entries, from a year on, in which a word stands: to be read and looked at. */
export const entriesWith = async (root: string, word: string, fromYear: string): Promise<string[]> => {
  const wanted = Buffer.from(word)
  const found: string[] = []
  for (const year of await yearsIn(root)) {
    if (year < fromYear) continue
    for (const series of await seriesIn(root, year))
      for (const number of await numbersIn(root, year, series)) {
        const id = `${year}/${series}/${number}`
        // Thousands of small files: waiting for each in turn costs more than reading it.
        if (contains(join(root, entryFile(id)), wanted)) found.push(id)
      }
  }
  return found
}

const contains = (path: string, wanted: Buffer): boolean => {
  try {
    return readFileSync(path).includes(wanted)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false
    throw error
  }
}
