/** Once a notice is issued nobody finds its draft beside it; what somebody else wrote stays. */

import { appendFileSync, chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readZip, writeZip } from '../../src/zip.ts'
import { hireClerks } from '../fixtures/clerks.ts'
import { problemsOf, thongbao } from '../fixtures/project.ts'
import { faultsOf, names, office, recordFile } from '../fixtures/register.ts'

const drafts = 'out/drafts'
const all = ['2026/hop-1.docx', '2026/hop-1.md', '2026/hop-1.pdf']
const gone =
  'Đã xóa bản dự thảo cũ: out/drafts/2026/hop-1.docx, out/drafts/2026/hop-1.md, out/drafts/2026/hop-1.pdf'

const drafted = async (records = 1): Promise<string> => {
  const root = await office(records)
  expect((await thongbao(root, ['build'])).code).toBe(0)
  return root
}

describe('issue', () => {
  it('takes the draft away, and says so in one line', async () => {
    const root = await drafted(2)
    const ran = await thongbao(root, ['issue', 'hop-1'])
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(ran.out.trimEnd().split('\n').at(-1)).toBe(gone)
    expect(names(root, drafts)).toEqual(all.map((name) => name.replace('1', '2')))
    expect(names(root, 'out/issued')).toHaveLength(3)
  })

  it('tells machines which files are gone', async () => {
    const root = await drafted()
    const { out } = await thongbao(root, ['issue', 'hop-1', '--json'])
    expect(JSON.parse(out)).toMatchObject({ ok: true, removed: all.map((name) => `${drafts}/${name}`) })
  })

  it('takes an older draft away, made before the last words were written', async () => {
    const root = await drafted()
    const record = join(root, recordFile('hop-1'))
    writeFileSync(record, readFileSync(record, 'utf8').replace('đề thi.', 'đề thi trước hạn.'))
    const ran = await thongbao(root, ['issue', 'hop-1', '--json'])
    expect(ran.code).toBe(0)
    // Of a text nobody can tell who wrote it.
    expect(names(root, drafts)).toEqual(['2026/hop-1.md'])
    expect(problemsOf(ran)).toMatchObject([
      { level: 'warning', rule: 'publish/draft', file: 'out/drafts/2026/hop-1.md' },
    ])
  })

  it('leaves alone what somebody has written there', async () => {
    const root = await drafted()
    const at = (name: string): string => join(root, drafts, name)
    const docx = readZip(readFileSync(at('2026/hop-1.docx')))
    // As any other program packs it: the same parts, other bytes.
    writeFileSync(at('2026/hop-1.docx'), repacked(writeZip(docx)))
    appendFileSync(at('2026/hop-1.pdf'), '\n1 0 obj\n<</Type /Annot>>\nendobj\n%%EOF\n')
    appendFileSync(at('2026/hop-1.md'), '\nGhi chú của tôi.\n')
    for (const name of ['2026/hop-1.xlsx', '2026/hop-1-so-sanh.pdf', '2026/hop-10.md', 'hop-1.md'])
      writeFileSync(at(name), 'của tôi')
    mkdirSync(at('2025/hop-1.pdf'), { recursive: true })
    const before = names(root, drafts)
    const ran = await thongbao(root, ['issue', 'hop-1', '--json'])
    expect(ran.code).toBe(0)
    expect(names(root, drafts)).toEqual(before)
    expect(problemsOf(ran).map(({ level, file }) => [level, file])).toEqual(
      all.map((name) => ['warning', `${drafts}/${name}`]),
    )
    expect(JSON.parse(ran.out).removed).toEqual([])
  })

  it('leaves the draft of what was not issued', async () => {
    const root = await drafted()
    expect((await thongbao(root, ['issue', 'hop-1', '--number', '0'])).code).not.toBe(0)
    expect((await thongbao(root, ['issue', 'hop-1', '--date', '2026-01-01'])).code).toBe(1)
    expect(names(root, drafts)).toEqual(all)
  })

  it.skipIf(process.getuid?.() === 0)('has issued all the same when the folder is read-only', async () => {
    const root = await drafted()
    chmodSync(join(root, drafts, '2026'), 0o500)
    const ran = await thongbao(root, ['issue', 'hop-1', '--json'])
    chmodSync(join(root, drafts, '2026'), 0o700)
    expect(ran.code).toBe(0)
    expect(problemsOf(ran).map(({ level, rule }) => `${level} ${rule}`)).toEqual(
      Array(3).fill('warning publish/draft'),
    )
    expect(names(root, 'out/issued')).toHaveLength(3)
  })

  it('killed at any step: the next run ends it, and no draft goes before the issued files are there', {
    timeout: 120_000,
  }, async () => {
    const hire = await hireClerks()
    const made = await drafted(2)
    let killed = true
    for (let step = 1; killed; step += 1) {
      const root = await office(2)
      cpSync(join(made, 'out'), join(root, 'out'), { recursive: true })
      const calls = ['link', 'unlink']
      killed = (await hire(root, [['issue', 'hop-1']], { calls, at: step })).signal === 'SIGKILL'
      const there = names(root, 'out/issued')
      for (const name of all)
        if (!names(root, drafts).includes(name))
          expect([step, there]).toEqual([
            step,
            expect.arrayContaining([expect.stringMatching(endingOf(name))]),
          ])
      expect((await thongbao(root, ['issue', 'hop-2'])).code).toBe(0)
      const published = names(root, 'content/register').length === 2
      expect([step, names(root, drafts)]).toEqual([step, published ? [] : all])
      expect(faultsOf(root)).toEqual([])
    }
  })
})

describe('build', () => {
  it('takes away what an older run left beside an issued notice, and nothing of other drafts', async () => {
    const root = await drafted(2)
    cpSync(join(root, drafts), join(root, 'kept'), { recursive: true })
    await thongbao(root, ['issue', 'hop-1'])
    cpSync(join(root, 'kept'), join(root, drafts), { recursive: true })
    const ran = await thongbao(root, ['build'])
    expect([ran.code, ran.err]).toEqual([0, ''])
    expect(ran.out.trimEnd().split('\n').at(-1)).toBe(gone)
    expect(names(root, drafts)).toEqual(all.map((name) => name.replace('1', '2')))
    expect(JSON.parse((await thongbao(root, ['build', '--json'])).out).removed).toEqual([])
  })

  it('keeps a draft of which the issued file is not there', async () => {
    const root = await drafted()
    cpSync(join(root, drafts), join(root, 'kept'), { recursive: true })
    await thongbao(root, ['issue', 'hop-1'])
    cpSync(join(root, 'kept'), join(root, drafts), { recursive: true })
    rmSync(join(root, 'out/issued'), { recursive: true })
    expect((await thongbao(root, ['build', '--formats', 'pdf'])).code).toBe(0)
    expect(names(root, drafts)).toEqual(['2026/hop-1.docx', '2026/hop-1.md'])
  })
})

const endingOf = (name: string): RegExp => new RegExp(`${name.slice(name.lastIndexOf('.'))}$`)

/** The time of the first entry, as another program would set it. */
const repacked = (bytes: Uint8Array): Uint8Array => {
  const other = Uint8Array.from(bytes)
  other[12] = (other[12] ?? 0) ^ 1
  return other
}
