/** The command line as people and programs use it: help, exit codes, the two streams, JSON, colours. */

import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesIn, folder, goodMeeting, here, problemsOf, project, thongbao } from './fixtures/project.ts'

const meeting = 'content/meetings/2026/hop-giao-ban.yaml'
const other = 'content/meetings/2026/hop-khac.yaml'
const bad = 'notice: 1\n'
const colour = /\p{Cc}\[\d/u

describe('help', () => {
  test.each([[[]], [['build']], [['check']], [['new']], [['schema']], [['help']]])(
    'of %j is Vietnamese, on stdout, and no mistake',
    async (words) => {
      const { code, out, err } = await thongbao('/', [...words, '--help'])
      expect([code, err]).toEqual([0, ''])
      expect(out).toMatch(/^Cách dùng: thongbao/)
      expect(out).toMatch(/Tùy chọn/)
      expect(out).not.toMatch(/(?<!-)\b(Usage|Options|Commands|Arguments|display|default|output|help for)\b/)
    },
  )

  test('names every command and exit code', async () => {
    const { out } = await thongbao('/', ['--help'])
    for (const name of ['build', 'check', 'new', 'schema'])
      expect(out).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'))
    expect(out).toMatch(/0 xong; 1 .*; 2 .*; 3 /)
  })

  test('without a command is shown, and counts as wrong usage', async () => {
    const { code, out, err } = await thongbao('/', [])
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^Cách dùng: thongbao/)
  })

  test('the version is a version', async () => {
    expect(await thongbao('/', ['--version'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    })
  })
})

test('wrong usage with --json is one JSON document as well', async () => {
  const root = await project({})
  for (const argv of [
    ['biuld', '--json'],
    ['--json', 'build', '--xyz'],
    ['new', '--json'],
  ]) {
    const { code, out, err } = await thongbao(root, argv)
    expect([code, err]).toEqual([2, ''])
    const { ok, problems } = JSON.parse(out) as { ok: boolean; problems: object[] }
    expect([ok, problems]).toEqual([
      false,
      [expect.objectContaining({ file: null, level: 'error', rule: 'usage', message: expect.any(String) })],
    ])
  }
  expect((await thongbao(root, ['build', '--xyz', '--', '--json'])).out).toBe('')
})

describe('wrong usage: code 2, said in Vietnamese on stderr, with what was probably meant', () => {
  test.each<[string[], RegExp]>([
    [['biuld'], /Không có lệnh "biuld"\.\nCó phải ý bạn là build\?/],
    [['in-ra'], /Không có lệnh "in-ra"\./],
    [['build', '--format', 'pdf'], /Không có tùy chọn "--format"\.\nCó phải ý bạn là --formats\?/],
    [['build', '--formats', 'odt'], /"odt" không phải một định dạng, cần: pdf, docx, md/],
    [['build', '--formats'], /"--formats[^"]*" cần một giá trị/],
    [['build', '--jobs', 'nhiều'], /"nhiều" không dùng được, cần một số nguyên/],
    [['build', '--jobs', '0'], /"0" không dùng được/],
    [['new'], /Thiếu "tên"/],
    [['new', 'a', 'b'], /Thừa tham số/],
    [['schema', 'x'], /Thừa tham số/],
    [['help', 'in-ra'], /Không có lệnh "in-ra"|Cách dùng/],
  ])('%j', async (argv, words) => {
    const { code, out, err } = await thongbao('/', argv)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(words)
    expect(err).not.toMatch(/error:|unknown|missing|\n {4}at /)
  })
})

describe('exit codes and streams', () => {
  test('good records: code 0, the files on stdout, nothing on stderr', async () => {
    const root = await project({ [meeting]: goodMeeting })
    const ran = await thongbao(root, ['build'])
    expect(ran).toEqual({
      code: 0,
      err: '',
      out: 'out/drafts/2026/hop-giao-ban.pdf\nout/drafts/2026/hop-giao-ban.docx\nout/drafts/2026/hop-giao-ban.md\n',
    })
    expect((await thongbao(root, ['build'])).out).toMatch(/^(out\/\S+ {2}\(không đổi\)\n){3}$/)
  })

  test('mistakes: code 1, problems on stderr, the good files on stdout', async () => {
    const root = await project({ [meeting]: goodMeeting, [other]: bad })
    const { code, out, err } = await thongbao(root, ['build', '--formats', 'md'])
    expect([code, out]).toEqual([1, 'out/drafts/2026/hop-giao-ban.md\n'])
    expect(err).toMatch(/^content\/meetings\/2026\/hop-khac\.yaml:1:\d+ {2}lỗi {2}/)
    expect(err).toMatch(/ 1 \| notice: 1\n/)
    expect(err).toMatch(/\n\d+ lỗi\n$/)
  })

  test('a fault of ours: code 3, in one line, with the way to more', async () => {
    const root = await project({ [meeting]: goodMeeting })
    const broken = {
      write: () => {
        throw new Error('hỏng rồi')
      },
    }
    const { run } = await import('../src/cli.ts')
    let err = ''
    const io = {
      stdout: broken,
      stderr: {
        write: (text: string) => {
          err += text
        },
      },
      env: {},
      cwd: root,
      today: '2026-01-01',
    }
    expect(await run(['check'], io)).toBe(3)
    expect(err).toMatch(/hỏng rồi\nChạy lại với --debug/)
    expect(err).not.toMatch(/\n {4}at /)
    err = ''
    expect(await run(['--debug', 'check'], io)).toBe(3)
    expect(err).toMatch(/\n {4}at /)
  })

  test('--quiet says errors only', async () => {
    const root = await project({
      [meeting]: goodMeeting.replace('  drafting', '  recipients: {remove: [xa]}\n  drafting'),
    })
    expect((await thongbao(root, ['build', '--formats', 'md'])).err).toMatch(/cảnh báo/)
    expect(await thongbao(root, ['--quiet', 'build', '--formats', 'md'])).toEqual({
      code: 0,
      out: '',
      err: '',
    })
    const wrong = await project({ [meeting]: bad })
    expect((await thongbao(wrong, ['check', '--quiet'])).err).toMatch(/lỗi/)
  })
})

describe('--json: one document on stdout with the same keys every time', () => {
  test('of build', async () => {
    const root = await project({ [meeting]: goodMeeting })
    const { out, err } = await thongbao(root, ['build', '--json', '--formats', 'md'])
    expect(err).toBe('')
    expect(JSON.parse(out)).toEqual({
      ok: true,
      editions: [
        {
          id: 'hop-giao-ban',
          files: [
            {
              file: 'out/drafts/2026/hop-giao-ban.md',
              bytes: expect.any(Number),
              sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
              written: true,
            },
          ],
        },
      ],
      removed: [],
      problems: [],
    })
  })

  test('of check, with mistakes', async () => {
    const root = await project({ [meeting]: goodMeeting, [other]: bad })
    const ran = await thongbao(root, ['check', '--json'])
    const said = JSON.parse(ran.out)
    expect([ran.code, ran.err]).toEqual([1, ''])
    expect(Object.keys(said)).toEqual(['ok', 'records', 'problems'])
    expect(said).toMatchObject({ ok: false, records: ['hop-giao-ban'] })
    for (const problem of said.problems)
      expect(Object.keys(problem)).toEqual([
        'file',
        'line',
        'column',
        'level',
        'rule',
        'message',
        'hint',
        'cite',
      ])
  })

  test('of new and of schema', async () => {
    const root = await project({})
    expect(JSON.parse((await thongbao(root, ['new', 'hop-moi', '--json'])).out)).toEqual({
      ok: true,
      file: 'content/meetings/2026/hop-moi.yaml',
      problems: [],
    })
    expect(JSON.parse((await thongbao(root, ['schema', '--json'])).out).files).toContain(
      'content/schemas/meeting.schema.json',
    )
  })
})

describe('which records', () => {
  const names = [['hop-giao-ban'], ['hop-giao-ban.yaml'], [meeting], ['./content/meetings/2026/hop-giao-ban']]
  test.each(names)('%s is built, and the mistakes of others are not its own', async (name) => {
    const root = await project({ [meeting]: goodMeeting, [other]: bad })
    expect(await thongbao(root, ['build', name, '--formats', 'md'])).toEqual({
      code: 0,
      out: 'out/drafts/2026/hop-giao-ban.md\n',
      err: '',
    })
  })

  test('a name that is not there: what was probably meant; the others are built', async () => {
    const root = await project({ [meeting]: goodMeeting })
    const ran = await thongbao(root, ['build', 'hop-giao-bna', 'hop-giao-ban', '--json', '--formats', 'md'])
    expect(ran.code).toBe(1)
    expect(problemsOf(ran)).toMatchObject([
      { rule: 'record/not-found', hint: 'có phải ý bạn là "hop-giao-ban"?' },
    ])
    expect(JSON.parse(ran.out).editions).toHaveLength(1)
  })

  test('a record that cannot be read is there all the same', async () => {
    const root = await project({ [meeting]: '\ta' })
    const ran = await thongbao(root, ['check', 'hop-giao-ban', '--json'])
    expect(problemsOf(ran).map(({ rule }) => rule)).toEqual(['load/yaml'])
  })
})

describe('places', () => {
  test('-C works on another folder', async () => {
    const root = await project({ [meeting]: goodMeeting })
    const elsewhere = folder()
    const ran = await thongbao(elsewhere, ['-C', root, 'build', '--formats', 'md'])
    expect(ran.code).toBe(0)
    expect(Object.keys(filesIn(join(root, 'out')))).toEqual(['drafts/2026/hop-giao-ban.md'])
    expect(filesIn(elsewhere)).toEqual({})
  })

  test('--out is counted from where one stands', async () => {
    const root = await project({ [meeting]: goodMeeting })
    const elsewhere = folder()
    const ran = await thongbao(elsewhere, ['build', '-C', root, '--out', 'kết quả', '--formats', 'md'])
    expect(ran.out).toBe('kết quả/drafts/2026/hop-giao-ban.md\n')
    expect(Object.keys(filesIn(elsewhere))).toEqual(['kết quả/drafts/2026/hop-giao-ban.md'])
  })

  test('--formats makes only those', async () => {
    const root = await project({ [meeting]: goodMeeting })
    await thongbao(root, ['build', '--formats', 'docx,md'])
    expect(Object.keys(filesIn(join(root, 'out')))).toEqual([
      'drafts/2026/hop-giao-ban.docx',
      'drafts/2026/hop-giao-ban.md',
    ])
  })
})

describe('a terminal', () => {
  const several = Object.fromEntries(
    Array.from({ length: 6 }, (_, index) => [`content/meetings/2026/hop-${index}.yaml`, goodMeeting]),
  )
  const run = async (env: Record<string, string>, tty?: true, more: string[] = []) =>
    (
      await thongbao(
        await project({ ...several, [other]: bad }),
        ['build', '--formats', 'md', '--jobs', '1', ...more],
        {
          env,
          ...(tty ? { tty } : {}),
        },
      )
    ).err

  test('shows colours and how far the run is, and wipes the line at the end', async () => {
    const err = await run({}, true)
    expect(err).toMatch(colour)
    expect(err).toMatch(/\rĐang dựng ░{30} 0\/7\r/)
    expect(err).toMatch(/\rĐang dựng █{30} 7\/7\r +\r/)
  })

  test.each<[string, Record<string, string>, true | undefined]>([
    ['a pipe', {}, undefined],
    ['NO_COLOR', { NO_COLOR: '1' }, true],
    ['CI', { CI: 'true' }, true],
    ['a dumb terminal', { TERM: 'dumb' }, true],
  ])('%s gets plain lines', async (_, env, tty) => {
    expect(await run(env, tty)).not.toMatch(/\r|█|\p{Cc}\[/u)
  })

  test('--quiet and --json show no progress', async () => {
    expect(await run({}, true, ['--quiet'])).not.toMatch(/█/)
    expect(await run({}, true, ['--json'])).toBe('')
  })
})

describe('new', () => {
  test('makes a record for the project at hand that has no mistake and builds', async () => {
    const ours = Object.fromEntries(
      Object.entries(filesIn(here('content'))).map(([path, bytes]) => [`content/${path}`, bytes]),
    )
    const root = await project(ours)
    expect(await thongbao(root, ['new', 'hop-moi'])).toEqual({
      code: 0,
      out: 'content/meetings/2026/hop-moi.yaml\n',
      err: '',
    })
    expect(await thongbao(root, ['check', 'hop-moi'])).toMatchObject({ code: 0, err: '' })
  })

  test('in the office of these tests too', async () => {
    const root = await project({})
    await thongbao(root, ['new', 'hop-moi'])
    expect(await thongbao(root, ['build', '--formats', 'md'])).toMatchObject({ code: 0, err: '' })
  })

  test('does not write over a record, whatever its ending', async () => {
    const root = await project({ [meeting]: goodMeeting })
    const ran = await thongbao(root, ['new', 'hop-giao-ban', '--json'])
    expect([ran.code, problemsOf(ran)[0]?.rule]).toEqual([1, 'publish/write'])
    expect(String(filesIn(root)[meeting])).toBe(goodMeeting)
    const markdown = await project({ 'content/meetings/2025/hop-giao-ban.md': '---\n---\n' })
    expect((await thongbao(markdown, ['new', 'hop-giao-ban'])).code).toBe(1)
  })

  test.each(['Họp giao ban', '../ngoai', 'a/b', '', '-x-'])(
    'refuses %j as a name and writes nothing',
    async (name) => {
      const root = await project({})
      const before = filesIn(root)
      const { code } = await thongbao(root, ['new', '--', name])
      expect(code).toBe(1)
      expect(filesIn(root)).toEqual(before)
    },
  )
})

test('schema writes the schemas that editors read, once', async () => {
  const root = await project({})
  const { code, out } = await thongbao(root, ['schema'])
  expect(code).toBe(0)
  const files = filesIn(join(root, 'content/schemas'))
  expect(out.trim().split('\n').sort()).toEqual(Object.keys(files).map((name) => `content/schemas/${name}`))
  for (const bytes of Object.values(files)) expect(JSON.parse(String(bytes))).toHaveProperty('$schema')
})
