/** A folder or a zip on the disk → what is in it, read and not believed. */

import { lstat, readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Report } from '../../problem.ts'
import { errorCode, refusalOf } from '../../text/system-errors.ts'
import { readZip } from '../../zip.ts'
import { type Listed, manifestName, readManifest } from './manifest.ts'
import { zipFlaw } from './zip-flaw.ts'

/** One package in every form that is there: as a folder, as a zip, with the list of checksums beside it. */
export type OpenedPackage = {
  /** As the user knows it; problems are told about files below it. */
  readonly shown: string
  /** The folder that holds all forms was given, in which the list of checksums may not be missing. */
  readonly whole: boolean
  /** Everything found, by path as the list of checksums writes it: 'uuid-…/METS.xml', '1uuid-….zip'. */
  readonly found: ReadonlyMap<string, Uint8Array>
  /** Absent: nobody gave one along. */
  readonly manifest?: Listed
  /** 'uuid-…' → files below it. Usually one. */
  readonly folders: ReadonlyMap<string, ReadonlyMap<string, Uint8Array>>
  /** Name of the zip → what is in it. */
  readonly zips: ReadonlyMap<string, ReadonlyMap<string, Uint8Array>>
}

/** `path` may be the folder that holds all forms, the package's own folder, or a zip. Undefined: reported. */
export const openPackage = async (
  path: string,
  shown: string,
  report: Report,
): Promise<OpenedPackage | undefined> => {
  const kind = await kindOf(path)
  const say = (message: string, hint: string, file = shown): undefined => {
    report({ rule: 'verify/package', level: 'error', file, message, hint })
    return undefined
  }
  if (kind === undefined) return say('không có tệp hoặc thư mục này', 'kiểm tra đường dẫn của gói')
  const parent = dirname(path)
  const name = basename(path)
  try {
    if (kind === 'folder' && !(await isAt(join(path, 'METS.xml')))) {
      const found = await readBelow(path, shown, report)
      const names = [...found.keys()]
      if (
        !found.has(manifestName) &&
        !names.some((each) => each.endsWith('METS.xml') || each.endsWith('.zip'))
      )
        return say('đây không phải một gói lưu trữ', 'nêu thư mục hoặc tệp .zip mà lệnh archive đã ghi')
      return sorted(found, shown, true, report)
    }
    // The list that lies beside a package speaks of it too.
    const beside = await readIfThere(join(parent, manifestName))
    const listed = beside ? readManifest(beside) : undefined
    const manifest = listed && only(listed, name)
    const read =
      kind === 'folder' ? await readBelow(path, shown, report) : new Map([['', await readFile(path)]])
    const found = new Map([...read].map(([each, bytes]) => [each === '' ? name : `${name}/${each}`, bytes]))
    return sorted(found, parentOf(shown, name), false, report, manifest)
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    return say(`không đọc được: ${refusal.why}`, refusal.hint)
  }
}

/** 'a/b/x.zip' → 'a/b'. */
const parentOf = (shown: string, name: string): string =>
  shown.slice(0, Math.max(0, shown.length - name.length - 1)) || '.'

/** Only what the list says of one folder or file; nothing when it does not speak of it. */
const only = ({ sums, wrongLines }: Listed, name: string): Listed | undefined => {
  const about = new Map([...sums].filter(([path]) => path === name || path.startsWith(`${name}/`)))
  return about.size === 0 ? undefined : { sums: about, wrongLines }
}

const sorted = (
  found: ReadonlyMap<string, Uint8Array>,
  shown: string,
  whole: boolean,
  report: Report,
  given?: Listed,
): OpenedPackage => {
  const list = found.get(manifestName)
  const manifest = list ? readManifest(list) : given
  const folders = new Map<string, Map<string, Uint8Array>>()
  const zips = new Map<string, ReadonlyMap<string, Uint8Array>>()
  for (const [path, bytes] of found) {
    const slash = path.indexOf('/')
    if (slash !== -1) {
      const folder = folders.get(path.slice(0, slash)) ?? new Map<string, Uint8Array>()
      folders.set(path.slice(0, slash), folder.set(path.slice(slash + 1), bytes))
    } else if (path.endsWith('.zip')) {
      const entries = unzipped(bytes, `${shown}/${path}`, report)
      if (entries) zips.set(path, entries)
    }
  }
  return { shown, whole, found, folders, zips, ...(manifest ? { manifest } : {}) }
}

/** Larger than any hồ sơ of notices; a zip that says more of itself is a bomb. */
const largest = 2 * 1024 * 1024 * 1024

const unzipped = (bytes: Uint8Array, file: string, report: Report): Map<string, Uint8Array> | undefined => {
  const say = (message: string): undefined => {
    report({
      rule: 'verify/changed',
      level: 'error',
      file,
      message,
      hint: 'lấy lại bản gốc của tệp .zip; không nộp tệp này',
    })
    return undefined
  }
  const flaw = zipFlaw(bytes)
  if (flaw !== undefined) say(`tệp nén đã bị thay đổi: ${flaw}`)
  let total = 0
  try {
    const entries = readZip(bytes, (_, size) => {
      total += size
      return total <= largest
    })
    return total > largest ? say('tệp nén bung ra quá lớn') : entries
  } catch {
    return flaw === undefined ? say('tệp nén bị hỏng, không mở được') : undefined
  }
}

const kindOf = async (path: string): Promise<'file' | 'folder' | undefined> => {
  try {
    const found = await lstat(path)
    return found.isDirectory() ? 'folder' : found.isFile() ? 'file' : undefined
  } catch (error) {
    if (errorCode(error) === undefined) throw error
    return undefined
  }
}

const isAt = async (path: string): Promise<boolean> => (await kindOf(path)) === 'file'

const readIfThere = async (path: string): Promise<Uint8Array | undefined> =>
  (await isAt(path)) ? readFile(path) : undefined

/** Every file below a folder, by path with "/". Whatever is neither file nor folder is reported. */
const readBelow = async (folder: string, shown: string, report: Report): Promise<Map<string, Uint8Array>> => {
  const found = new Map<string, Uint8Array>()
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      for (const [below, bytes] of await readBelow(path, `${shown}/${entry.name}`, report))
        found.set(`${entry.name}/${below}`, bytes)
    } else if (entry.isFile()) {
      found.set(entry.name, await readFile(path))
    } else {
      report({
        rule: 'verify/extra',
        level: 'error',
        file: `${shown}/${entry.name}`,
        message: 'đây là liên kết hoặc thiết bị, một gói chỉ có tệp và thư mục',
      })
    }
  }
  return found
}
