/** Annexes: a section each, on its side where a table needs the width. */

import { expect, test } from 'vitest'
import type { SheetSection } from '../../src/layout/sheet.ts'
import { edition } from '../fixtures/memory.ts'
import { goodMeeting } from '../fixtures/project.ts'

const sections = (...annexes: { text: string; landscape?: boolean }[]): readonly SheetSection[] => {
  const yaml = annexes.map((annex) => JSON.stringify({ title: 'Danh mục', ...annex })).join(', ')
  const meeting = `${goodMeeting}\nannexes: [${yaml}]\n`
  return edition({ 'content/meetings/2026/hop.yaml': meeting }).sheet.sections.slice(1)
}
const table = (columns: number, cell: string): string => {
  const row = (text: string): string => `| ${Array.from({ length: columns }, () => text).join(' | ')} |`
  return [row('Tên'), row('---'), row(cell), row(cell)].join('\n')
}
const words = (section: SheetSection | undefined): string[] =>
  (section?.rows ?? []).flatMap((row) =>
    row.is === 'line' ? [row.runs.map(({ text }) => text).join('')] : [],
  )

test('label, title in capitals, what it belongs to; nothing of it alone at a page’s foot', () => {
  const [only] = sections({ text: 'Một đoạn.' })
  expect(words(only)).toEqual([
    'Phụ lục',
    'DANH MỤC',
    expect.stringMatching(/^\(Kèm theo Thông báo số/),
    'Một đoạn.',
  ])
  expect((only?.rows ?? []).slice(0, 3).every((row) => row.is === 'line' && row.keepNext)).toBe(true)
})

test('several are counted in Roman', () => {
  expect(sections({ text: 'a' }, { text: 'b' }).map((section) => words(section)[0])).toEqual([
    'Phụ lục I',
    'Phụ lục II',
  ])
})

test.each([
  ['a table that fits', { text: table(4, 'Trường THPT Đồi Gió') }, undefined],
  ['words that cannot stand side by side', { text: table(14, 'thống-kê') }, true],
  ['many columns of several words', { text: table(10, 'Nhà tạm, cần di dời trước mùa mưa lũ') }, true],
  [
    'a few columns of long text',
    { text: table(3, 'Rà soát hồ sơ, lập danh sách, báo cáo. '.repeat(9)) },
    undefined,
  ],
  ['no table', { text: 'Một đoạn.' }, undefined],
  ['the author’s wish for it', { text: 'Một đoạn.', landscape: true }, true],
  ['the author’s wish against it', { text: table(14, 'thống-kê'), landscape: false }, undefined],
])('%s', (_, annex, landscape) => {
  expect(sections(annex)[0]?.landscape).toBe(landscape)
})
