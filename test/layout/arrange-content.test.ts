/** Lines that speak of what follows them: never the last of a page. */

import { expect, test } from 'vitest'
import { arrangeContent } from '../../src/layout/arrange-content.ts'
import { decree30 } from '../../src/layout/decree30.ts'
import type { Block, Division, Inline } from '../../src/notice/notice.ts'
import { measureWith } from '../../src/pipeline.ts'
import { fonts } from '../fixtures/memory.ts'

const words = (value: string): Inline[] => [{ is: 'text', value }]
const paragraph: Block = { is: 'paragraph', text: words('Lời.') }
const item: Block = { is: 'item', text: words('một;'), blocks: [] }
const clause = (more: Partial<Division>): Division => ({
  is: 'clause',
  id: 'c1',
  mark: 'number',
  blocks: [],
  ...more,
})
const first = (block: Block) => {
  const [row] = arrangeContent([block], { rules: decree30, measure: measureWith(fonts), textWidth: 160 })
  return row?.is === 'line'
    ? { text: row.runs.map(({ text }) => text).join(''), keepNext: row.keepNext ?? false }
    : undefined
}

test.each<[string, Division, string, boolean]>([
  ['a title', clause({ title: words('Về chỉ tiêu'), blocks: [paragraph] }), '1. Về chỉ tiêu', true],
  ['a label above dashes', clause({ blocks: [item] }), '1.', true],
  [
    'a title in the line above dashes',
    clause({ title: words('Gồm:'), runIn: true, blocks: [item] }),
    '1. Gồm:',
    true,
  ],
  [
    'a title in the line with its words',
    clause({ title: words('Gồm:'), runIn: true, blocks: [paragraph] }),
    '1. Gồm: Lời.',
    false,
  ],
  ['words', clause({ blocks: [paragraph, item] }), '1. Lời.', false],
  ['an unnumbered group', clause({ mark: 'none', blocks: [item] }), '- một;', false],
])('%s', (_, block, text, keepNext) => {
  expect(first(block)).toEqual({ text, keepNext })
})
