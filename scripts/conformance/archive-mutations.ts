/** Random damage to packages, records and register -> was it found. The same seed gives the same damage. */

import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { thongbao } from './archive-projects.ts'
import { filesIn } from './editions.ts'
import type { Findings } from './ledger.ts'

/** Numerical Recipes' linear congruence: not for secrets, only for spreading. */
const randomFrom = (seed: number): ((below: number) => number) => {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

type Damage = { readonly what: string; readonly undo: () => void }
type Random = (below: number) => number

const packages = 'out/archive'

const flipBit = (root: string, random: Random): Damage => {
  const path = join(root, packages, pick(filesIn(join(root, packages)), random))
  const before = readFileSync(path)
  const [at, bit] = [random(before.length), random(8)]
  const after = Buffer.from(before)
  after.writeUInt8(after.readUInt8(at) ^ (1 << bit), at)
  writeFileSync(path, after)
  return { what: `bit ${bit} của byte ${at} trong ${path}`, undo: () => writeFileSync(path, before) }
}

const cutShort = (root: string, random: Random): Damage => {
  const path = join(root, packages, pick(filesIn(join(root, packages)), random))
  const before = readFileSync(path)
  writeFileSync(path, before.subarray(0, random(before.length)))
  return { what: `cắt ngắn ${path}`, undo: () => writeFileSync(path, before) }
}

const takeAway = (root: string, random: Random): Damage => {
  const path = join(root, packages, pick(filesIn(join(root, packages)), random))
  renameSync(path, join(root, 'aside'))
  return { what: `mất ${path}`, undo: () => renameSync(join(root, 'aside'), path) }
}

const putIn = (root: string, random: Random): Damage => {
  const neighbour = pick(filesIn(join(root, packages)), random)
  const path = join(root, packages, dirname(neighbour), `la-${random(1000)}.pdf`)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, 'x')
  return { what: `thừa ${path}`, undo: () => rmSync(path) }
}

/** One letter of a word that a notice prints. */
const editRecord = (root: string, random: Random): Damage => {
  const folder = join(root, 'content/meetings')
  const issued = filesIn(join(root, 'content/register'))
    .map((file) => /^record: *(\S+)/m.exec(readFileSync(join(root, 'content/register', file), 'utf8'))?.[1])
    .filter((record) => record !== undefined)
  const record = pick(issued, random)
  const path = join(
    folder,
    pick(
      filesIn(folder).filter((file) => file.includes(`/${record}.`)),
      random,
    ),
  )
  const before = readFileSync(path, 'utf8')
  const places = [...before.matchAll(/(?<=(?:subject|topic|text): (?:>-\n +)?[^\n]*)\p{Ll}{3}(?=[^\n]*)/gu)]
  const at = pick(places, random).index
  writeFileSync(path, `${before.slice(0, at)}x${before.slice(at + 1)}`)
  return { what: `chữ thứ ${at} trong ${path}`, undo: () => writeFileSync(path, before) }
}

/** One digit of a number, a day or a hash in an entry; not in what may be filled in later. */
const editEntry = (root: string, random: Random): Damage => {
  const folder = join(root, 'content/register')
  const path = join(folder, pick(filesIn(folder), random))
  const before = readFileSync(path, 'utf8')
  const places = [...before.matchAll(/(?<=^(?:number|date|text|source| {2}pdf| {2}docx): [\w-]*)\d/gm)]
  const at = pick(places, random).index
  writeFileSync(path, `${before.slice(0, at)}${(Number(before[at]) + 1) % 10}${before.slice(at + 1)}`)
  return { what: `chữ số thứ ${at} trong ${path}`, undo: () => writeFileSync(path, before) }
}

const spoilSigned = (root: string, random: Random): Damage => {
  const folder = join(root, 'content/signed')
  const path = join(folder, pick(filesIn(folder), random))
  const before = readFileSync(path)
  const after = Buffer.from(before)
  const at = random(before.length)
  after.writeUInt8(after.readUInt8(at) ^ 1, at)
  writeFileSync(path, after)
  return { what: `byte ${at} trong ${path}`, undo: () => writeFileSync(path, before) }
}

const pick = <T>(all: readonly T[], random: Random): T => {
  const chosen = all[random(all.length)]
  if (chosen === undefined) throw new Error('không có gì để làm hỏng')
  return chosen
}

/** Half of them single bits. */
const kinds = [
  flipBit,
  takeAway,
  flipBit,
  putIn,
  flipBit,
  editRecord,
  flipBit,
  editEntry,
  flipBit,
  cutShort,
  flipBit,
  spoilSigned,
] as const

/** Damages the project `count` times, one at a time; says what `verify` did not find, or found where nothing was. */
export const mutationFindings = (cli: string, root: string, count: number): Findings => {
  const random = randomFrom(20_260_103)
  const missed: string[] = []
  if (thongbao(cli, root, ['verify', '--quiet']).code !== 0) return ['verify không nhận gói còn nguyên']
  for (let index = 0; index < count; index += 1) {
    const damage = (kinds[index % kinds.length] ?? flipBit)(root, random)
    const { code, err } = thongbao(cli, root, ['verify', '--quiet'])
    damage.undo()
    if (code !== 1) missed.push(`${damage.what}: mã thoát ${code} ${err.trim()}`)
  }
  const after = thongbao(cli, root, ['verify', '--quiet'])
  if (after.code !== 0) missed.push(`sau khi khôi phục: mã thoát ${after.code} ${after.err.trim()}`)
  return existsSync(join(root, 'aside')) ? [...missed, 'còn tệp chưa khôi phục'] : missed
}
