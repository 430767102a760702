/** `check --fix`: exactly what is wrong and certain is replaced, whatever the file looks like around it. */

import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkerOf } from '../../src/check/check.ts'
import { type Fixed, fixText } from '../../src/check/fix.ts'
import { readMeeting } from '../../src/load/body.ts'
import { readYaml } from '../../src/load/yaml.ts'
import { goodMeeting, problemsOf, project, thongbao } from '../fixtures/project.ts'

const empty = { directory: [], meetings: [], register: [], templates: [], partials: [] }
const quiet = (): undefined => undefined

const fix = (raw: string, file = 'content/meetings/2026/a.yaml'): Fixed => {
  const { checker } = checkerOf(empty, quiet)
  return fixText(
    raw,
    (text) => (file.endsWith('.md') ? readMeeting(file, text, quiet) : readYaml(file, text, quiet)),
    (source, text) => [...checker.meeting(source), ...checker.file(source, text)],
  )
}

/** What is wrong and what becomes of it. Nothing beside them is anybody's business. */
const pairs = [
  ['theo «c»ông văn số 82/SGDĐT', 'C'],
  ['theo «t»hông báo này', 'T'],
  ['tại «Khoản» 2 Điều 5 Quy chế', 'khoản'],
  ['do «Sở giáo dục và đào tạo» giao', 'Sở Giáo dục và Đào tạo'],
  ['ở «t»hành phố Hồ Chí Minh', 'T'],
  ['số 12« / »TB', '/'],
  ['các trường«  »và phòng', ' '],
  ['các trường« », các phòng', ''],
  ['(« »để phối hợp)', ''],
  ['QLCL«,»VP', ', '],
  ['ký KT.«»Giám đốc', ' '],
  ['gồm **Điều 1.**«»Nội dung', ' '],
  // Not certain, or not ours: stays.
  ['từ ngày 5 tháng 3', ''],
  ['Công văn số 7/SGDĐT-VP', ''],
  ['rồi', ''],
] as const

const [neutral, ending] = [
  fc.constantFrom('Các trường', 'Ý kiến "a"', 'Điểm a#1', "l'an"),
  fc.constantFrom('nhé', 'xong'),
]

type Style = (words: string) => string
const styles: Record<string, Style> = {
  plain: (words) => `- ${words}`,
  'plain, then a comment': (words) => `- ${words}   # ghi chú,sai`,
  'key of a flow map': (words) => `- {mark: none,   text: "${words.replaceAll('"', '\\"')}"}`,
  single: (words) => `- '${words.replaceAll("'", "''")}'`,
  double: (words) => `-   "${words.replaceAll('"', '\\"')}" `,
  'double with escapes': (words) => `- "\\u00dd \\x41 ${words.replaceAll('"', '\\"')}"`,
  folded: (words) => `- text: >-\n        Dòng đầu\n\n        ${words}\n        dòng sau`,
  literal: (words) => `- text: |\n        Dòng đầu\n        ${words}\n`,
}

/** The marks only say where it is wrong. */
const bare = (text: string): string => text.replace(/[«»]/g, '')

const item = fc
  .record({
    style: fc.constantFrom(...Object.keys(styles)),
    words: fc.array(fc.tuple(neutral, fc.constantFrom(...pairs)), { minLength: 1, maxLength: 3 }),
    end: ending,
  })
  .map(({ style, words, end }) => {
    const written = `${words.map(([before, [wrong]]) => `${before} ${wrong}`).join(' ')} ${end}`
    const right = `${words
      .map(([before, [wrong, good]]) => `${before} ${wrong.replace(/«(.*)»/, `«${good}»`)}`)
      .join(' ')} ${end}`
    const wrap = styles[style] ?? String
    return { before: bare(wrap(written)), after: bare(wrap(right)) }
  })

const dress = (text: string, crlf: boolean, bom: boolean): string =>
  `${bom ? '\uFEFF' : ''}${crlf ? text.replaceAll('\n', '\r\n') : text}`

