import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadProject } from '../../src/load/project.ts'
import type { Problem } from '../../src/problem.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'thongbao-load-'))
})
afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

const put = (files: Readonly<Record<string, string | Uint8Array>>): void => {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), content)
  }
}

const load = async (only?: readonly string[]) => {
  const problems: Problem[] = []
  const project = await loadProject(root, (problem) => problems.push(problem), only)
  const files = (sources: readonly { file: string }[]) => sources.map(({ file }) => file)
  return {
    project,
    problems,
    files,
    said: problems.map(({ rule, level, file }) => `${level} ${rule} ${file}`),
  }
}

const whole = {
  'content/project.yaml': 'body: so\n',
  'content/directory/nguoi.yaml': 'people: {}\n',
  'content/directory/don-vi/phong.yaml': 'units: {}\n',
  'content/meetings/2021/hop-b.yaml': 'a: 1\n',
  'content/meetings/2020/hop-c.md': '---\nsubject: x\n---\n1. y\n',
  'content/meetings/2020/hop-a.yaml': 'a: 1\n',
  'content/register/2020/TB/392.yaml': 'number: 392\n',
  'templates/ket-luan-hop.md': '---\nkind: Thông báo\n---\n# {{subject}}\n',
  'templates/partials/noi-nhan.md': 'Nơi nhận: {{x}}\n',
}

describe('a whole project', () => {
  it('is read room by room, in the order of names', async () => {
    put(whole)
    const { project, problems, files } = await load()
    expect(problems).toEqual([])
    expect(project.settings?.value).toEqual({ body: 'so' })
    expect(files(project.directory)).toEqual([
      'content/directory/don-vi/phong.yaml',
      'content/directory/nguoi.yaml',
    ])
    expect(files(project.meetings)).toEqual([
      'content/meetings/2020/hop-a.yaml',
      'content/meetings/2020/hop-c.md',
      'content/meetings/2021/hop-b.yaml',
    ])
    expect(project.meetings[1]?.value).toEqual({ subject: 'x', conclusions: [{ text: 'y' }] })
    expect(files(project.register)).toEqual(['content/register/2020/TB/392.yaml'])
    expect(project.templates[0]).toMatchObject({
      value: { kind: 'Thông báo' },
      body: '# {{subject}}\n',
      bodyLine: 4,
    })
    expect(project.partials[0]).toMatchObject({
      file: 'templates/partials/noi-nhan.md',
      body: 'Nơi nhận: {{x}}\n',
    })
  })

  it('passes over hidden files, notes to the reader, schemas and what editors leave behind', async () => {
    put({
      ...whole,
      'content/.gitkeep': '',
      'content/schemas/meeting.json': '{}',
      'content/meetings/README.md': 'Ghi chú',
      'content/meetings/2020/~$hop-a.docx': '',
      'content/meetings/2020/hop-a.yaml~': '',
      'content/meetings/.git/x.yaml': '[',
      'templates/Thumbs.db': '',
    })
    const { problems, project } = await load()
    expect(problems).toEqual([])
    expect(project.meetings).toHaveLength(3)
  })

  it('reads only the meetings asked for, by name, folder and name, or path', async () => {
    put(whole)
    for (const name of [
      'hop-c',
      '2020/hop-c',
      'content/meetings/2020/hop-c.md',
      './content/meetings/2020/hop-c',
      'content\\meetings\\2020\\hop-c.md',
    ]) {
      const { project, files, problems } = await load([name])
      expect([name, files(project.meetings), problems]).toEqual([
        name,
        ['content/meetings/2020/hop-c.md'],
        [],
      ])
      expect(project.register).toHaveLength(1)
    }
  })

  it('says which name it does not know, and which it could have been', async () => {
    put(whole)
    const { project, problems } = await load(['hop-d', '../../../etc/passwd'])
    expect(project.meetings).toEqual([])
    expect(problems).toMatchObject([
      {
        rule: 'record/not-found',
        message: expect.stringContaining('"hop-d"'),
        hint: expect.stringContaining('"hop-a"'),
      },
      { rule: 'record/not-found' },
    ])
  })
})

