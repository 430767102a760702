/** out/archive → the packages in it, and what lies there and belongs to none. Also the receipts kept for them. */

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Report } from '../../problem.ts'
import { errorCode } from '../../text/system-errors.ts'
import type { Folder } from './hand-over.ts'
import { readManifest } from './manifest.ts'

/** Paths below the folder: '2020/<fileCode>/v1'. Whatever else is there is reported. */
export const findPackages = async ({ path, shown }: Folder, report: Report): Promise<string[]> => {
  const levels = [/^\d{4}$/, /^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$/, /^v[1-9]\d*$/]
  const look = async (below: string, depth: number): Promise<string[]> => {
    const level = levels[depth]
    if (!level) return [below]
    const found: string[] = []
    for (const entry of await entriesOf(join(path, below))) {
      const inner = below === '' ? entry.name : `${below}/${entry.name}`
      if (entry.isDirectory() && level.test(entry.name)) found.push(...(await look(inner, depth + 1)))
      else
        report({
          rule: 'verify/extra',
          level: 'error',
          file: `${shown}/${inner}`,
          message: 'không thuộc gói nào',
          hint: 'chuyển đi nơi khác; thư mục này chỉ chứa các gói do lệnh archive ghi',
        })
    }
    return found
  }
  return look('', 0)
}

export type Receipt = {
  /** '2020/<fileCode>.v1.sha256' */
  readonly name: string
  /** '2020/<fileCode>/v1' */
  readonly package: string
  /** Path below out/archive → checksum. */
  readonly sums: ReadonlyMap<string, string>
}

export const readReceipts = async ({ path, shown }: Folder, report: Report): Promise<Receipt[]> => {
  const receipts: Receipt[] = []
  for (const year of await entriesOf(path)) {
    if (!year.isDirectory()) continue
    for (const { name } of await entriesOf(join(path, year.name))) {
      const [, fileCode, version] = /^(.+)\.v([1-9]\d*)\.sha256$/.exec(name) ?? []
      const { sums, wrongLines } = readManifest(await readFile(join(path, year.name, name)))
      if (fileCode !== undefined && wrongLines.length === 0 && sums.size === 2) {
        receipts.push({ name: `${year.name}/${name}`, package: `${year.name}/${fileCode}/v${version}`, sums })
      } else {
        report({
          rule: 'verify/changed',
          level: 'error',
          file: `${shown}/${year.name}/${name}`,
          message: 'không phải biên nhận mã kiểm tra của một gói',
          hint: 'khôi phục tệp từ git',
        })
      }
    }
  }
  return receipts
}

const entriesOf = async (folder: string) => {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.filter(({ name }) => !name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}
