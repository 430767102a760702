/** `extract` on a real folder: files for each unit, in every format the same words. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import { problemsOf, project, thongbao } from '../fixtures/project.ts'
import { readText } from '../fixtures/read-pdf.ts'
import { exampleProject, vietnamese } from '../fixtures/readme.ts'
import { office } from '../register/office.ts'

const folder = 'out/extracts/2026'

describe('extract', () => {
  it('writes PDF, DOCX and Markdown for each unit, number and date left blank', async () => {
    const root = await project(office)
    const { code, out } = await thongbao(root, [
      'extract',
      'giao-ban-thang-3',
      '--unit',
      'khao-thi',
      'thpt-doi-gio',
    ])
    expect(code).toBe(0)
    const files = out.trimEnd().split('\n')
    expect(files).toEqual(
      ['khao-thi', 'thpt-doi-gio'].flatMap((unit) =>
        ['pdf', 'docx', 'md'].map((ending) => `${folder}/01-TB-SGDDT-trich-sao-${unit}.${ending}`),
      ),
    )
    const [pdf = '', docx = '', markdown = ''] = files.map((file) => join(root, file))
    const words = (text: string): string => text.replace(/\s+/g, ' ')
    const printed = await readText(new Uint8Array(readFileSync(pdf)))
    const word = words((await mammoth.extractRawText({ path: docx })).value)
    for (const text of [printed, word, words(readFileSync(markdown, 'utf8'))]) {
      expect(text).toContain('TRÍCH SAO')
      expect(text).toMatch(/Số:\s+\/TrS-SGDĐT/)
      expect(text).toContain('hoàn thành đề thi')
      expect(text).not.toContain('nhà xe')
    }
  })

  it('puts number and date in, and the same bytes out', async () => {
    const root = await project(office)
    const argv = [
      'extract',
      'giao-ban-thang-3',
      '--unit',
      'khao-thi',
      '--number',
      '7',
      '--date',
      '2026-03-20',
    ]
    for (const out of ['a', 'b']) expect((await thongbao(root, [...argv, '--out', out])).code).toBe(0)
    for (const ending of ['pdf', 'docx', 'md']) {
      const file = `extracts/2026/01-TB-SGDDT-trich-sao-khao-thi.${ending}`
      expect(readFileSync(join(root, 'a', file)).equals(readFileSync(join(root, 'b', file)))).toBe(true)
    }
    const text = readFileSync(join(root, 'a/extracts/2026/01-TB-SGDDT-trich-sao-khao-thi.md'), 'utf8')
    expect(text).toContain('Số: 07/TrS-SGDĐT\n\nSuối Bạc, ngày 20 tháng 3 năm 2026')
  })

  it('writes nothing for a draft, or when one of the units has nothing to do', async () => {
    const root = await project(office)
    const draft = await thongbao(root, ['extract', 'giao-ban-thang-5', '--unit', 'van-phong', '--json'])
    const idle = await thongbao(root, [
      'extract',
      'giao-ban-thang-3',
      '--unit',
      'khao-thi',
      'ubnd-xa',
      '--json',
    ])
    for (const ran of [draft, idle])
      expect([ran.code, problemsOf(ran).map(({ rule }) => rule)]).toEqual([1, ['extract/notice']])
    expect(existsSync(join(root, 'out'))).toBe(false)
  })

  it('wants a unit', async () => {
    expect((await thongbao(await project(office), ['extract', 'giao-ban-thang-3'])).code).toBe(2)
  })
})

it('does what the README shows a clerk', async () => {
  const root = await exampleProject()
  const shown = [...vietnamese.matchAll(/^thongbao ((?:tasks|extract|register) .*?)(?: +#.*)?$/gm)].map(
    ([, words = '']) => (words.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', '')),
  )
  expect(shown.length).toBeGreaterThan(6)
  for (const argv of shown) expect([argv, (await thongbao(root, argv)).code]).toEqual([argv, 0])
})
