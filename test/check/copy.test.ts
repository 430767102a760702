/** An extract under its line is checked as two things, the notice and the copy; a printed register is told to be one. */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openFonts } from '../../src/fonts/fonts.ts'
import { tinosFiles } from '../../src/load/fonts.ts'
import { problemsOf, project, thongbao } from '../fixtures/project.ts'
import { office } from '../register/office.ts'
import { problemsIn } from './spoil-docx.ts'
import { change, document, drop, type Edit, notBold, spoilt, words } from './spoil-edits.ts'

const fonts = openFonts(tinosFiles())

/** Enough of it for a second page, so that the copy may stand low or at the top of one. */
const long = (lines: number): string =>
  office['content/meetings/2026/giao-ban-thang-3.yaml']
    ?.toString()
    .replace(
      'Phòng Khảo thí hoàn thành',
      `${'Phòng Khảo thí lập danh sách thí sinh của từng trường, đối chiếu với học bạ, báo cáo Sở. '.repeat(lines)}Phòng Khảo thí hoàn thành`,
    ) ?? ''

const make = async (): Promise<Record<string, Buffer>> => {
  const made: Record<string, Buffer> = {}
  const root = await project(office)
  const units = ['--unit', 'khao-thi', 'thpt-doi-gio']
  for (const [out, more] of [
    ['blank', []],
    ['dated', ['--number', '7', '--date', '2026-03-20']],
  ] as const)
    expect(
      (await thongbao(root, ['extract', 'giao-ban-thang-3', ...units, ...more, '--out', out])).code,
    ).toBe(0)
  for (const lines of [9, 13, 17, 22]) {
    writeFileSync(join(root, 'content/meetings/2026/giao-ban-thang-3.yaml'), long(lines))
    const argv = ['extract', 'giao-ban-thang-3', '--unit', 'khao-thi', '--out', `long-${lines}`]
    expect((await thongbao(root, argv)).code).toBe(0)
  }
  for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' }))
    if (/extracts.*\.(pdf|docx)$/.test(path)) made[path] = readFileSync(join(root, path))
  return made
}
let making: Promise<Record<string, Buffer>> | undefined
/** Once for all tests of this file. */
const extracts = (): Promise<Record<string, Buffer>> => {
  making ??= make()
  return making
}
const dated = async (): Promise<Buffer> =>
  (await extracts())['dated/extracts/2026/01-TB-SGDDT-trich-sao-khao-thi.docx'] as Buffer

const checked = async (files: Readonly<Record<string, Uint8Array>>) => {
  const root = await project({})
  for (const [index, bytes] of Object.values(files).entries())
    writeFileSync(
      join(
        root,
        `${index}${Object.keys(files)
          [index]?.slice(-5)
          .replace(/^[^.]*/, '')}`,
      ),
      bytes,
    )
  const names = readdirSync(root).filter((name) => /\.(pdf|docx)$/.test(name))
  return thongbao(root, ['check', ...names, '--json'])
}

test('extracts that the program made have no fault, wherever on the page the copy stands', async () => {
  const made = await extracts()
  expect(Object.keys(made)).toHaveLength(16)
  const ran = await checked(made)
  expect(problemsOf(ran).filter(({ level }) => level !== 'info')).toEqual([])
  expect(ran.code).toBe(0)
})

describe('what is wrong in a copy is told as that of the copy', () => {
  const faults: readonly (readonly [string, Edit, string])[] = [
    ['the form is not bold', notBold('copyForm'), 'Hình thức sao: không đậm'],
    ['its symbol', words('/TrS-SGDĐT', '/SY-SGDĐT'), 'ký hiệu bắt đầu bằng "SY", cần "TrS"'],
    ['its day', words('ngày 20 tháng 3', 'ngày 20 tháng 03'), 'tháng 03 có số 0 phía trước'],
    ['its recipients', words('- Phòng Khảo thí;', '- Phòng Khảo thí,'), 'dòng nơi nhận kết thúc bằng ","'],
    ['its list kept', words('- Lưu: VT.', '- Phòng Tổ chức.'), 'danh sách nơi nhận không có dòng "Lưu"'],
    ['its number is missing', drop('Số: 07/TrS'), 'bản sao: không thấy Số, ký hiệu'],
  ]
  test.each(faults)('%s', async (name, edit, message) => {
    const said = problemsIn(spoilt(await dated(), { name, edit, rule: 'decree/number', cite: '' }), fonts)
    expect(said.filter(({ level }) => level !== 'info').map((each) => each.message)).toEqual([
      expect.stringContaining(message),
    ])
  })

  test('and numbers that skip in the notice itself are still faults', async () => {
    const edit = change(document, 'I. CÔNG TÁC THI', 'III. CÔNG TÁC THI')
    const said = problemsIn(
      spoilt(await dated(), { name: 'skipped', edit, rule: 'decree/numbering', cite: '' }),
      fonts,
    )
    expect(said.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('mục III đứng sau mục đầu'),
    )
  })
})

test('a printed register is told to be one, without a single false alarm', async () => {
  const root = await project(office)
  const many = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [
      `content/register/2026/TB/${index + 6}.yaml`,
      `number: ${index + 6}\nstate: reserved\nreason: dành cho Ban Chỉ đạo\n`,
    ]),
  )
  const large = await project({ ...office, ...many })
  for (const each of [root, large]) {
    expect((await thongbao(each, ['register', '--as', 'pdf', '-o', 'so.pdf'])).code).toBe(0)
    const ran = await thongbao(each, ['check', 'so.pdf', '--json'])
    expect(ran.code).toBe(0)
    expect(problemsOf(ran).map(({ level, message }) => [level, message])).toEqual([
      ['info', expect.stringContaining('sổ đăng ký văn bản (Phụ lục IV), không phải văn bản')],
    ])
  }
})
