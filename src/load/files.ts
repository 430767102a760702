/** Files and folders of a project as they are on the disk: listed in a fixed order, read whole, refused when they are something else. */

import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '../problem.ts'
import { errorCode, refusalOf } from '../text/system-errors.ts'
import { checkName, isNoise } from './file-names.ts'

/** A project: a folder on the disk, or its files by path, as git hands over those of another day. */
export type Root = string | ReadonlyMap<string, Uint8Array>

/** A record is a few pages; whatever is larger was put here by mistake. */
export const largest = 4 * 1024 * 1024

/**
 * Paths of all files below a folder of the project, with "/", in the order of their names. Hidden files and what
 * editors leave behind are passed over; links, devices and names that other systems cannot hold are reported.
 */
export const listFiles = async (root: Root, folder: string, report: Report): Promise<string[]> => {
  if (typeof root !== 'string') return listed(root, folder, report)
  const entries = await attempt(folder, report, async () =>
    readdirSync(join(root, folder), { withFileTypes: true }),
  )
  const files: string[] = []
  for (const entry of (entries ?? []).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = `${folder}/${entry.name}`
    if (isNoise(entry.name)) continue
    if (entry.isSymbolicLink()) {
      report({
        rule: 'load/file-name',
        level: 'error',
        file: path.normalize('NFC'),
        message: 'đây là liên kết tới nơi khác, cần tệp hoặc thư mục thật nằm trong dự án',
        hint: 'chép tệp vào đây thay cho liên kết',
      })
    } else if (entry.isDirectory()) {
      checkName(path, report)
      files.push(...(await listFiles(root, path, report)))
    } else if (entry.isFile()) {
      checkName(path, report)
      files.push(path)
    } else {
      report({
        rule: 'load/unreadable',
        level: 'error',
        file: path,
        message: 'đây không phải tệp thường nên không đọc',
      })
    }
  }
  return files
}

const listed = (files: Exclude<Root, string>, folder: string, report: Report): string[] => {
  const paths = [...files.keys()].filter(
    (path) => path.startsWith(`${folder}/`) && !path.split('/').some(isNoise),
  )
  for (const path of paths) checkName(path, report)
  return paths.sort()
}

/** The bytes of a file of the project, or undefined (reported). */
export const readBytes = async (root: Root, file: string, report: Report): Promise<Uint8Array | undefined> =>
  attempt(file, report, async () => {
    if (typeof root !== 'string') return root.get(file)
    const { size } = lstatSync(join(root, file))
    // Files as small as these are there before a promise is.
    if (size <= largest) return readFileSync(join(root, file))
    report({
      rule: 'load/unreadable',
      level: 'error',
      file,
      message: `tệp lớn ${Math.ceil(size / 1024 / 1024)} MB, cần không quá ${largest / 1024 / 1024} MB`,
      hint: 'kiểm tra xem có đúng là tệp bản ghi không',
    })
    return undefined
  })

/** The text of a file as it stands on the disk: byte order mark, line ends and loose marks included. Throws when it is no UTF-8. */
export const rawText = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)

/** Is there something of this kind at the path? A link counts as what it is: neither. */
export const isThere = async (root: Root, path: string, kind: 'file' | 'folder'): Promise<boolean> => {
  if (typeof root !== 'string')
    return kind === 'file' ? root.has(path) : [...root.keys()].some((file) => file.startsWith(`${path}/`))
  try {
    const found = lstatSync(join(root, path))
    return kind === 'file' ? !found.isDirectory() : found.isDirectory()
  } catch (error) {
    if (errorCode(error) === undefined) throw error
    return false
  }
}

const attempt = async <T>(file: string, report: Report, read: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await read()
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
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
