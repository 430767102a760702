/** Named bytes → files, all or none: every file is complete under a temporary name before the first one gets its own. */

import * as disk from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import type { Report } from '../problem.ts'
import { errorCode, refusalOf } from '../text/system-errors.ts'
import { checkNames } from './names.ts'

/** What is asked of the file system; tests hand in one that fails. */
export type Disk = Pick<
  typeof disk,
  'lstat' | 'mkdir' | 'open' | 'readdir' | 'readFile' | 'rename' | 'unlink'
>

export type WriteOptions = {
  readonly disk?: Disk
  /** How the folder is called in problems, when not by its path. */
  readonly shown?: string
}

export type Written = {
  /** False when anything was refused (reported); then files that are not in `written` are as they were. */
  readonly ok: boolean
  /** Names of the files that got new bytes, in the order given. */
  readonly written: readonly string[]
  /** Names of the files that had these bytes already and were left alone. */
  readonly unchanged: readonly string[]
}

/** Names are paths below `folder`, with "/". Missing folders are made. */
export const writeFiles = async (
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  report: Report,
  options: WriteOptions = {},
): Promise<Written> => {
  const fs = options.disk ?? disk
  const shown = (options.shown ?? folder).replaceAll('\\', '/').replace(/\/$/, '')
  if (!checkNames(shown, [...files.keys()], report)) return { ok: false, written: [], unchanged: [] }

  const unchanged: string[] = []
  const ready: Ready[] = []
  const written: string[] = []
  const parents = new Set<string>()
  let current = ''
  try {
    for (const [name, bytes] of files) {
      current = name
      const target = join(folder, name)
      if (await holds(fs, target, bytes)) {
        unchanged.push(name)
        continue
      }
      const parent = dirname(target)
      if (!parents.has(parent)) await enter(fs, parent)
      parents.add(parent)
      ready.push({ name, target, temporary: await prepare(fs, parent, bytes) })
    }
    for (const { name, target, temporary } of ready) {
      current = name
      await fs.rename(temporary, target)
      written.push(name)
    }
    for (const parent of parents) await settle(fs, parent)
    return { ok: true, written, unchanged }
  } catch (error) {
    for (const { temporary } of ready.slice(written.length)) await fs.unlink(temporary).catch(() => undefined)
    const refusal = refusalOf(error)
    if (!refusal) throw error
    report({
      rule: 'publish/write',
      level: 'error',
      file: `${shown}/${current}`,
      message: `không ghi được tệp: ${refusal.why}`,
      hint: refusal.hint,
    })
    return { ok: false, written, unchanged }
  }
}

type Ready = { readonly name: string; readonly target: string; readonly temporary: string }

/** Does the file hold exactly these bytes? A folder in its place is an error now, before anything is renamed. */
const holds = async (fs: Disk, target: string, bytes: Uint8Array): Promise<boolean> => {
  try {
    const found = await fs.lstat(target)
    if (found.isDirectory()) throw Object.assign(new Error('EISDIR'), { code: 'EISDIR' })
    if (!found.isFile() || found.size !== bytes.length) return false
    return Buffer.compare(await fs.readFile(target), bytes) === 0
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false
    throw error
  }
}

/** The bytes, complete and on the disk, under a temporary name in the target's folder. Nothing is left when it fails. */
const prepare = async (fs: Disk, parent: string, bytes: Uint8Array): Promise<string> => {
  const { temporary, handle } = await openTemporary(fs, parent)
  try {
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    await fs.unlink(temporary).catch(() => undefined)
    throw error
  }
  return temporary
}

/** ".thongbao-<machine>-<process>-<n>.tmp": says who may still be writing it. */
const temporaryName = /^\.thongbao-([a-z0-9]*)-(\d+)-\d+\.tmp$/
const machine = (): string =>
  hostname()
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 40)

const openTemporary = async (
  fs: Disk,
  parent: string,
): Promise<{ temporary: string; handle: disk.FileHandle }> => {
  for (let count = 0; ; count += 1) {
    const temporary = join(parent, `.thongbao-${machine()}-${process.pid}-${count}.tmp`)
    try {
      return { temporary, handle: await fs.open(temporary, 'wx') }
    } catch (error) {
      // Taken by another worker of this process.
      if (errorCode(error) !== 'EEXIST') throw error
    }
  }
}

/**
 * Makes the folder and removes what killed runs left in it: only files of this machine whose process is gone, for
 * others may still be at work.
 */
const enter = async (fs: Disk, parent: string): Promise<void> => {
  await fs.mkdir(parent, { recursive: true })
  for (const name of await fs.readdir(parent)) {
    const [, host, pid] = temporaryName.exec(name) ?? []
    if (host === machine() && !isAlive(Number(pid)))
      await fs.unlink(join(parent, name)).catch(() => undefined)
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) !== 'ESRCH'
  }
}

/** The new names reach the disk too. Not every system lets a folder be synced; the files are complete either way. */
const settle = async (fs: Disk, parent: string): Promise<void> => {
  const handle = await fs.open(parent, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
