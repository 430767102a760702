/** A number is taken or it is not: whole, once, and by the first who comes. */

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Problem } from '../../src/problem.ts'
import {
  publishEntry,
  type RegisterDisk,
  type RegisterPlace,
  replaceEntry,
  unfinished,
} from '../../src/publish/register-file.ts'
import { inTurn } from '../../src/publish/turn.ts'
import { folder } from '../fixtures/project.ts'

const open = (disk?: Partial<RegisterDisk>) => {
  const problems: Problem[] = []
  const root = folder()
  const place: RegisterPlace = {
    folder: root,
    shown: 'content/register',
    ...(disk ? { disk: { ...fs, ...disk } } : {}),
  }
  const report = (problem: Problem) => void problems.push(problem)
  return { root, place, problems, report }
}
const filesOf = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(yaml|tmp|new)$/.test(name))
    .sort()
const failing = (code: string) => async (): Promise<never> => {
  throw Object.assign(new Error(code), { code })
}
const id = '2026/TB/1'

describe('a number', () => {
  it('appears with its whole text, and nothing else is left', async () => {
    const { root, place, report } = open()
    const entered = await publishEntry(place, id, 'number: 1\n', report)
    expect(readFileSync(join(root, '2026/TB/1.yaml'), 'utf8')).toBe('number: 1\n')
    if (typeof entered === 'object') await entered.finish()
    expect(filesOf(root)).toEqual(['2026/TB/1.yaml'])
  })

  it('is taken by the first, whatever the second wants to write', async () => {
    const { root, place, problems, report } = open()
    await publishEntry(place, id, 'a', report)
    expect(await publishEntry(place, id, 'b', report)).toBe('taken')
    expect(readFileSync(join(root, '2026/TB/1.yaml'), 'utf8')).toBe('a')
    expect(problems).toEqual([])
  })

  it('changes only from what was read', async () => {
    const { root, place, report } = open()
    await publishEntry(place, id, 'a', report)
    expect(await replaceEntry(place, id, 'x', 'b', report)).toBe('taken')
    expect(typeof (await replaceEntry(place, id, 'a', 'b', report))).toBe('object')
    expect(readFileSync(join(root, '2026/TB/1.yaml'), 'utf8')).toBe('b')
  })

  it.each([
    ['ENOSPC', { open: failing('ENOSPC') }, 'ổ đĩa đã đầy'],
    ['EROFS', { mkdir: failing('EROFS') }, 'ổ đĩa chỉ cho đọc'],
    ['EACCES', { link: failing('EACCES') }, 'không có quyền'],
    ['EPERM', { link: failing('EPERM') }, 'không được phép'],
    ['EIO', { link: failing('EIO') }, 'ổ đĩa báo lỗi'],
  ])('is not spent when the disk says %s', async (code, disk, words) => {
    const { root, place, problems, report } = open(disk)
    expect(await publishEntry(place, id, 'a', report)).toBeUndefined()
    expect(problems).toMatchObject([
      { rule: 'publish/write', message: expect.stringContaining(`chưa lấy số nào: ${words}`) },
    ])
    if (code === 'EPERM') expect(problems[0]?.hint).toContain('liên kết cứng')
    expect(filesOf(root)).toEqual([])
  })
})

describe('after a run that was killed', () => {
  const gone = (root: string, name: string) => join(root, `.thongbao-${host}-999999999.${name}.tmp`)
  const host = hostname()
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 40)

  it('what was not published is swept up, and its number is free', async () => {
    const { root, place } = open()
    mkdirSync(join(root, '2026/TB'), { recursive: true })
    writeFileSync(gone(root, '2026.TB.1'), 'half')
    writeFileSync(`${gone(root, '2026.TB.1')}.new`, 'half')
    writeFileSync(join(root, `.thongbao-turn-${host}-999999999-ab.0`), 'x')
    expect(await unfinished(place)).toEqual([])
    expect(readdirSync(root)).toEqual(['2026'])
  })

  it('what was published is told until it is finished', async () => {
    const { root, place } = open()
    mkdirSync(join(root, '2026/TB'), { recursive: true })
    writeFileSync(gone(root, '2026.TB.1'), 'whole')
    await fs.link(gone(root, '2026.TB.1'), join(root, '2026/TB/1.yaml'))
    const [left] = await unfinished(place)
    expect(left?.id).toBe(id)
    expect(await unfinished(place)).toHaveLength(1)
    await left?.finish()
    expect(await unfinished(place)).toEqual([])
    expect(filesOf(root)).toEqual(['2026/TB/1.yaml'])
  })

  it('another machine may still be at work', async () => {
    const { root, place } = open()
    const theirs = join(root, '.thongbao-another-1.2026.TB.1.tmp')
    writeFileSync(theirs, 'x')
    await unfinished(place)
    expect(existsSync(theirs)).toBe(true)
  })
})

describe('in turn', () => {
  it('only one is at work', async () => {
    const { root, report } = open()
    let [inside, most] = [0, 0]
    const work = async (): Promise<number> => {
      inside += 1
      most = Math.max(most, inside)
      for (let count = 0; count < 5; count += 1) await fs.readdir(root)
      inside -= 1
      return 1
    }
    const done = await Promise.all(Array.from({ length: 8 }, () => inTurn(root, 'sổ', report, work)))
    expect([done.length, most]).toEqual([8, 1])
    expect(readdirSync(root)).toEqual([])
  })

  it('goes on when the holder is gone, and when work fails', async () => {
    const { root, report } = open()
    const host = hostname()
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
    writeFileSync(join(root, '.thongbao-turn'), `.thongbao-turn-${host.slice(0, 40)}-999999999-ab.0`)
    expect(await inTurn(root, 'sổ', report, async () => 1)).toBe(1)
    await expect(inTurn(root, 'sổ', report, failing('X'))).rejects.toThrow('X')
    expect(readdirSync(root)).toEqual([])
  })

  it('says so when nothing can be written', async () => {
    const { root, problems, report } = open()
    writeFileSync(join(root, 'file'), '')
    expect(await inTurn(join(root, 'file'), 'content/register', report, async () => 1)).toBeUndefined()
    expect(problems).toMatchObject([{ message: expect.stringContaining('không ghi được vào sổ') }])
  })
})
