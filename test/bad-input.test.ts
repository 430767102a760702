/** What clerks get wrong: each mistake is told at its place, in our words, and nothing that was good before is lost. */

import { chmodSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  base,
  type Files,
  filesIn,
  goodMeeting,
  problemsOf,
  project,
  type Said,
  thongbao,
} from './fixtures/project.ts'

const meeting = 'content/meetings/2026/hop-giao-ban.yaml'
const office = 'content/directory/so.yaml'
const entry = 'content/register/2026/TB/12.yaml'
const goodEntry = 'number: 12\nsymbol: TB-SGDĐT\ndate: 2026-03-04\nrecord: hop-giao-ban\n'
const good = (from: string | RegExp, to: string): string => {
  const changed = goodMeeting.replace(from, () => to)
  if (changed === goodMeeting) throw new Error(`nothing to replace: ${from}`)
  return changed
}
const directory = (from: string, to: string): Files => ({
  [office]: String(base()[office]).replace(from, () => to),
})

/** The rule of every problem in a file, and the words it points at; the run must have failed without a fault of ours. */
const said = async (files: Files, file = meeting): Promise<string[]> => {
  const all: Files = { ...base(), [meeting]: goodMeeting, ...files }
  const lines = String(all[file]).normalize('NFC').split(/\r?\n/)
  const found = (await refused(all)).filter((problem) => problem.file === file && problem.level === 'error')
  return found.map(({ rule, line, column }) =>
    line === null || column === null ? rule : `${rule} ${lines[line - 1]?.slice(column - 1)}`,
  )
}

/** One problem a word, in order: "rule words that stand at its place, or the first of them". */
const expectSaid = async (files: Files, expected: readonly string[], file?: string): Promise<void> => {
  const found = await said(files, file)
  expect(found.map((each, index) => each.slice(0, expected[index]?.length ?? each.length))).toEqual(expected)
}

const refused = async (files: Files): Promise<Said[]> => {
  const root = await project(files)
  const ran = await thongbao(root, ['check', '--json'])
  expect(ran.code).toBe(1)
  // A fault of ours would be code 3, and words on stderr.
  expect(ran.err).toBe('')
  const problems = problemsOf(ran)
  for (const { message } of problems)
    expect(message).not.toMatch(/\b(expected|invalid|must|required|error)\b/i)
  return problems
}

test('the record that the others are made from has no mistake', async () => {
  const root = await project({ [meeting]: goodMeeting, [entry]: goodEntry })
  expect(await thongbao(root, ['check'])).toEqual({ code: 0, out: '1 bản ghi, không có lỗi\n', err: '' })
})

