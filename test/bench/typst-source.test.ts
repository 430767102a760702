/** A notice given to Typst says its own words: what Typst would take for markup is escaped. */

import { expect, it } from 'vitest'
import { typstSource } from '../../scripts/bench/peers/typst-source.ts'
import { decree30 } from '../../src/layout/decree30.ts'
import type { Row } from '../../src/layout/sheet.ts'

const properties = { title: 'A "B"', subject: '', author: 'C', language: 'vi-VN', date: '2026-03-05' }
const sourceOf = (...rows: Row[]): string =>
  typstSource({ rules: decree30, properties, sections: [{ rows }] }).split('#show: paper\n')[1] ?? ''
const paragraph = (text: string): Row => ({ is: 'line', part: 'paragraph', runs: [{ text }] })

it.each([
  ['1. Một', '1\\. Một'],
  ['- gạch', '\\- gạch'],
  ['giá 5$ * 2 _a_ #b @c', 'giá 5\\$ \\* 2 \\_a\\_ \\#b \\@c'],
  ['từ -5 đến 10 -- hết...', 'từ \\-5 đến 10 \\-- hết\\.\\..'],
  ['//không phải ghi chú', '\\//không phải ghi chú'],
  ['<unit> [x] ~ `y` "z"', '\\<unit\\> \\[x\\] \\~ \\`y\\` \\"z\\"'],
])('writes %s as %s', (text, typst) => {
  expect(sourceOf(paragraph(text))).toBe(typst)
})

it('keeps bold runs, line breaks and rows in their order', () => {
  const line: Row = { is: 'line', part: 'clause', runs: [{ text: 'a\nb ' }, { text: 'c', strong: true }] }
  expect(sourceOf(line, paragraph('sau'))).toBe('a \\\nb #strong[c]\n\nsau')
})
