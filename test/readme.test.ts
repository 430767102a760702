/** What the READMEs show is what the program does: their examples build, and the messages are the ones that it says. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { filesIn, here, project, thongbao } from './fixtures/project.ts'
import { edited, english, example, exampleProject, templates, vietnamese } from './fixtures/readme.ts'

it('builds the example of the README into the files that it names', async () => {
  const root = await exampleProject()
  expect(await thongbao(root, ['build'])).toMatchObject({ code: 0, err: '' })
  expect(Object.keys(filesIn(join(root, 'out')))).toEqual(
    ['docx', 'md', 'pdf'].map((ending) => `issued/2026/07-TB-SVHTT.${ending}`),
  )
  const markdown = readFileSync(join(root, 'out/issued/2026/07-TB-SVHTT.md'), 'utf8')
  expect(markdown).toContain('**KT. GIÁM ĐỐC**\\\n**PHÓ GIÁM ĐỐC**')
  const [, recipients = ''] = /^to \*(.*)\*$/m.exec(english) ?? []
  expect(markdown).toContain(`- ${recipients.replaceAll('; ', ';\n- ')}\n`)
})

it('leaves a draft when the register has no entry', async () => {
  const root = await exampleProject({ 'content/register/2026/TB/7.yaml': null })
  expect((await thongbao(root, ['build', '--formats', 'md'])).out).toBe('out/drafts/2026/giai-chay.md\n')
})

it('fills the small template of the README', async () => {
  const root = await exampleProject(edited('notice:\n', 'notice:\n  template: ngan-gon\n'))
  expect(await thongbao(root, ['build', '--formats', 'md'])).toMatchObject({ code: 0, err: '' })
  expect(readFileSync(join(root, 'out/issued/2026/07-TB-SVHTT.md'), 'utf8')).toContain(
    'Ngày 09 tháng 3 năm 2026, đồng chí Đỗ Thanh Mai chủ trì cuộc họp về việc chuẩn bị Giải chạy Trường Giang năm 2026.',
  )
})

it('has the same example in both languages', () => {
  expect(vietnamese).toContain(String(example['content/register/2026/TB/7.yaml']))
})

it('starts a record that builds at once in the shipped project', async () => {
  const shipped = Object.fromEntries(
    Object.entries(filesIn(here('content'))).map(([path, bytes]) => [`content/${path}`, bytes]),
  )
  const root = await project({ ...shipped, ...templates }, {})
  expect(await thongbao(root, ['new', 'hop-giao-ban'])).toMatchObject({ code: 0, err: '' })
  expect(await thongbao(root, ['build', 'hop-giao-ban', '--formats', 'md'])).toMatchObject({
    code: 0,
    out: 'out/drafts/2026/hop-giao-ban.md\n',
    err: '',
  })
})

it('says what the README for the clerk shows', async () => {
  const { err, code } = await thongbao(
    await exampleProject(edited('signatory: do-thanh-mai', 'signatory: do-thanh-may')),
    ['check'],
  )
  expect(code).toBe(1)
  const [, shown] = /```text\n([\s\S]*?)```/.exec(vietnamese) ?? []
  expect(err).toBe(shown)
})

const said: readonly (readonly [string, string | RegExp, string])[] = [
  ['không có người nào mang mã', 'chair: do-thanh-mai', 'chair: khong-ai'],
  ['không có đơn vị hoặc nhóm nào mang mã', 'for: [thu-vien-tinh]', 'for: [bao-tang]'],
  ['không phải một ngày', 'due: 2026-03-20', 'due: 20/3/2026'],
  ['không có ngày', 'due: 2026-03-20', 'due: 2026-02-30'],
  ['không giữ chức vụ nào vào ngày', 'sessions: 2026-03-09', 'sessions: 2025-03-09'],
  ['thiếu dấu cách sau dấu hai chấm', 'topic: ', 'topic:'],
  ['thụt dòng bằng phím Tab', '  chair:', '\tchair:'],
  ['có hai dấu hai chấm trên một dòng', 'heard: Phòng Thể thao', 'heard: Phòng Thể thao: đã'],
  ['không có mục nào tên là', 'subject:', 'tieude:'],
  ['thiếu "notice.signatory"', /^ {2}signatory.*\n/m, ''],
  ['bị ngắt dòng hoặc có dấu tab', /subject: .*/, 'subject: |-\n    Kết luận\n    cuộc họp'],
  ['ký tự mà phông chữ của văn bản không in được', 'topic: ', 'topic: 🏃 '],
]

it.each(said)('says "%s", as the clerk is told', async (words, from, to) => {
  expect(vietnamese).toContain(`| \`${words}\` |`)
  expect((await thongbao(await exampleProject(edited(from, to)), ['check'])).err).toContain(words)
})

it('says the remaining words of the table for the clerk', async () => {
  const directory = 'content/directory/so-van-hoa.yaml'
  const withDirectory = async (from: string, to: string): Promise<string> =>
    (
      await thongbao(await exampleProject({ [directory]: String(example[directory]).replace(from, to) }), [
        'check',
      ])
    ).err
  const told = new Map([
    ['không có thẩm quyền ký', await withDirectory('as: deputy', 'as: staff')],
    [
      'không có hiệu lực vào ngày',
      await withDirectory('{name: Thư viện tỉnh}', '{name: Thư viện tỉnh, to: 2025-01-01}'),
    ],
    [
      'tệp này không được đọc',
      (await thongbao(await exampleProject({ 'content/meetings/a.docx': 'x' }), ['check'])).err,
    ],
  ])
  for (const [words, err] of told) expect(err).toContain(words)
  const rows = [...vietnamese.matchAll(/^\| `([^`]+)` \| (?=.*\|$)/gm)].map(([, words = '']) => words)
  const known = [...said.map(([words]) => words), ...told.keys()]
  expect(rows.filter((words) => / /.test(words) && !known.includes(words))).toEqual([])
})
