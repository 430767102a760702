/** The folder of XML schemas that a project names → the schemas in it, to be copied into packages. */

import { readdir, readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Report } from '../problem.ts'
import { refusalOf } from '../text/system-errors.ts'

/** By file name. Empty when the folder cannot be read (reported, told about `file`). */
export const readSchemas = async (
  root: string,
  folder: string,
  file: string,
  report: Report,
): Promise<ReadonlyMap<string, Uint8Array>> => {
  const path = resolve(root, folder)
  try {
    const names = (await readdir(path)).filter((name) => /^[A-Za-z0-9_.-]+\.xsd$/.test(name)).sort()
    const found = new Map<string, Uint8Array>()
    for (const name of names) found.set(name, await readFile(resolve(path, name)))
    return found
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    report({
      rule: 'archive/schemas',
      level: 'error',
      file,
      message: `không đọc được thư mục lược đồ "${folder}": ${refusal.why}`,
      hint: 'kiểm tra archive.schemas trong content/project.yaml',
    })
    return new Map()
  }
}
