/** Deadlines in bold: the days of the tasks, however they are spelt, and no other day. */

import { expect, test } from 'vitest'
import { toBlocks } from '../../src/compose/blocks.ts'
import { boldDeadlines } from '../../src/compose/deadlines.ts'
import type { Inline } from '../../src/notice/notice.ts'

const shown = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) =>
      inline.is === 'text' ? inline.value : inline.is === 'strong' ? `**${shown(inline.text)}**` : '',
    )
    .join('')
const bold = (text: string): string => {
  const context = { file: 'x', line: () => undefined, report: (): void => {} }
  const [block] = boldDeadlines(toBlocks(text, context), ['2026-10-05'])
  return block?.is === 'paragraph' ? shown(block.text) : ''
}

test.each([
  ['nộp trước ngày 05/10/2026 tại Sở', 'nộp **trước ngày 05/10/2026** tại Sở'],
  ['nộp chậm nhất là ngày 5/10.', 'nộp **chậm nhất là ngày 5/10**.'],
  ['xong trước ngày 05 tháng 10 năm 2026;', '**xong trước ngày 05 tháng 10 năm 2026**;'],
  ['đến hết 5-10-2026 và 05.10.2026', '**đến hết 5-10-2026** và **05.10.2026**'],
  ['nộp ngày 05 tháng 10, bổ sung sau', 'nộp **ngày 05 tháng 10**, bổ sung sau'],
])('%s', (text, expected) => {
  expect(bold(text)).toBe(expected)
})

test.each([
  'ngày 05 tháng 10 năm 2025',
  'ngày 05/10/2025',
  'ngày 15/10/2026',
  'ngày 05/10/20261',
  'khoản 25/10',
  'số 05/10-KH',
])('%s is another day, or none', (text) => {
  expect(bold(text)).toBe(text)
})
