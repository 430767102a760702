/** A package → the disk, once: what has been handed over is never written again, only completed or followed by a new version. */

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Report } from '../../problem.ts'
import { errorCode, refusalOf } from '../../text/system-errors.ts'
import { writeFiles } from '../write.ts'
import { sha256 } from './identifiers.ts'
import { manifestName } from './manifest.ts'
import { filesOnDisk, folderOf, type Package, zipName } from './package.ts'

/** A folder on the disk and its name in problems. */
export type Folder = { readonly path: string; readonly shown: string }

export type HandOver = {
  readonly year: string
  readonly fileCode: string
  /** The package as the given version of itself. */
  readonly make: (version: number) => Package
  /** out/archive */
  readonly packages: Folder
  /** content/archive: the checksums of every version, kept with the records when `out/` is not. */
  readonly receipts: Folder
  /** Take another version where the last one holds something else. */
  readonly newVersion: boolean
}

export type HandedOver = {
  readonly package: Package
  readonly version: number
  /** Paths below out/archive that were written; empty: everything was there already. */
  readonly written: readonly string[]
  readonly receipt: string
}

/** Undefined: refused (reported), and nothing was written. */
export const handOver = async (asked: HandOver, report: Report): Promise<HandedOver | undefined> => {
  const { make, packages, receipts, newVersion } = asked
  try {
    const latest = await latestVersion(asked)
    const current = ready(asked, make, Math.max(1, latest))
    const differs = latest === 0 ? [] : await differences(asked, current)
    if (differs.length > 0 && !newVersion) {
      report({
        rule: 'archive/handed-over',
        level: 'error',
        file: `${packages.shown}/${current.made.folder}`,
        message: `gói này đã có và khác gói vừa dựng, ở ${shortList(differs)}; gói đã giao không được ghi lại`,
        hint: `hồ sơ có thêm hoặc đổi nội dung thì đóng phiên bản mới: thêm --new-version; gói chưa giao cho ai thì xóa thư mục này và ${receipts.shown}/${current.receipt.name} rồi chạy lại`,
      })
      return undefined
    }
    const chosen = differs.length > 0 ? ready(asked, make, latest + 1) : current
    const onDisk = await writeFiles(packages.path, chosen.files, report, { shown: packages.shown })
    if (!onDisk.ok) return undefined
    const receipt = new Map([[chosen.receipt.name, chosen.receipt.bytes]])
    if (!(await writeFiles(receipts.path, receipt, report, { shown: receipts.shown })).ok) return undefined
    return {
      package: chosen.made,
      version: chosen.version,
      written: onDisk.written,
      receipt: chosen.receipt.name,
    }
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    report({
      rule: 'publish/write',
      level: 'error',
      file: packages.shown,
      message: `không đọc được các gói đã có: ${refusal.why}`,
      hint: refusal.hint,
    })
    return undefined
  }
}

type Ready = {
  readonly version: number
  readonly made: Package
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly receipt: { readonly name: string; readonly bytes: Uint8Array }
}

const ready = ({ year, fileCode }: HandOver, make: HandOver['make'], version: number): Ready => {
  const made = make(version)
  const files = filesOnDisk(made)
  return {
    version,
    made,
    files,
    receipt: { name: receiptName(year, fileCode, version), bytes: receiptOf(made, files) },
  }
}

export const receiptName = (year: string, fileCode: string, version: number): string =>
  `${year}/${fileCode}.v${version}.sha256`

/** Two lines that `sha256sum -c` checks when it is run in out/archive. */
export const receiptOf = ({ folder, objid }: Package, files: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  new TextEncoder().encode(
    [zipName(objid), manifestName]
      .map((name) => `${folder}/${name}`)
      .map((path) => `${sha256(files.get(path) ?? new Uint8Array())}  ${path}\n`)
      .join(''),
  )

/** 0 where there is none yet. */
const latestVersion = async ({ year, fileCode, packages, receipts }: HandOver): Promise<number> => {
  const folders = await namesIn(join(packages.path, year, fileCode))
  const lists = await namesIn(join(receipts.path, year))
  const versions = [
    ...folders.map((name) => /^v([1-9]\d*)$/.exec(name)?.[1]),
    ...lists.map((name) =>
      name.startsWith(`${fileCode}.v`)
        ? /^([1-9]\d*)\.sha256$/.exec(name.slice(fileCode.length + 2))?.[1]
        : undefined,
    ),
  ]
  return Math.max(0, ...versions.map((version) => Number(version ?? 0)))
}

/** What is there and is not what was made. Files that are not there yet are no difference. */
const differences = async (
  { year, fileCode, packages, receipts }: HandOver,
  { version, files, receipt }: Ready,
): Promise<string[]> => {
  const folder = folderOf({ year, fileCode, version })
  const known = await readIfThere(join(receipts.path, receipt.name))
  const found: string[] = []
  for (const path of await filesBelow(join(packages.path, folder))) {
    const made = files.get(`${folder}/${path}`)
    const there = await readFile(join(packages.path, folder, path))
    if (!made || Buffer.compare(made, there) !== 0) found.push(path)
  }
  if (known && Buffer.compare(known, receipt.bytes) !== 0) found.push(`${receipts.shown}/${receipt.name}`)
  return found
}

const filesBelow = async (folder: string, below = ''): Promise<string[]> => {
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch(whenMissing([]))
  const found: string[] = []
  for (const entry of entries) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    // What a killed run left behind is swept up by the next one that writes.
    if (/^\.thongbao-.*\.tmp$/.test(entry.name)) continue
    if (entry.isDirectory()) found.push(...(await filesBelow(folder, path)))
    else found.push(path)
  }
  return found.sort()
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(whenMissing([]))

const readIfThere = (path: string): Promise<Uint8Array | undefined> =>
  readFile(path).catch(whenMissing(undefined))

const whenMissing =
  <T>(value: T) =>
  (error: unknown): T => {
    if (errorCode(error) === 'ENOENT') return value
    throw error
  }

/** The zip and the list of checksums differ whenever anything does: they are named only when nothing else is. */
const shortList = (paths: readonly string[]): string => {
  const inside = paths.filter((path) => !path.endsWith('.zip') && path !== manifestName)
  const told = (inside.length > 0 ? inside : paths).map((path) => path.replace(/^uuid-[^/]*\//, ''))
  return told.length > 3 ? `${told.slice(0, 3).join(', ')} và ${told.length - 3} tệp khác` : told.join(', ')
}