describe('one mistake in a meeting, one problem at its place', () => {
  test.each<[string, string | RegExp, string, ...string[]]>([
    ['an unknown key', 'signatory:', 'singatory: x\n  signatory:', 'record/unknown-key singatory'],
    ['a missing key', / {2}signatory: .*\n/, '', 'record/missing notice:'],
    ['a missing part', /meeting:[\s\S]*?(?=attendees)/, '', 'record/missing notice:'],
    ['a list where a line is due', /subject: .*/, 'subject: [a, b]', 'record/type [a, b]'],
    ['a number where a line is due', /subject: .*/, 'subject: 2026', 'record/type 2026'],
    ['a line where a list is due', /list:\n.*/, 'list: van-phong', 'record/type van-phong'],
    ['nothing where a line is due', /subject: .*/, 'subject:', 'record/missing subject:'],
    ['spaces only', /topic: .*/, 'topic: "   "', 'record/missing "   "'],
    ['an empty list', / {2}list:\n.*/, '  list: []', 'record/missing []'],
    ['a word outside the choice', 'attendees:', 'attendees:\n  form: bảng', 'record/value bảng'],
    ['zero copies', 'copies: 2', 'copies: 0', 'record/value 0 }'],
    ['half a copy', 'copies: 2', 'copies: 1.5', 'record/type 1.5 }'],
    ['a day that is none', 'due: 2026-04-30', 'due: 2026-04-31', 'record/date 2026-04-31'],
    ['a month that is none', 'sessions: 2026-03-02', 'sessions: 2026-13-02', 'record/date 2026-13-02'],
    ['the 29th of a common year', 'sessions: 2026-03-02', 'sessions: 2026-02-29', 'record/date 2026-02-29'],
    ['a date as it is spoken', 'sessions: 2026-03-02', 'sessions: 2/3/2026', 'record/date 2/3/2026'],
    ['an expected month that is none', '  drafting', '  date: 2026-00\n  drafting', 'record/date 2026-00'],
    [
      'a range that runs backwards',
      'sessions: 2026-03-02',
      'sessions: {from: 2026-03-02, to: 2026-03-01}',
      'record/period 2026-03-01}',
    ],
    [
      'a person that is not there',
      'signatory: pham-van-long',
      'signatory: pham-van-luong',
      'resolve/unknown-reference pham-van-luong',
    ],
    ['a unit that is not there', 'lead: khao-thi', 'lead: khao-ty', 'resolve/unknown-reference khao-ty'],
    [
      'a name that every object has',
      'signatory: pham-van-long',
      'signatory: constructor',
      'resolve/unknown-reference constructor',
    ],
    [
      'a person in place of a unit',
      'lead: khao-thi',
      'lead: pham-van-long',
      'resolve/unknown-reference pham-van-long, due',
    ],
    [
      'a unit in the words that is not there',
      'Phòng Khảo thí hoàn',
      '<unit:khao-ty> hoàn',
      'resolve/unknown-reference <unit:khao-ty>',
    ],
    [
      'a unit in the words that can be none',
      'Phòng Khảo thí hoàn',
      '<unit:Khảo thí> hoàn',
      'record/value <unit:Khảo thí>',
    ],
    ['a body that is not there', 'notice:', 'notice:\n  body: so-khac', 'resolve/unknown-reference so-khac'],
    [
      'a template that is not there',
      'notice:',
      'notice:\n  template: ket-luan',
      'resolve/unknown-reference ket-luan',
    ],
    [
      'a path in place of a template',
      'notice:',
      'notice:\n  template: ../../etc/passwd',
      'record/value ../../etc',
    ],
    ['a path in place of a unit', 'unit: van-phong', 'unit: ../van-phong', 'record/value ../van-phong'],
    [
      'somebody who may not sign',
      'signatory: pham-van-long',
      'signatory: vi-thi-hoa',
      'resolve/authority vi-thi-hoa',
    ],
    [
      'a right that the signatory does not have',
      'signatory: pham-van-long',
      'signatory: pham-van-long\n  authority: TL',
      'resolve/authority pham-van-long',
    ],
    [
      'a participant of nothing',
      '{ role: Lãnh đạo, units: [van-phong, khao-thi] }',
      '{}',
      'record/missing {}',
    ],
    ['a conclusion of nothing', 'closing:', '  - {mark: star}\nclosing:', 'record/missing {mark'],
    ['two due dates', 'due: 2026-04-30', 'due: {by: ngay, every: tuần}', 'record/value {by'],
    [
      'a recipient of nothing',
      '  drafting',
      '  recipients: {add: [{note: để b/c}]}\n  drafting',
      'resolve/recipients {note',
    ],
    ['a key twice', 'signatory:', 'subject: lần hai\n  signatory:', 'load/duplicate-key subject: lần hai'],
    [
      'one id for two conclusions',
      /conclusions:\n/,
      'conclusions:\n  - {id: a, text: x}\n  - {id: a, text: y}\n',
      'record/duplicate-id a, text: y',
    ],
    ['a tab', '  chair', '\tchair', 'load/yaml \tchair'],
    ['a tab in a value', /subject: .*/, 'subject: "a\\tb"', 'record/whitespace "a'],
    ['two lines in a title', /subject: .*/, 'subject: "a\\nb"', 'record/whitespace "a'],
    ['a space before a title', /subject: .*/, 'subject: " a"', 'record/whitespace " a'],
    ['a control character', /subject: .*/, 'subject: "a\\u0007b"', 'record/character "a'],
    ['an invisible one', /subject: .*/, 'subject: a\u200bb', 'record/character a'],
    ['half a character', /subject: .*/, 'subject: "a\\ud800b"', 'record/character "a'],
    [
      'private use, where a mark of ours could hide',
      'hoàn thành',
      'hoàn \uE000conclusions\uE000 thành',
      'record/character Phòng',
    ],
    ['a character that the type lacks', 'hoàn thành đề thi', 'hoàn thành 📌 đề thi', 'record/glyph Phòng'],
    [
      'a script that runs the other way',
      'hoàn thành đề thi',
      'hoàn thành \u05d0 đề thi',
      'record/glyph Phòng',
    ],
    [
      'ten thousand characters of prose',
      'hoàn thành đề thi',
      'hoàn thành '.repeat(1000),
      'record/too-long Phòng',
    ],
    [
      'a thousand characters of title',
      /subject: .*/,
      `subject: ${'dài '.repeat(250)}x`,
      'record/too-long dài',
    ],
    [
      'a key that would reach behind the data',
      'signatory:',
      '__proto__: {polluted: true}\n  signatory:',
      'load/yaml __proto__',
    ],
    [
      'aliases that explode',
      /^/,
      `x: &a [${'1,'.repeat(60)}]\ny: &b [${'*a,'.repeat(60)}]\nz: [${'*b,'.repeat(60)}]\n`,
      'load/alias *b',
    ],
    [
      'a bare template expression',
      /subject: .*/,
      'subject: {{meeting.topic}}',
      'record/type {{meeting',
      'load/yaml {meeting',
    ],
    ['a quotation', 'text: Phòng', 'text: "> Phòng"\n  - text: Phòng', 'compose/block "> Phòng'],
  ])('%s', async (_, from, to, ...expected) => {
    await expectSaid({ [meeting]: good(from, to) }, expected)
  })
})

