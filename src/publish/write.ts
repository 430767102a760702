/** Named bytes → files, all or none: every file is complete under a temporary name before the first one gets its own. */

import * as disk from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Report } from '../problem.ts'
import { errorCode, refusalOf } from '../text/system-errors.ts'
import { makeFolder } from './folders.ts'
import { checkNames } from './names.ts'
import { isGone, writer } from './temporary.ts'

/** What is asked of the file system; tests hand in one that fails. */
export type Disk = Pick<
  typeof disk,
  'lstat' | 'mkdir' | 'open' | 'readdir' | 'readFile' | 'rename' | 'unlink'
>

export type WriteOptions = {
  readonly disk?: Disk
  /** How the folder is called in problems, when not by its path. */
  readonly shown?: string
  /** For many writes into the same folders. */
  readonly session?: Session
}

/** Folders that were tidied when they were first written into, and whose new names reach the disk at the end. */
export type Session = {
  readonly folders: Map<string, Promise<void>>
  /** Bytes reach the disk when the system likes: for files that are made again in a moment. */
  readonly hasty: boolean
}

export const openSession = ({ hasty = false } = {}): Session => ({ folders: new Map(), hasty })

/** Whatever was written in the session has reached the disk, names and all. */
export const closeSession = async (
  { folders, hasty }: Session,
  fs: Pick<Disk, 'open'> = disk,
): Promise<void> => {
  if (!hasty) for (const folder of folders.keys()) await settle(fs, folder)
}

export type Written = {
  /** False when anything was refused (reported); then files that are not in `written` are as they were. */
  readonly ok: boolean
  /** Names of the files that got new bytes, in the order given. */
  readonly written: readonly string[]
  /** Names of the files that had these bytes already and were left alone. */
  readonly unchanged: readonly string[]
}

/** Files that are complete, but under temporary names. Exactly one of the two is to be called. */
export type Staged = {
  /** Gives every file its name. */
  readonly commit: () => Promise<Written>
  /** Takes the temporary files away; everything is as it was. */
  readonly discard: () => Promise<void>
}

/** Names are paths below `folder`, with "/". Missing folders are made. */
export const writeFiles = async (
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  report: Report,
  options: WriteOptions = {},
): Promise<Written> => {
  const { staged, unchanged } = await stage(folder, files, report, options)
  return staged ? staged.commit() : { ok: false, written: [], unchanged }
}

/** Everything that can fail for want of room or rights happens here; undefined when it did (reported). */
export const stageFiles = async (
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  report: Report,
  options: WriteOptions = {},
): Promise<Staged | undefined> => (await stage(folder, files, report, options)).staged

const stage = async (
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  report: Report,
  options: WriteOptions,
): Promise<{ readonly staged?: Staged; readonly unchanged: readonly string[] }> => {
  const fs = options.disk ?? disk
  const shown = (options.shown ?? folder).replaceAll('\\', '/').replace(/\/$/, '')
  if (!checkNames(shown, [...files.keys()], report)) return { unchanged: [] }

  const unchanged: string[] = []
  const ready: Ready[] = []
  const parents = new Set<string>()
  const discard = async (from: number): Promise<void> => {
    for (const { temporary } of ready.slice(from)) await fs.unlink(temporary).catch(() => undefined)
  }
  const hasty = options.session?.hasty === true
  const folders = options.session?.folders ?? new Map<string, Promise<void>>()
  const put = async (name: string, bytes: Uint8Array): Promise<Ready | undefined> => {
    const target = join(folder, name)
    if (await holds(fs, target, bytes)) return undefined
    const parent = dirname(target)
    parents.add(parent)
    if (!folders.has(parent)) folders.set(parent, enter(fs, parent))
    await folders.get(parent)
    return { name, target, temporary: await prepare(fs, parent, bytes, hasty) }
  }
  // All at once: what takes long is waiting for the disk.
  const names = [...files.keys()]
  const puts = await Promise.allSettled([...files].map(([name, bytes]) => put(name, bytes)))
  const failures: [name: string, fault: unknown][] = []
  for (const [at, name] of names.entries()) {
    const done = puts[at]
    if (done?.status === 'rejected') failures.push([name, done.reason])
    else if (done?.value) ready.push(done.value)
    else unchanged.push(name)
  }
  const [failure] = failures
  if (failure) {
    const [name, fault] = failure
    await discard(0)
    refused(fault, `${shown}/${name}`, report)
    return { unchanged }
  }
  const commit = async (): Promise<Written> => {
    const written: string[] = []
    let current = ''
    try {
      for (const { name, target, temporary } of ready) {
        current = name
        await fs.rename(temporary, target)
        written.push(name)
      }
      if (!options.session) for (const parent of parents) await settle(fs, parent)
      return { ok: true, written, unchanged }
    } catch (error) {
      await discard(written.length)
      refused(error, `${shown}/${current}`, report)
      return { ok: false, written, unchanged }
    }
  }
  return { staged: { commit, discard: () => discard(0) }, unchanged }
}

/** What the operating system refuses is told; anything else is our own fault and goes on. */
const refused = (error: unknown, file: string, report: Report): void => {
  const refusal = refusalOf(error)
  if (!refusal) throw error
  report({
    rule: 'publish/write',
    level: 'error',
    file,
    message: `không ghi được tệp: ${refusal.why}`,
    hint: refusal.hint,
  })
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
const prepare = async (fs: Disk, parent: string, bytes: Uint8Array, hasty: boolean): Promise<string> => {
  const { temporary, handle } = await openTemporary(fs, parent)
  try {
    try {
      await handle.writeFile(bytes)
      if (!hasty) await handle.sync()
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
const temporaryName = /^\.thongbao-([a-z0-9]*-\d+)-\d+\.tmp$/

const openTemporary = async (
  fs: Disk,
  parent: string,
): Promise<{ temporary: string; handle: disk.FileHandle }> => {
  for (let count = 0; ; count += 1) {
    const temporary = join(parent, `.thongbao-${writer()}-${count}.tmp`)
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
  await makeFolder(parent, fs.mkdir)
  for (const name of await fs.readdir(parent)) {
    const [, who] = temporaryName.exec(name) ?? []
    if (who !== undefined && isGone(who)) await fs.unlink(join(parent, name)).catch(() => undefined)
  }
}

/** The new names reach the disk too. Not every system lets a folder be synced; the files are complete either way. */
export const settle = async (fs: Pick<Disk, 'open'>, parent: string): Promise<void> => {
  const handle = await fs.open(parent, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
