/** What an office does not want to be told, and what it is told about that. */

import { expect, test } from 'vitest'
import { goodMeeting, problemsOf, project, thongbao } from '../fixtures/project.ts'

const record = 'content/meetings/2026/hop-giao-ban.yaml'

/** What `check` says of the good meeting with one item more, as "line rule". */
const said = async (item: string, files: Record<string, string> = {}): Promise<string[]> => {
  const text = goodMeeting.replace(/^conclusions:\n/m, `conclusions:\n${item}\n`)
  expect(text).not.toBe(goodMeeting)
  const root = await project({ [record]: text, ...files })
  return problemsOf(await thongbao(root, ['check', '--json']))
    .map(({ rule, level, message }) => `${level} ${rule}${rule === 'check/silence' ? `: ${message}` : ''}`)
    .sort()
}

const wrong = '  - Theo  dõi việc này.'
const settings = (lines: string): Record<string, string> => ({
  'content/project.yaml': `body: so-gddt\ntemplate: ket-luan-hop\n${lines}`,
})

test('without a silence it is told', async () => {
  expect(await said(wrong)).toEqual(['warning text/double-space'])
})

test.each([
  ['on the line above', `  # bỏ qua text/double-space: theo bản gốc\n${wrong}`],
  ['at the end of the line', `${wrong} # bỏ qua text/double-space: theo bản gốc`],
  [
    'with another rule',
    `  # bỏ qua text/double-space, text/date-zeros: theo bản gốc\n  - Theo  dõi từ ngày 5 tháng 3.`,
  ],
  ['over another comment', `  # bỏ qua text/double-space: theo bản gốc\n\n  # ghi chú khác\n${wrong}`],
  [
    'above a block of several lines',
    '  # bỏ qua text/double-space: theo bản gốc\n  - text: >-\n      Một dòng.\n      Theo  dõi.',
  ],
  [
    'behind the sign of a block',
    '  - text: >- # bỏ qua text/double-space: theo bản gốc\n      Một dòng.\n      Theo  dõi.',
  ],
])('a comment %s', async (_, item) => {
  expect(await said(item)).toEqual([])
})

test('in Markdown a comment in, above or below the paragraph', async () => {
  const [head] = goodMeeting.split(/^conclusions:/m)
  const body = `Một  câu. <!-- bỏ qua text/double-space: theo bản gốc -->

<!-- bỏ qua text/double-space: theo bản gốc -->
Hai  câu.

1. Ba  câu
   dài.
   <!-- bỏ qua text/double-space: theo bản gốc -->
2. Bốn  câu.

Năm  câu.
`
  const root = await project({ 'content/meetings/2026/hop.md': `---\n${head}---\n${body}` })
  const lines = problemsOf(await thongbao(root, ['check', '--json'])).map(({ line, rule }) => [line, rule])
  const start = (head ?? '').split('\n').length + 1
  expect(lines).toEqual([[start + 11, 'text/double-space']])
})

test('in a template', async () => {
  const template = (comment: string) => ({
    'templates/ket-luan-hop.md': `---\nkind: thong-bao\n---\n${comment}Một  đoạn.\n\n{{conclusions}}\n`,
  })
  expect(await said('  - Một việc.', template(''))).toEqual(['warning text/double-space'])
  expect(await said('  - Một việc.', template('{{!-- bỏ qua text/double-space: theo mẫu cũ --}}\n'))).toEqual(
    [],
  )
})

test('a comment elsewhere, or for another rule, silences nothing and is told of', async () => {
  expect(await said(`${wrong}\n  # bỏ qua text/double-space: theo bản gốc\n  - Việc khác.`)).toEqual([
    'info check/silence: "text/double-space" không nêu điều gì ở đây, cần bỏ ghi chú tắt này',
    'warning text/double-space',
  ])
  expect(await said(`${wrong} # bỏ qua text/date-zeros: theo bản gốc`)).toEqual([
    'info check/silence: "text/date-zeros" không nêu điều gì ở đây, cần bỏ ghi chú tắt này',
    'warning text/double-space',
  ])
})

test('the whole project or one record, in project.yaml', async () => {
  const silence = 'silence:\n  - rule: text/double-space\n    reason: gõ theo bản gốc\n'
  expect(await said(wrong, settings(silence))).toEqual([])
  expect(await said(wrong, settings(`${silence}    record: hop-giao-ban\n`))).toEqual([])
  expect(await said('  - Một việc.', settings(silence))).toEqual([
    'info check/silence: "text/double-space" không nêu điều gì ở đây, cần bỏ ghi chú tắt này',
  ])
  expect(await said(wrong, settings(`${silence}    record: hop-giao-bang\n`))).toEqual([
    'error check/silence: không có bản ghi nào tên là "hop-giao-bang" để tắt quy tắc',
    'warning text/double-space',
  ])
})

test('a reason is asked for, an unknown rule is told with the nearest one', async () => {
  expect(await said(`${wrong} # bỏ qua text/double-space`)).toEqual([
    'error check/silence: ghi chú tắt "text/double-space" chưa có lý do, cần ghi lý do sau dấu hai chấm',
    'warning text/double-space',
  ])
  expect(await said(wrong, settings('silence: [{rule: text/double-space}]\n'))).toContain(
    'error record/missing',
  )
  const root = await project({
    [record]: goodMeeting,
    ...settings('silence: [{rule: text/double-spaces, reason: x}]\nrules: {text/tone-mark: true}\n'),
  })
  const problems = problemsOf(await thongbao(root, ['check', '--json']))
  expect(problems.map(({ hint }) => hint)).toEqual(
    expect.arrayContaining(['có phải ý bạn là "text/double-space"?', 'có phải ý bạn là "text/tone-marks"?']),
  )
  expect(await said(`${wrong} # bỏ qua text/double-spaces: x`)).toContain(
    'error check/silence: không có quy tắc nào tên là "text/double-spaces"',
  )
})

test('an error cannot be silenced, by a comment or for the project', async () => {
  const lost = '  - Họp ngày 31/02/2026.'
  const refused =
    'error check/silence: "text/date-exists" nêu lỗi nên không tắt được, chỉ tắt được cảnh báo và lưu ý'
  expect(await said(`${lost} # bỏ qua text/date-exists: theo bản gốc`)).toEqual([
    refused,
    'error text/date-exists',
  ])
  expect(await said(lost, settings('silence: [{rule: text/date-exists, reason: x}]\n'))).toEqual(
    expect.arrayContaining([refused, 'error text/date-exists']),
  )
})

test('a remark that only starts like a silence is a remark', async () => {
  expect(await said('  # bỏ qua phần này: chưa họp\n  - Một việc.')).toEqual([])
})

test('rules that are off can be switched on, and not off', async () => {
  const mixed = '  - Trường Hòa An, Hòa Bình và hoà giải.'
  expect(await said(mixed)).toEqual([])
  expect(await said(mixed, settings('rules: {text/tone-marks: true}\n'))).toEqual(['info text/tone-marks'])
  expect(await said(mixed, settings('rules: {text/bold: false}\n'))).toContain('error record/value')
})