test.each<[string, string, string]>([
  ['a mistyped key', good('signatory:', 'singatory: x\n  signatory:'), 'signatory'],
  ['a key in Vietnamese', good('signatory:', 'người-ký: x\n  signatory:'), 'signatory'],
  ['a mistyped person', good('chair: pham-van-long', 'chair: pham-van-lon'), 'pham-van-long'],
  ['a mistyped unit', good('lead: khao-thi', 'lead: khaothi'), 'khao-thi'],
  ['a mistyped choice', good('attendees:', 'attendees:\n  form: sections'), 'section'],
  ['a mistyped template', good('notice:', 'notice:\n  template: ket-luan-hop1'), 'ket-luan-hop'],
])('the hint for %s says what was probably meant', async (_, text, meant) => {
  const hints = (await refused({ [meeting]: text })).map(({ hint }) => hint)
  expect(hints).toEqual([`có phải ý bạn là "${meant}"?`])
})

test('a date as it is spoken is shown as it is to be written', async () => {
  const [problem] = await refused({ [meeting]: good('due: 2026-04-30', 'due: 5/4/2026') })
  expect(problem?.hint).toContain('2026-04-05')
})

test('a short key is not taken for any other short key', async () => {
  const problems = await refused({
    [meeting]: goodMeeting,
    'content/directory/x.yaml': 'units:\n  a: {name: A, xyz: 1}\n',
  })
  expect(problems).toMatchObject([{ rule: 'record/unknown-key', hint: null }])
})