describe('what is wrong with files', () => {
  it('says how to start when there is no content', async () => {
    const { problems } = await load()
    expect(problems).toMatchObject([
      { rule: 'load/unreadable', file: 'content', hint: expect.stringContaining('thongbao new') },
    ])
    rmSync(root, { recursive: true })
    expect((await load()).problems).toHaveLength(1)
  })

  it('misses the settings', async () => {
    put({ 'content/meetings/a.yaml': 'a: 1\n' })
    expect((await load()).said).toEqual(['error load/unreadable content/project.yaml'])
  })

  it('goes on after a file that cannot be read', async () => {
    put({
      ...whole,
      'content/directory/hong.yaml': Buffer.from([0xff]),
      'content/meetings/2020/trong.yaml': '',
      'templates/khong-khai-bao.md': 'x',
    })
    const { project, said } = await load()
    expect(said.sort()).toEqual([
      'error load/empty content/meetings/2020/trong.yaml',
      'error load/encoding content/directory/hong.yaml',
      'error load/front-matter templates/khong-khai-bao.md',
    ])
    expect(project.meetings).toHaveLength(3)
  })

  it('refuses a file of many megabytes unread', async () => {
    put(whole)
    truncateSync(join(root, 'content/meetings/2020/hop-a.yaml'), 900_000_000)
    const { said, problems } = await load()
    expect(said).toEqual(['error load/unreadable content/meetings/2020/hop-a.yaml'])
    expect(problems[0]?.message).toMatch(/859 MB/)
  })

  it('follows no links, out of the project or into a circle', async () => {
    put(whole)
    const outside = mkdtempSync(join(tmpdir(), 'thongbao-outside-'))
    writeFileSync(join(outside, 'x.yaml'), 'a: 1\n')
    symlinkSync(join(outside, 'x.yaml'), join(root, 'content/meetings/mot.yaml'))
    symlinkSync(outside, join(root, 'content/directory/hai'))
    symlinkSync('..', join(root, 'content/meetings/ba'))
    const { said, project } = await load()
    expect(said).toEqual([
      'error load/file-name content/directory/hai',
      'error load/file-name content/meetings/ba',
      'error load/file-name content/meetings/mot.yaml',
    ])
    expect(project.meetings).toHaveLength(3)
    rmSync(outside, { recursive: true })
  })

  it.each([
    ['Họp giao ban.yaml', 'error', '"hop-giao-ban.yaml"'],
    ['HopA.md', 'error', '"hopa.md"'],
    ['hop_a.yaml', 'error', '"hop-a.yaml"'],
    ['con.yaml', 'error', 'đổi tên'],
    ['a:b.yaml', 'error', 'đổi tên'],
    ['hop.yml', 'warning', '".yaml"'],
    ['hop.docx', 'warning', 'nơi khác'],
    ['hop.txt', 'warning', 'nơi khác'],
  ])('says what to do about a meeting called %s', async (name, level, hint) => {
    put({ ...whole, [`content/meetings/2020/${name}`]: name.endsWith('md') ? '---\na: 1\n---\nx' : 'a: 1\n' })
    const { problems } = await load()
    for (const problem of problems) expect(problem).toMatchObject({ rule: 'load/file-name', level })
    expect(problems.map((problem) => problem.hint).join()).toContain(hint)
    expect(problems.length).toBeGreaterThan(0)
  })

  it('finds decomposed names, and still reads the file', async () => {
    put({ ...whole, [`content/directory/${'phòng'.normalize('NFD')}.yaml`]: 'units: {}\n' })
    const { said, project, files } = await load()
    expect(said).toEqual(['error load/file-name content/directory/phòng.yaml'])
    expect(files(project.directory)).toContain('content/directory/phòng.yaml')
  })

  it('tells of files that lie where nothing is read', async () => {
    put({
      ...whole,
      'content/ghi-chu.yaml': 'a: 1\n',
      'templates/khac/x.md': 'x',
      'content/project.yml': 'a: 1\n',
    })
    expect((await load()).said).toEqual([
      'warning load/file-name content/ghi-chu.yaml',
      'warning load/file-name content/project.yml',
      'warning load/file-name templates/khac/x.md',
    ])
  })
})
