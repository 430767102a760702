/** `register` on a real folder: the list in its formats, what is told of it, and what a script gets. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { problemsOf, project, thongbao } from '../fixtures/project.ts'
import { readPages, readWords } from '../fixtures/read-pdf.ts'
import { office } from '../register/office.ts'

describe('register', () => {
  it('shows the ten columns, taking from the notice what an old entry does not say', async () => {
    const { code, out } = await thongbao(await project(office), ['register'])
    expect(code).toBe(0)
    const [head, , first] = out.split('\n')
    expect(head).toMatch(/^Số, ký hiệu văn bản .* Ghi chú$/)
    expect(first).toMatch(
      /^01\/TB-SGDĐT +5\/3\/2026 +Thông báo: Kết luận cuộc họp giao ban tháng 3 +Phạm Văn Long +Ban Giám đốc Sở; .* +VT, VP, T02/,
    )
  })

  it('writes CSV to the standard output, with no cell that is a formula', async () => {
    const { out } = await thongbao(await project(office), [
      'register',
      '--as',
      'csv',
      '--signatory',
      'pham-van-long',
    ])
    expect(out.startsWith('\uFEFF"Số, ký hiệu văn bản",Ngày tháng')).toBe(true)
    expect(out.split('\r\n')).toHaveLength(5)
    expect(out).toContain('02/TB-SGDĐT,2026-04-08,Thông báo: =Kết luận')
  })

  it('keeps to year, series and unit', async () => {
    const root = await project(office)
    const numbers = async (...argv: string[]): Promise<string[]> => {
      const { out } = await thongbao(root, ['register', ...argv, '--json'])
      return (JSON.parse(out) as { entries: { entry: string }[] }).entries.map(({ entry }) => entry)
    }
    // 01 went to all schools.
    expect(await numbers('--unit', 'thpt-suoi-bac')).toEqual(['2026/TB/1', '2026/TB/3', '2026/TB/5'])
    expect(await numbers('--year', '2025')).toEqual([])
    expect(await numbers('--series', 'QD')).toEqual([])
    expect(await numbers('--year', '2026', '--series', 'TB')).toHaveLength(5)
  })

  it('answers with errors when the register names two documents alike', async () => {
    const root = await project({
      ...office,
      'content/register/2026/KHAC/2.yaml':
        'number: 2\nsymbol: TB-SGDĐT\ndate: 2026-04-09\nkind: Thông báo\nsubject: A\nsignatory: {authority: [Giám đốc], name: B}\n',
    })
    const ran = await thongbao(root, ['register', '--json'])
    expect(ran.code).toBe(1)
    expect(problemsOf(ran).filter(({ level }) => level === 'error')).toMatchObject([
      { rule: 'register/double', file: 'content/register/2026/TB/2.yaml' },
    ])
  })

  it('says which entry shows nothing, and does not call its number missing', async () => {
    const root = await project({
      ...office,
      'content/register/2026/TB/1.yaml': 'number: 1\nsymbol: TB-SGDĐT\ndate: 2026-03-05\nrecord: khong-co\n',
      'content/register/2026/TB/2.yaml': 'number: hai\n',
    })
    const rules = problemsOf(await thongbao(root, ['register', '--json'])).map(
      ({ rule, file }) => `${rule} ${file.at(-6)}`,
    )
    expect(rules).toContain('register/entry 1')
    expect(rules.filter((rule) => rule.startsWith('register/gap'))).toEqual([])
  })

  it('prints a landscape book whose head stands on every page', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `content/register/2026/TB/${index + 6}.yaml`,
        `number: ${index + 6}\nsymbol: TB-SGDĐT\ndate: 2026-06-01\nkind: Thông báo\nsubject: Kết luận về việc rà soát cơ sở vật chất của các trường lần ${index}\nsignatory: {authority: [Giám đốc], name: Phạm Văn Long}\nkeeper: VT\n`,
      ]),
    )
    const root = await project({ ...office, ...many })
    const { code, out } = await thongbao(root, ['register', '--as', 'pdf'])
    expect([code, out]).toEqual([0, 'out/registers/so-dang-ky-van-ban-di.pdf\n'])
    const bytes = new Uint8Array(readFileSync(join(root, 'out/registers/so-dang-ky-van-ban-di.pdf')))
    const pages = await readPages(bytes)
    const words = await readWords(bytes)
    const textOf = (page?: number): string =>
      words
        .filter((word) => page === undefined || word.page === page)
        .map(({ text }) => text.trim())
        .join(' ')
    expect(pages.length).toBeGreaterThan(2)
    for (const [index, { width, height }] of pages.entries()) {
      expect(width).toBeGreaterThan(height)
      expect(textOf(index + 1)).toContain('Ngày chuyển')
      for (let column = 1; column <= 10; column += 1) expect(textOf(index + 1)).toContain(`(${column})`)
    }
    expect(textOf(1)).toContain('SỔ ĐĂNG KÝ VĂN BẢN ĐI Năm: 2026 (sổ TB)')
    for (let number = 1; number <= 45; number += 1)
      if (number !== 4) expect(textOf()).toContain(`${String(number).padStart(2, '0')}/TB-SGDĐT`)
  })

  it('writes the same bytes twice, and no file when there is nothing to print', async () => {
    const root = await project(office)
    for (const as of ['pdf', 'xlsx', 'csv']) {
      await thongbao(root, ['register', '--as', as, '-o', `a.${as}`])
      await thongbao(root, ['register', '--as', as, '-o', `b.${as}`], { today: '2030-01-01' })
      expect(readFileSync(join(root, `a.${as}`)).equals(readFileSync(join(root, `b.${as}`)))).toBe(true)
    }
    const { code, err } = await thongbao(root, ['register', '--year', '2024', '--as', 'pdf', '-o', 'c.pdf'])
    expect(code).toBe(0)
    expect(err).toContain('không có gì để in')
    expect(existsSync(join(root, 'c.pdf'))).toBe(false)
  })

  it.each([[['--as', 'docx']], [['--year', '26']], [['nam']]])('refuses %j as wrong usage', async (argv) => {
    expect((await thongbao(await project(office), ['register', ...argv])).code).toBe(2)
  })
})