describe('files', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'load/empty'],
    ['comments only', '# chưa viết\n', 'load/empty'],
    [
      'bytes that are no UTF-8',
      Buffer.concat([Buffer.from('notice:\n  subject: S'), Buffer.from([0xf5, 0xd2])]),
      'load/encoding',
    ],
    ['UTF-16', Buffer.from(`\ufeff${goodMeeting}`, 'utf16le'), 'load/encoding'],
    ['no YAML at all', 'Kính gửi các đơn vị\nthông báo\n', 'record/type'],
    ['a list', '- a\n- b\n', 'record/type'],
    ['five megabytes', `notice:\n  subject: ${'x'.repeat(5_000_000)}\n`, 'load/unreadable'],
  ])('%s', async (_, content, expected) => {
    const found = (await refused({ [meeting]: content })).map(({ file, rule }) => `${file} ${rule}`)
    expect(found).toEqual([`${meeting} ${expected}`])
  })

  test.each<[string, string | Uint8Array]>([
    ['a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(goodMeeting)])],
    ['the line ends of Windows', goodMeeting.replaceAll('\n', '\r\n')],
    ['letters and marks apart', goodMeeting.normalize('NFD')],
  ])('%s is no mistake, and makes no difference', async (_, content) => {
    const made = async (bytes: string | Uint8Array) => {
      const root = await project({ [meeting]: bytes })
      expect(await thongbao(root, ['build'])).toMatchObject({ code: 0, err: '' })
      return filesIn(join(root, 'out'))
    }
    expect(await made(content)).toEqual(await made(goodMeeting))
  })

  test('behind the line ends of Windows and letters apart the columns are those of the composed line', async () => {
    const text = good('units: [van-phong, khao-thi]', 'units: [van-phong, khao-ty]').normalize('NFD')
    await expectSaid({ [meeting]: text.replaceAll('\n', '\r\n') }, ['resolve/unknown-reference khao-ty] }'])
  })

  test('two meetings of one name', async () => {
    const twin = 'content/meetings/2027/hop-giao-ban.yaml'
    await expectSaid({ [twin]: goodMeeting }, ['record/duplicate-id'], twin)
    const markdown = 'content/meetings/2026/hop-giao-ban.md'
    await expectSaid({ [markdown]: `---\n${goodMeeting.replace(/conclusions:[\s\S]*/, '')}---\nXong.\n` }, [
      'record/duplicate-id',
    ])
  })

  test('a name that can be no id', async () => {
    const wrong = 'content/meetings/2026/Họp giao ban.yaml'
    expect(await said({ [wrong]: goodMeeting }, wrong)).toContain('load/file-name')
  })

  test('a link out of the project is not followed', async () => {
    const root = await project({ [meeting]: goodMeeting })
    symlinkSync('/etc/passwd', join(root, 'content/meetings/2026/mat-khau.yaml'))
    const ran = await thongbao(root, ['check', '--json'])
    expect(problemsOf(ran)).toMatchObject([
      { rule: 'load/file-name', file: 'content/meetings/2026/mat-khau.yaml' },
    ])
  })

  test('no project here', async () => {
    const root = await project({}, {})
    const ran = await thongbao(root, ['build', '--json'])
    expect([ran.code, problemsOf(ran).map(({ rule }) => rule)]).toEqual([1, ['load/unreadable']])
  })

  test('no project.yaml', async () => {
    const root = await project({ [meeting]: goodMeeting, 'content/project.yaml': null })
    const ran = await thongbao(root, ['check', '--json'])
    expect(problemsOf(ran)).toContainEqual(
      expect.objectContaining({ rule: 'load/unreadable', file: 'content/project.yaml' }),
    )
    expect(ran.code).toBe(1)
  })
})

describe('the directory', () => {
  test.each<[string, Files, string]>([
    ['a choice that was not made', directory(', as: head, from', ', from'), 'record/missing {at: so-gddt'],
    [
      'an id twice in one file',
      directory('  khao-thi:', '  van-phong: {name: Khác}\n  khao-thi:'),
      'load/duplicate-key van-phong: {name: Khác}',
    ],
    [
      'a group that is not there',
      directory('body: so-gddt, group: phong, head: Trưởng', 'body: so-gddt, group: phogn, head: Trưởng'),
      'resolve/unknown-reference phogn',
    ],
    [
      'a body that is not there',
      directory('body: so-gddt, group: phong, head: Trưởng', 'body: so, group: phong, head: Trưởng'),
      'resolve/unknown-reference so,',
    ],
    [
      'a post nowhere',
      directory('at: ubnd-xa, title: Chủ tịch', 'at: ubnd-huyen, title: Chủ tịch'),
      'resolve/unknown-reference ubnd-huyen',
    ],
    [
      'a period that runs backwards',
      directory('from: 2019-01-01', 'from: 2029-01-01'),
      'record/period 2025-08-31',
    ],
    [
      'a group that lies in itself',
      directory('within: truong}', 'within: truong-noi-tru}'),
      'record/value truong-noi-tru}',
    ],
  ])('%s', async (_, files, expected) => {
    await expectSaid(files, [expected], office)
  })
})

