/**
 * Entries of the register → files, one a number. A new entry appears whole and at once by `link`, which the system
 * refuses when the number is taken; a changed one by `rename`. What was still to be done when a run was killed can be
 * seen by the next one: the temporary file stays until everything that follows the entry is done.
 */

import * as disk from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Report } from '../problem.ts'
import { errorCode, refusalOf } from '../text/system-errors.ts'
import { makeFolder } from './folders.ts'
import { isGone, writer } from './temporary.ts'
import { isLeftTurn } from './turn.ts'
import { settle } from './write.ts'

/** What is asked of the file system; tests hand in one that fails. */
export type RegisterDisk = Pick<
  typeof disk,
  'link' | 'lstat' | 'mkdir' | 'open' | 'readFile' | 'readdir' | 'rename' | 'unlink'
>

export type RegisterPlace = {
  /** Absolute. */
  readonly folder: string
  /** How it is called in problems: 'content/register'. */
  readonly shown: string
  readonly disk?: RegisterDisk
}

export type Entered = {
  /** To be called when everything that follows from the entry is done; until then the next run would do it. */
  readonly finish: () => Promise<void>
}

/** A new number, `<year>/<series>/<number>`. 'taken': somebody else has it. Undefined: refused (reported). */
export const publishEntry = async (
  place: RegisterPlace,
  id: string,
  text: string,
  report: Report,
): Promise<Entered | 'taken' | undefined> =>
  enter(place, id, text, report, async (fs, temporary, target) => {
    await fs.link(temporary, target)
  })

/** New text for a number that is there. 'taken': it no longer says `before`. Undefined: refused (reported). */
export const replaceEntry = async (
  place: RegisterPlace,
  id: string,
  before: string,
  text: string,
  report: Report,
): Promise<Entered | 'taken' | undefined> =>
  enter(place, id, text, report, async (fs, temporary, target) => {
    if ((await fs.readFile(target, 'utf8')) !== before)
      throw Object.assign(new Error('EEXIST'), { code: 'EEXIST' })
    const second = `${temporary}.new`
    await fs.link(temporary, second)
    await fs.rename(second, target)
  })

const enter = async (
  place: RegisterPlace,
  id: string,
  text: string,
  report: Report,
  publish: (fs: RegisterDisk, temporary: string, target: string) => Promise<void>,
): Promise<Entered | 'taken' | undefined> => {
  const fs = place.disk ?? disk
  const target = join(place.folder, `${id}.yaml`)
  const temporary = join(place.folder, temporaryFor(id))
  const discard = async (): Promise<void> => {
    await fs.unlink(`${temporary}.new`).catch(() => undefined)
    await fs.unlink(temporary).catch(() => undefined)
  }
  try {
    await makeFolder(dirname(target), fs.mkdir)
    await fs.unlink(temporary).catch(() => undefined)
    const handle = await fs.open(temporary, 'wx')
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await publish(fs, temporary, target)
    await settle(fs, dirname(target))
    return { finish: discard }
  } catch (error) {
    await discard()
    if (errorCode(error) === 'EEXIST') return 'taken'
    const refusal = refusalOf(error)
    if (!refusal) throw error
    const linkless = ['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EMLINK'].includes(errorCode(error) ?? '')
    report({
      rule: 'publish/write',
      level: 'error',
      file: `${place.shown}/${id}.yaml`,
      message: `không ghi được vào sổ, chưa lấy số nào: ${refusal.why}`,
      hint: linkless
        ? 'sổ phải nằm trên ổ đĩa có liên kết cứng (NTFS, ext4, APFS), không phải thẻ nhớ hay ổ mạng'
        : refusal.hint,
    })
    return undefined
  }
}

/** Says who is writing which entry: ".thongbao-may1-4711.2026.TB.5.tmp". */
const temporaryFor = (id: string): string => `.thongbao-${writer()}.${id.replaceAll('/', '.')}.tmp`
const temporaryName = /^\.thongbao-([a-z0-9]*-\d+)\.(\d{4})\.([A-Za-z0-9-]+)\.(\d+)\.tmp(\.new)?$/

export type Unfinished = { readonly id: string; readonly finish: () => Promise<void> }

/**
 * To be asked in turn. What killed runs left: entries that are published but not finished. What was not published is swept up, and its
 * number is free as before. A folder that cannot be read has nothing to tell.
 */
export const unfinished = async ({ folder, disk: given }: RegisterPlace): Promise<Unfinished[]> => {
  const fs = given ?? disk
  const found: Unfinished[] = []
  for (const name of await fs.readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    if (isLeftTurn(name)) await fs.unlink(path).catch(() => undefined)
    const [, who, year, series, number, second] = temporaryName.exec(name) ?? []
    // In our own turn nobody of this process is at work: what bears our name was left by a namesake.
    if (who === undefined || (who !== writer() && !isGone(who))) continue
    const id = `${year}/${series}/${number}`
    const remove = async (): Promise<void> => {
      await fs.unlink(path).catch(() => undefined)
    }
    if (second === undefined && (await isSame(fs, path, join(folder, `${id}.yaml`))))
      found.push({ id, finish: remove })
    else await remove()
  }
  return found
}

const isSame = async (fs: RegisterDisk, a: string, b: string): Promise<boolean> => {
  const [one, other] = await Promise.all([a, b].map((path) => fs.lstat(path).catch(() => undefined)))
  return one !== undefined && other !== undefined && one.ino === other.ino && one.dev === other.dev
}
