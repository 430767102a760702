import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { goodMeeting, project, thongbao } from '../fixtures/project.ts'
import { clone, commit, git, hasGit, isCompiled, program, repository } from '../fixtures/repository.ts'

const meeting = 'content/meetings/2026/hop-giao-ban.yaml'
const draft = 'out/drafts/2026/hop-giao-ban'
const before = goodMeeting.replace('hoàn thành đề thi', 'hoàn thành đề thi, nộp trước ngày 20/3/2026')
const after = before.replace('20/3/2026', '30/3/2026')

const setup = (root: string) => thongbao(root, ['git', 'setup'], { program })

describe.runIf(hasGit)('setting up', () => {
  test('keeps what stands in .gitattributes, and does nothing the second time', async () => {
    const root = await repository({ '.gitattributes': '* text=auto\r\n*.png binary' })
    expect((await setup(root)).out).toMatch(/\.gitattributes: thêm .*\ngit config/s)
    const text = readFileSync(join(root, '.gitattributes'), 'utf8')
    expect(text).toMatch(/^\* text=auto\r\n\*\.png binary\r\nout\/\*\*\/\*\.md diff=thongbao-md\r\n/)
    const config = git(root, 'config', '--local', '--list')
    expect(await setup(root)).toMatchObject({ code: 0, out: 'git đã được cài đặt từ trước, không đổi gì\n' })
    expect(readFileSync(join(root, '.gitattributes'), 'utf8')).toBe(text)
    expect(git(root, 'config', '--local', '--list')).toBe(config)
  })

  test('touches the configuration of this clone only', async () => {
    const root = await repository({})
    await setup(root)
    for (const line of git(root, 'config', '--list', '--show-scope').trim().split('\n'))
      if (line.includes('thongbao')) expect(line).toMatch(/^local\t/)
  })
})

test('without a repository it says so', async () => {
  const { code, err } = await thongbao(await project({}), ['git', 'setup'])
  expect(code).toBe(1)
  expect(err).toMatch(/không nằm trong một kho git|chưa có git/)
})

/** A clone of a project whose editions are tracked, set up, with one deadline changed since. */
const changed = async (): Promise<string> => {
  const origin = await project({ [meeting]: before, '.gitignore': 'none\n' })
  await thongbao(origin, ['build'])
  git(origin, 'init', '-q', '-b', 'main')
  await commit(origin, {}, 'Bản đầu')
  await setup(origin)
  await commit(origin, {}, 'Cài đặt git')
  const root = clone(origin)
  await setup(root)
  await writeFile(join(root, meeting), after)
  expect((await thongbao(root, ['build'])).code).toBe(0)
  return root
}

describe.runIf(hasGit && isCompiled)('a fresh clone after the setting up', () => {
  test('shows a changed word as a changed word in .md, .docx and .pdf', { timeout: 120_000 }, async () => {
    const root = await changed()
    const files = ['md', 'docx', 'pdf'].map((ending) => `${draft}.${ending}`)
    for (const file of files) {
      const said = git(root, 'diff', '--', file)
      expect(said).toMatch(/nộp trước ngày \[-20\/3\/2026-\]\{\+30\/3\/2026\+\}\./)
      expect(said.trim().split('\n')).toHaveLength(2)
    }
    await commit(root, {}, 'Gia hạn')
    // git then asks once for the words of a version, not at every look at it.
    for (const ending of ['md', 'docx', 'pdf'])
      git(root, 'config', `diff.thongbao-${ending}.cachetextconv`, 'true')
    for (const file of files) {
      const diff = (...how: string[]) => git(root, 'diff', '--no-ext-diff', ...how, 'HEAD~1', '--', file)
      expect(diff('--word-diff')).toMatch(/nộp trước ngày \[-20\/3\/2026\.?-\]\{\+30\/3\/2026\.?\+\}/)
      const lines = diff().split('\n')
      expect(lines.filter((line) => /^[-+](?![-+])/.test(line))).toEqual([
        '-nộp trước ngày 20/3/2026.',
        '+nộp trước ngày 30/3/2026.',
      ])
    }
    const shown = git(root, 'show')
    const logged = git(root, 'log', '-p', '-1', '--follow', '--', `${draft}.docx`)
    for (const said of [shown, logged])
      expect(said).toMatch(/\n-nộp trước ngày 20\/3\/2026\.\n\+nộp trước ngày 30\/3\/2026\.\n/)
    expect(shown).not.toMatch(/Binary files/)
    expect(git(root, 'log', '-p')).toContain('Bản đầu')
  })

  test('the Markdown of one changed deadline changes in one line', { timeout: 60_000 }, async () => {
    const root = await changed()
    expect(git(root, 'diff', '--numstat', '--', `${draft}.md`)).toBe(`1\t1\t${draft}.md\n`)
  })
})

describe('what git calls', () => {
  test('text never fails on a file that is no document', async () => {
    const root = await project({ 'a.docx': 'PK nothing', 'b.pdf': '%PDF-nothing', 'c.md': 'Chỉ có chữ.\n' })
    for (const file of ['a.docx', 'b.pdf']) {
      const { code, out } = await thongbao(root, ['git', 'text', file])
      expect(code).toBe(0)
      expect(out).toMatch(/^\(không đọc được lời văn: .*\)\n$/)
    }
    expect((await thongbao(root, ['git', 'text', 'c.md'])).out).toBe('Chỉ có chữ.\n')
  })

  test('text parts sentences where their clauses end, and not labels, abbreviations or numbers', async () => {
    const body = '1. Phòng Mầm non gửi hồ sơ, báo cáo; TP. Vị Thanh có 1.500.000 đồng.\n\na) Các đơn vị\n'
    const root = await project({ 'a.md': `---\nsymbol: TB, KH\n---\n${body}` })
    expect((await thongbao(root, ['git', 'text', 'a.md'])).out).toBe(
      [
        '---',
        'symbol: TB, KH',
        '---',
        '1. Phòng Mầm non gửi hồ sơ, báo cáo;'.replace('hồ sơ, ', 'hồ sơ, '),
        'TP. Vị Thanh có 1.500.000 đồng.',
        'a) Các đơn vị',
        '',
      ].join('\n'),
    )
  })

  test('words tells new, deleted and torn files, and files that are no notices', async () => {
    const root = await project({ 'a.md': 'Một hai ba.\n', 'b.md': 'Một hai bốn.\n' })
    const words = async (...argv: string[]) => (await thongbao(root, ['git', 'words', 'x.md', ...argv])).out
    expect(await words('/dev/null', '.', '.', 'a.md', '1', '100644')).toBe('thongbao diff x.md\n  tệp mới\n')
    expect(await words('a.md', '1', '100644', '/dev/null', '.', '.')).toBe(
      'thongbao diff x.md\n  tệp đã xóa\n',
    )
    expect(await words('a.md', '1', '100644', 'b.md', '2', '100644')).toBe(
      'thongbao diff x.md\n  Dòng 1: Một hai [-ba-]{+bốn+}.\n',
    )
    expect(await words()).toMatch(/xung đột/)
  })
})