test('an id in two files of the directory: the second says where the first stands', async () => {
  const file = 'content/directory/ztruong.yaml'
  const problems = await refused({
    [meeting]: goodMeeting,
    [file]: 'units:\n  van-phong: {name: Văn phòng khác}\n',
  })
  expect(problems).toMatchObject([{ rule: 'record/duplicate-id', file, line: 2, column: 3 }])
  expect(problems[0]?.message).toContain(`${office}:`)
})

test('who points at a broken record of the directory is told so, not blamed', async () => {
  const problems = await refused({
    [meeting]: goodMeeting,
    ...directory('name: Phòng Khảo thí', 'nam: Phòng Khảo thí'),
  })
  expect(problems.filter(({ file }) => file === meeting).map(({ message }) => message)).toEqual(
    Array.from({ length: 2 }, () => expect.stringContaining('đang có lỗi')),
  )
})

describe('the register', () => {
  test.each<[string, Files, string]>([
    [
      'a meeting that is not there',
      { [entry]: goodEntry.replace('hop-giao-ban', 'hop-giao-bna') },
      'resolve/register hop-giao-bna',
    ],
    [
      'a number that is not that of the file',
      { [entry]: goodEntry.replace('12', '13') },
      'resolve/register 13',
    ],
    [
      'a year that is not that of the folder',
      { [entry]: goodEntry.replace('2026', '2025') },
      'resolve/register 2025-03-04',
    ],
    [
      'a symbol that is not that of the body',
      { [entry]: goodEntry.replace('SGDĐT', 'SGD&ĐT') },
      'resolve/register TB-SGD&ĐT',
    ],
    [
      'a path for a meeting',
      { [entry]: goodEntry.replace('hop-giao-ban', '../hop-giao-ban') },
      'record/value ../hop-giao-ban',
    ],
    ['no number', { [entry]: goodEntry.replace('number: 12\n', '') }, 'record/missing symbol:'],
  ])('%s', async (_, files, expected) => {
    await expectSaid(files, [expected], entry)
  })

  test('two numbers for one meeting: the second is refused, and no notice is made', async () => {
    const other = 'content/register/2026/TB/13.yaml'
    const files = { [meeting]: goodMeeting, [entry]: goodEntry, [other]: goodEntry.replace('12', '13') }
    await expectSaid(files, ['resolve/register hop-giao-ban'], other)
    const ran = await thongbao(await project(files), ['build', '--json'])
    expect(JSON.parse(ran.out)).toMatchObject({ editions: [] })
  })

  test('a record that cannot be read is there all the same: its number is not said to be of nobody', async () => {
    const root = await project({ [meeting]: '', [entry]: goodEntry })
    const said = problemsOf(await thongbao(root, ['check', '--json']))
    expect(said.map(({ file }) => file)).toEqual([meeting])
  })

  test('an issued meeting whose entry has a mistake does not come out as a draft', async () => {
    const root = await project({ [meeting]: goodMeeting, [entry]: goodEntry.replace('2026', '2025') })
    expect((await thongbao(root, ['build'])).code).toBe(1)
    expect(Object.keys(filesIn(root)).filter((path) => path.startsWith('out/'))).toEqual([])
  })
})

