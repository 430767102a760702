/**
 * One command at a time in a register. Numbers do not depend on it — a file that is there is taken — but without it
 * clerks who issue at once would make their editions again and again, and two changes of one entry could undo each other.
 */

import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rename, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Report } from '../problem.ts'
import { errorCode, refusalOf } from '../text/system-errors.ts'
import { makeFolder } from './folders.ts'
import { isGone, writer } from './temporary.ts'

const turnName = '.thongbao-turn'

/** Milliseconds between two looks, and how many looks one and the same holder is given before the turn is taken over. */
const pause = 20
const patience = 3000

/** `folder`: of the register, absolute. Undefined when nothing can be written there (reported). */
export const inTurn = async <T>(
  folder: string,
  shown: string,
  report: Report,
  work: () => Promise<T>,
): Promise<T | undefined> => {
  const turn = join(folder, turnName)
  const mine = join(folder, `${turnName}-${writer()}-${counter.next().value}`)
  try {
    await makeFolder(folder, mkdir)
    await writeFile(mine, mine.slice(folder.length + 1))
    await take(turn, mine)
  } catch (error) {
    await unlink(mine).catch(() => undefined)
    const refusal = refusalOf(error)
    if (!refusal) throw error
    report({
      rule: 'publish/write',
      level: 'error',
      file: shown,
      message: `không ghi được vào sổ: ${refusal.why}`,
      hint: refusal.hint,
    })
    return undefined
  }
  try {
    return await work()
  } finally {
    if ((await holderOf(turn)) === mine.slice(folder.length + 1)) await unlink(turn).catch(() => undefined)
    await unlink(mine).catch(() => undefined)
  }
}

/** Two turns asked for by one process must not share a name, nor two processes that got the same number in turn. */
const counter = (function* () {
  const own = randomBytes(4).toString('hex')
  for (let count = 0; ; count += 1) yield `${own}.${count}`
})()

const holderOf = async (turn: string): Promise<string | undefined> =>
  readFile(turn, 'utf8').catch(() => undefined)

const take = async (turn: string, mine: string): Promise<void> => {
  let looks = 0
  let last: string | undefined
  for (;;) {
    try {
      await link(mine, turn)
      return
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error
    }
    const holder = await holderOf(turn)
    looks = holder === last ? looks + 1 : 0
    last = holder
    const [, who = ''] = /^\.thongbao-turn-(.*)-[^-]*$/.exec(holder ?? '') ?? []
    if (holder !== undefined && (isGone(who) || looks > patience)) await takeAway(turn, mine, holder)
    else await setTimeout(pause)
  }
}

/** Of two who find a turn left behind one may already have taken its own: that one is put back. */
const takeAway = async (turn: string, mine: string, holder: string): Promise<void> => {
  const aside = `${mine}-old`
  await rename(turn, aside).catch(() => undefined)
  if (((await holderOf(aside)) ?? holder) !== holder) await link(aside, turn).catch(() => undefined)
  await unlink(aside).catch(() => undefined)
}

/** Is this a name of the turn's, and is its writer gone? For sweeping up. */
export const isLeftTurn = (name: string): boolean => {
  const [, who] = /^\.thongbao-turn-(.*?-\d+)-[^-]*(-old)?$/.exec(name) ?? []
  return who !== undefined && isGone(who)
}