test('every other byte stays, and correcting twice is correcting once', () => {
  fc.assert(
    fc.property(
      fc.array(item, { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      fc.boolean(),
      (items, crlf, bom) => {
        const file = (list: readonly string[]): string =>
          dress(
            `# Ghi chú ,sai  chỗ\nconclusions:\n${list.map((each) => `  ${each}\n`).join('')}\n# hết\n`,
            crlf,
            bom,
          )
        const raw = file(items.map(({ before }) => before))
        const right = file(items.map(({ after }) => after))
        fc.pre(readYaml('a.yaml', raw, quiet) !== undefined)
        const fixed = fix(raw)
        expect(fixed.raw).toBe(right)
        expect(fix(fixed.raw)).toEqual({ raw: fixed.raw, changes: [] })
      },
    ),
  )
})

test('loose marks are composed, and nothing else', () => {
  const text = '# Chú thích\r\nconclusions:\r\n  - Các trường  báo cáo.\r\n'
  const right = text.replace('  báo', ' báo')
  expect(fix(text.normalize('NFD')).raw).toBe(right)
  expect(fix(`\uFEFF${text.normalize('NFD')}`).raw).toBe(`\uFEFF${right}`)
})

test('in Markdown bodies, front matter and body alike', () => {
  const text = `---\r
notice: {subject: "kết luận"}\r
---\r
# Về công việc\r
\r
1. Các trường  làm <!-- chú  thích --> theo\r
   công văn số 5/SGDĐT ,xong .  \r
   Dòng sau.\r
`
  expect(fix(text, 'content/meetings/2026/a.md').raw).toBe(
    text
      .replace('"kết', '"Kết')
      .replace('trường  làm', 'trường làm')
      .replace('công văn', 'Công văn')
      .replace(' ,xong .', ', xong.'),
  )
})

test('what YAML would take for something else is left to a person', () => {
  // "Về:việc" with a space would be a key and its value.
  const text = 'conclusions:\n  - Về:việc này  nhé\n  - "Về:việc này"\n'
  expect(fix(text).raw).toBe('conclusions:\n  - Về:việc này nhé\n  - "Về: việc này"\n')
  const shared = 'conclusions:\n  - text: &a Các  trường\n  - text: *a\n'
  expect(fix(shared).raw).toBe(shared)
})

test('what is silenced is not corrected, and what is not certain neither', () => {
  const text =
    'basis:\n  # bỏ qua text/basis-marks: theo bản gốc\n  - Căn cứ Luật Giáo dục;\nconclusions:\n  - "Trường Hòa  An" # bỏ qua text/double-space: theo bản gốc\n  - Họp ngày 31/02/2026 và 5 tháng 03.\n'
  expect(fix(text)).toEqual({ raw: text, changes: [] })
})

test('on the command line: files are written, changes told, the rest of the project untouched', async () => {
  const record = 'content/meetings/2026/hop-giao-ban.yaml'
  const wrong = goodMeeting.replace(
    /^conclusions:\n/m,
    'conclusions:\n  - Theo  dõi ,báo cáo ngày 5 tháng 3.\n',
  )
  const root = await project({ [record]: wrong, 'content/meetings/2026/khac.yaml': wrong })
  const before = statSync(join(root, 'content/meetings/2026/khac.yaml')).mtimeMs
  const ran = await thongbao(root, ['check', '--fix', 'hop-giao-ban'])
  const line = wrong.split('\n').findIndex((each) => each.includes('Theo  dõi')) + 1
  expect(ran.out).toContain(`${record}:${line}:9  đã sửa  "`)
  expect(ran.err).toContain('text/date-zeros')
  expect(ran.err).not.toContain('text/double-space')
  expect(readFileSync(join(root, record), 'utf8')).toBe(wrong.replace('Theo  dõi ,báo', 'Theo dõi, báo'))
  expect(statSync(join(root, 'content/meetings/2026/khac.yaml')).mtimeMs).toBe(before)

  const again = await thongbao(root, ['check', '--fix', '--json', 'hop-giao-ban'])
  expect(JSON.parse(again.out)).toMatchObject({ ok: true, fixed: [] })
  expect(problemsOf(again).map(({ rule }) => rule)).toEqual(['text/date-zeros'])
  expect((await thongbao(root, ['check', '--fix', 'hop-giao-ban'])).out).toBe(
    'không có chỗ nào tự sửa được\n',
  )
})

test('the directory and templates are corrected with everything else', async () => {
  const template = '---\nkind: thong-bao\n---\nTheo  dõi {{kind.name}} ,\n\n{{conclusions}}\n'
  const root = await project({ 'templates/mau-khac.md': template })
  await thongbao(root, ['check', '--fix'])
  expect(readFileSync(join(root, 'templates/mau-khac.md'), 'utf8')).toBe(
    template.replace('Theo  dõi', 'Theo dõi').replace(' ,', ','),
  )
})
