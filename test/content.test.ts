/** The content that ships: notice 392 gives back the words of the real one, from facts that nobody typed twice. */

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readMarkdown } from '../scripts/conformance/read-markdown.ts'
import { parting } from '../scripts/conformance/words.ts'
import { renderDocx } from '../src/render/docx/docx.ts'
import { renderMarkdown } from '../src/render/markdown.ts'
import { renderPdf } from '../src/render/pdf/pdf.ts'
import { build, fonts } from './fixtures/memory.ts'
import { type Files, filesIn, here } from './fixtures/project.ts'
import { readText } from './fixtures/read-pdf.ts'
import { paragraphsOf, textOf, xmlOf } from './render/docx-parts.ts'

const below = (folder: string): Files =>
  Object.fromEntries(
    Object.entries(filesIn(here(folder))).map(([path, bytes]) => [`${folder}/${path}`, bytes]),
  )
const files: Files = { ...below('content'), ...below('templates') }
const { editions, problems } = build(files, {})
const record = 'content/meetings/2020/ra-soat-truong-chuan-quoc-gia.yaml'

test('nothing that ships has a mistake', () => {
  expect(problems).toEqual([])
  const meetings = Object.keys(files).filter((path) => /^content\/meetings\/.*\.(yaml|md)$/.test(path))
  expect(editions).toHaveLength(meetings.length)
})

describe('notice 392', () => {
  const seed = editions.find(({ id }) => id === 'ra-soat-truong-chuan-quoc-gia')
  if (!seed) throw new Error('no edition of the seed')
  const words = readFileSync(here('test/conformance/seed-words.txt'), 'utf8')
  const written = String(files[record])

  test('Markdown says the words of the real notice', () => {
    expect(parting(words, readMarkdown(renderMarkdown(seed.notice, seed.sheet.rules)))).toBeUndefined()
  })

  test('so does the Word file', async () => {
    const body = xmlOf(await renderDocx(seed.sheet), 'word/document.xml')
    expect(sorted(paragraphsOf(body).map(textOf).join('\n'))).toEqual(sorted(words))
  })

  test('so does the PDF', async () => {
    const text = await readText(await renderPdf(seed.sheet, fonts))
    // Page numbers are no words of the notice; page 1 has none.
    expect(sorted(text.replace(/(^| )[23](?= |$)/g, ' '))).toEqual(
      sorted(words.replace(/(^| )[23](?= |$)/gm, ' ')),
    )
  })

  /** Head and foot stand in columns, and each format has its own order of them. */
  const sorted = (text: string): string[] => text.split(/\s+/).filter(Boolean).sort()

  test('who receives it, on whose behalf it is signed, its symbol and date are worked out', () => {
    expect(seed.notice).toMatchObject({
      number: 392,
      symbol: 'TB-SGDĐT',
      date: '2020-03-10',
      parentBody: ['UBND tỉnh Hậu Giang'],
      issuingBody: ['Sở Giáo dục và Đào tạo'],
      signature: { authority: ['KT. Giám đốc', 'Phó Giám đốc'], name: 'Nguyễn Văn Hiền' },
      recipients: [
        'Ban Giám đốc Sở;',
        'Các phòng thuộc Sở;',
        'Các đơn vị trực thuộc Sở;',
        'Phòng GD&ĐT các huyện, thị xã, thành phố;',
        'Lưu: VT, QLCL-CSVC, P05.',
      ],
    })
    const { notice } = parse(written) as { notice: Record<string, unknown> }
    expect(notice).not.toHaveProperty('recipients')
    for (const typed of ['392', 'KT.', 'Nơi nhận', 'Ban Giám đốc', './.', '2020-03-10', 'Các phòng thuộc'])
      expect(written.replace(/^#.*$/gm, ''), typed).not.toContain(typed)
  })

  test('its tasks: who leads, until when', () => {
    expect(seed.facts.tasks.map(({ lead, due }) => [lead.map(({ id }) => id).join(), due])).toEqual([
      ['phong-gddt', null],
      ['phong-gddt', null],
      ['phong-gddt', null],
      ['phong-gddt', { is: 'day', date: '2020-03-24' }],
      ['phong-gddt', { is: 'by', text: 'khẩn trương' }],
      ['thpt-hoa-an', { is: 'by', text: 'khẩn trương' }],
    ])
    for (const { what } of seed.facts.tasks) expect(what).toMatch(/^\p{Lu}/u)
  })
})

describe('a unit renamed in the directory', () => {
  const unit = 'content/directory/hau-giang/don-vi.yaml'
  const renamed = build(
    { ...files, [unit]: String(files[unit]).replace('name: THPT Hòa An', 'name: THPT Sông Xanh') },
    {},
  )

  test('is called by its new name in every place, and nothing else changes', () => {
    expect(renamed.problems).toEqual([])
    let places = 0
    for (const [index, { notice }] of editions.entries()) {
      const before = JSON.stringify(notice)
      places += before.split('THPT Hòa An').length - 1
      expect(JSON.stringify(renamed.editions[index]?.notice)).toBe(
        before.replaceAll('THPT Hòa An', 'THPT Sông Xanh'),
      )
    }
    // Who attended, and twice in the conclusions.
    expect(places).toBe(3)
  })

  test('in every format', async () => {
    for (const [index, { notice, sheet }] of editions.entries()) {
      const now = renamed.editions[index]
      if (!now) throw new Error('an edition is gone')
      const change = (text: string): string => text.replaceAll('THPT Hòa An', 'THPT Sông Xanh')
      expect(renderMarkdown(now.notice, now.sheet.rules)).toBe(change(renderMarkdown(notice, sheet.rules)))
      const docx = async (each: typeof sheet) =>
        paragraphsOf(xmlOf(await renderDocx(each), 'word/document.xml')).map(textOf)
      expect(await docx(now.sheet)).toEqual((await docx(sheet)).map(change))
      const pdf = async (each: typeof sheet) =>
        (await readText(await renderPdf(each, fonts))).replace(/ [23](?= )/g, '')
      expect(await pdf(now.sheet)).toBe(change(await pdf(sheet)))
    }
  })
})