describe('templates', () => {
  const file = 'templates/ket-luan-hop.md'
  const front = '---\nkind: thong-bao\n---\n\n'
  test.each<[string, string, string]>([
    ['no front matter', 'Xin chào', 'load/front-matter Xin chào'],
    ['no kind', '---\ntitle: x\n---\nXin chào', 'template/front-matter title: x'],
    [
      'a kind that the decree does not know',
      '---\nkind: thu-moi\n---\nXin chào',
      'template/front-matter thu-moi',
    ],
    ['an open block', `${front}{{#if subject}}\nx`, 'template/syntax'],
    ['a fact that is not there', `${front}x\n{{meeting.tpoic}}`, 'template/unknown-fact meeting.tpoic}}'],
    [
      'a fact that is not there, in a condition',
      `${front}{{#if meeting.tpoic}}x{{/if}}`,
      'template/unknown-fact meeting.tpoic}}x',
    ],
    [
      'a fact that is not there, in a list',
      `${front}{{#each attendees.list}}{{name}}{{/each}}`,
      'template/unknown-fact name}}',
    ],
    [
      'a fact that this record does not have',
      `${front}{{meeting.heard}}`,
      'template/missing-fact {{meeting.heard}}',
    ],
    [
      'a fact of the wrong kind for its helper',
      `${front}{{when subject}}{{when meeting.heard}}`,
      'template/missing-fact {{when meeting.heard}}',
    ],
    ['a helper that is not there', `${front}{{longDat date}}`, 'template/unknown-helper longDat date'],
    ['a partial that is not there', `${front}{{> mo-dua}}`, 'template/unknown-partial mo-dua}}'],
    ['JavaScript', '---js\n({kind: "thong-bao"})\n---\nx', 'load/front-matter ---js'],
    ['nothing but front matter', front, 'compose/missing-part'],
  ])('%s', async (_, text, expected) => {
    await expectSaid({ [file]: text }, [expected], file)
  })
})

describe('what looks like a template or Markdown in a value', () => {
  test('comes out as itself', async () => {
    const odd = 'Kết luận {{meeting.topic}} **không đậm** # 1. [x](y) <b> | \\ ../../etc $& %s'
    const root = await project({ [meeting]: good(/subject: .*/, `subject: '${odd}'`) })
    expect((await thongbao(root, ['build', '--formats', 'md'])).code).toBe(0)
    const text = String(filesIn(join(root, 'out'))['drafts/2026/hop-giao-ban.md'])
    expect(text.replaceAll('\\', '')).toContain(odd.replaceAll('\\', ''))
  })
})

describe('out', () => {
  test('a run that fails leaves the good files of earlier runs as they were', async () => {
    const root = await project({ [meeting]: goodMeeting })
    expect((await thongbao(root, ['build'])).code).toBe(0)
    const before = filesIn(join(root, 'out'))
    expect(Object.keys(before)).toHaveLength(3)
    const broken = await project({ [meeting]: good('chair: pham-van-long', 'chair: ai-do') })
    expect((await thongbao(broken, ['build', '--out', join(root, 'out')])).code).toBe(1)
    expect(filesIn(join(root, 'out'))).toEqual(before)
  })

  test('the mistakes of one meeting do not hold up another', async () => {
    const other = 'content/meetings/2026/hop-khac.yaml'
    const root = await project({ [meeting]: goodMeeting, [other]: 'notice: 1\n' })
    expect((await thongbao(root, ['build', '--formats', 'md'])).code).toBe(1)
    expect(Object.keys(filesIn(join(root, 'out')))).toEqual(['drafts/2026/hop-giao-ban.md'])
  })

  test('a file where the folder should be', async () => {
    const root = await project({ [meeting]: goodMeeting, out: 'một tệp' })
    const ran = await thongbao(root, ['build', '--json'])
    expect([ran.code, problemsOf(ran)[0]?.rule]).toEqual([1, 'publish/write'])
    expect(readFileSync(join(root, 'out'), 'utf8')).toBe('một tệp')
  })

  // The superuser writes everywhere.
  test.skipIf(process.getuid?.() === 0)('a folder that may not be written to', async () => {
    const root = await project({ [meeting]: goodMeeting, 'out/x': '' })
    chmodSync(join(root, 'out'), 0o500)
    const ran = await thongbao(root, ['build', '--json'])
    chmodSync(join(root, 'out'), 0o700)
    expect([ran.code, problemsOf(ran)[0]?.rule]).toEqual([1, 'publish/write'])
  })
})
