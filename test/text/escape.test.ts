import fc from 'fast-check'
import type { Nodes } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { escapeMarkdown } from '../../src/text/escape.ts'
import { parseMarkdown } from '../../src/text/markdown.ts'
import { bare } from '../fixtures/mdast.ts'

/** Any text on one line: all of Unicode without control characters, with a taste for what Markdown minds. */
const value = fc
  .array(
    fc.oneof(
      { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
      {
        weight: 3,
        arbitrary: fc.constantFrom(...'\\`*_{}[]()<>#+-.!|~&;:=@/"\' \t\u00a0\u2028\u3000\ufeff'),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom('1.', '2026', '&amp;', '&#38;', '<b>', '](', '://', '---', 'đ)', '😀'),
      },
      { weight: 1, arbitrary: fc.constantFrom('Nghị', ' quyết ', 'GD&ĐT', '  ') },
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join('').replace(/(?!\t)\p{Cc}|\p{Cs}/gu, ''))
  .filter((text) => text !== '')

const text = (words: string): object => ({ type: 'text', value: words })
const paragraph = (...children: object[]): object => ({ type: 'paragraph', children })

/** Where a template may put a value, and what must come of it. */
const places: readonly (readonly [string, (escaped: string) => string, (value: string) => object])[] = [
  ['alone', (x) => x, (v) => paragraph(text(v))],
  ['at the start', (x) => `${x} rồi`, (v) => paragraph(text(`${v} rồi`))],
  ['before a full stop', (x) => `${x}. Rồi`, (v) => paragraph(text(`${v}. Rồi`))],
  ['in the middle', (x) => `Số ${x}, rồi`, (v) => paragraph(text(`Số ${v}, rồi`))],
  ['at the end', (x) => `Số ${x}`, (v) => paragraph(text(`Số ${v}`))],
  ['twice in a row', (x) => `${x}${x}`, (v) => paragraph(text(v + v))],
  ['on the second line', (x) => `Số\n${x}`, (v) => paragraph(text(`Số\n${v}`))],
  [
    'as strong text',
    (x) => `**${x}** rồi`,
    (v) => paragraph({ type: 'strong', children: [text(v)] }, text(' rồi')),
  ],
  [
    'as emphasis',
    (x) => `Số _${x}_`,
    (v) => paragraph(text('Số '), { type: 'emphasis', children: [text(v)] }),
  ],
  ['as a title', (x) => `## ${x}`, (v) => ({ type: 'heading', depth: 2, children: [text(v)] })],
]

test.each(places)('a value comes out as itself %s', (_, put, expected) => {
  fc.assert(
    fc.property(value, (v) => {
      expect(bare(parseMarkdown(put(escapeMarkdown(v))))).toEqual({ type: 'root', children: [expected(v)] })
    }),
    { numRuns: 300 },
  )
})

test('a value comes out as itself in a list and in a table', () => {
  fc.assert(
    fc.property(value, (v) => {
      const x = escapeMarkdown(v)
      const list = bare(parseMarkdown(`1. ${x}\n2. ${x}`))
      expect(words(list)).toEqual([v, v])
      const table = bare(parseMarkdown(`| ${x} | B |\n| - | - |\n| ${x} | b |\n|${x}|b|`))
      expect(words(table)).toEqual([v, 'B', v, 'b', v, 'b'])
    }),
    { numRuns: 300 },
  )
})

const words = (node: object): string[] =>
  'value' in node
    ? [String(node.value)]
    : 'children' in node
      ? (node.children as object[]).flatMap(words)
      : []

test('a value comes out as itself in any CommonMark, not only in ours', () => {
  const parse = (markdown: string): Nodes => unified().use(remarkParse).parse(markdown)
  fc.assert(
    fc.property(value, (v) => {
      expect(bare(parse(escapeMarkdown(v)))).toEqual({ type: 'root', children: [paragraph(text(v))] })
    }),
    { numRuns: 300 },
  )
})

test.each([
  ['2026. Năm học mới'],
  ['- gạch'],
  ['+ cộng'],
  ['# thăng'],
  ['> lớn'],
  ['GD&ĐT &amp; &#65;'],
  ['<b>đậm</b>'],
  ['[x](y)'],
  ['~~bỏ~~ ~'],
  ['`mã`'],
  ['P_05_x'],
  ['www.x.vn a@b.vn'],
  ['***'],
  ['C:\\Văn bản\\'],
  ['  hai  khoảng  trắng  '],
  ['\u00a0'],
  ['2020'],
])('%j', (v) => {
  expect(bare(parseMarkdown(escapeMarkdown(v)))).toEqual({ type: 'root', children: [paragraph(text(v))] })
})

test('letters and spaces between them are left as they are', () => {
  expect(escapeMarkdown('Sở Giáo dục và Đào tạo')).toBe('Sở Giáo dục và Đào tạo')
})
