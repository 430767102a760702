/** What a build remembers never shows: after any change a quick build leaves the same files and says the same as one that makes everything. */

import { cpSync, existsSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { filesIn, folder, goodMeeting, here, project, type Ran, thongbao } from '../fixtures/project.ts'

const directory = 'content/directory/so.yaml'
const first = 'content/meetings/2026/giao-ban.yaml'
const second = 'content/meetings/2026/hop-hai.yaml'
const manifest = 'out/.thongbao-build.json'

const entry = (number: number, record: string): string =>
  `number: ${number}\nsymbol: TB-SGDĐT\ndate: 2026-03-05\nrecord: ${record}\n`

const files = {
  [first]: goodMeeting,
  [second]: goodMeeting.replaceAll('tháng 3', 'tháng 4'),
  'content/meetings/2026/hop-ba.md': `---\n${goodMeeting.replace(/conclusions:[\s\S]*?(?=closing)/, '')}---\n\nPhòng Khảo thí hoàn thành đề thi.\n`,
  'content/register/2026/TB/12.yaml': entry(12, 'hop-ba'),
}

const version = 'một'
const build = (root: string, ...more: string[]): Promise<Ran> =>
  thongbao(root, ['--json', 'build', ...more], { version })

type Told = {
  readonly editions: { id: string; files: { file: string; sha256: string; written: boolean }[] }[]
  readonly problems: { readonly rule: string }[]
}
const told = ({ out }: Ran): Told => JSON.parse(out) as Told
const writtenIn = (ran: Ran): string[] =>
  told(ran).editions.flatMap(({ files }) => files.flatMap(({ file, written }) => (written ? [file] : [])))

/** What is said, but for what was written this time and where, and for old drafts that only one of two folders has. */
const sayings = (ran: Ran): unknown => {
  const { editions, problems } = told(ran)
  const plain = editions.map(({ id, files }) => ({
    id,
    files: files.map(({ file, sha256 }) => [file.replace(/^.*?(?=drafts|issued)/, ''), sha256]),
  }))
  return {
    code: ran.code,
    editions: plain,
    problems: problems.filter(({ rule }) => rule !== 'publish/draft'),
  }
}

const outputs = (root: string): Record<string, Buffer> =>
  Object.fromEntries(Object.entries(filesIn(root)).filter(([name]) => !name.startsWith('.thongbao')))

describe('a second build', () => {
  it('makes nothing when nothing has changed, and says the same', async () => {
    const root = await project(files)
    const once = await build(root)
    expect(writtenIn(once)).toHaveLength(9)
    const before = filesIn(join(root, 'out'))
    const again = await build(root)
    expect(writtenIn(again)).toEqual([])
    expect(sayings(again)).toEqual(sayings(once))
    expect(filesIn(join(root, 'out'))).toEqual(before)
  })

  it('loads neither renderers nor readers for that', () => {
    const heavy = /^(pdfmake|docx|handlebars|unified|remark|zod|yaml|gray-matter|fontkit|tinypool)/
    expect(packagesBehind('commands/build.ts').filter((each) => heavy.test(each))).toEqual([])
    expect(packagesBehind('build/carry-out.ts').filter((each) => heavy.test(each))).not.toEqual([])
  })

  it('makes the one record that changed, and renders only what looks different', async () => {
    const root = await project(files)
    await build(root)
    writeFileSync(join(root, first), goodMeeting.replace('Ra đề', 'Ra đề thi'))
    expect(writtenIn(await build(root))).toEqual([])
    writeFileSync(join(root, first), goodMeeting.replace('hoàn thành', 'làm xong'))
    expect(writtenIn(await build(root)).map((name) => name.replace(/^.*\//, ''))).toEqual([
      'giao-ban.pdf',
      'giao-ban.docx',
      'giao-ban.md',
    ])
  })

  it('makes again what somebody deleted or changed in out/', async () => {
    const root = await project(files)
    await build(root)
    const [pdf, docx] = ['pdf', 'docx'].map((ending) => join(root, `out/drafts/2026/giao-ban.${ending}`))
    const good = readFileSync(docx ?? '')
    rmSync(pdf ?? '')
    writeFileSync(docx ?? '', Buffer.concat([good.subarray(1), Buffer.from('x')]))
    expect(writtenIn(await build(root))).toHaveLength(2)
    expect(readFileSync(docx ?? '')).toEqual(good)
  })

  it('makes everything again with --force, and writes nothing that is the same', async () => {
    const root = await project(files)
    await build(root)
    rmSync(join(root, 'out/drafts'), { recursive: true })
    expect(writtenIn(await build(root, '--force'))).toHaveLength(6)
    expect(writtenIn(await build(root, '--force'))).toEqual([])
  })

  it('remembers the rest when one record was asked for', async () => {
    const root = await project(files)
    await build(root)
    writeFileSync(join(root, first), goodMeeting.replace('hoàn thành', 'làm xong'))
    writeFileSync(join(root, second), goodMeeting.replace('hoàn thành', 'kết thúc'))
    expect(writtenIn(await build(root, 'giao-ban'))).toHaveLength(3)
    expect(writtenIn(await build(root))).toHaveLength(3)
  })

  it('counts notices that are as they were when there are many, and lists what is new', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 25 }, (_, at) => [`content/meetings/2026/hop-${at + 1}.yaml`, goodMeeting]),
    )
    const root = await project(many)
    const argv = ['build', '--formats', 'md', '--jobs', '1']
    await thongbao(root, argv, { version })
    writeFileSync(join(root, 'content/meetings/2026/hop-7.yaml'), goodMeeting.replace('đề thi', 'đề'))
    const { out } = await thongbao(root, argv, { version })
    expect(out).toBe('out/drafts/2026/hop-7.md\n24 văn bản không đổi\n')
  })

  it('says where the time went when asked', async () => {
    const root = await project(files)
    let now = 0
    const clock = () => (now += 1)
    const { err } = await thongbao(root, ['build', '--timings'], { version, clock })
    for (const stage of ['danh bạ, mẫu', 'PDF', 'DOCX', 'Markdown', 'cả lệnh'])
      expect(err).toMatch(new RegExp(`${stage} +[0-9.]+ ms`))
  })
})

/** Packages that are loaded with a module of src/, before it calls anything. */
const packagesBehind = (module: string): string[] => {
  const seen = new Set<string>()
  const walk = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    const text = readFileSync(file, 'utf8')
    for (const [, to = ''] of text.matchAll(/^(?:import|export)\s(?!type\b)[^'"`;]*?from '([^']+)'/gm))
      if (to.startsWith('.')) walk(join(dirname(file), to))
      else seen.add(to)
  }
  walk(here(`src/${module}`))
  return [...seen].filter((each) => !each.startsWith('/'))
}

/** One thing that can happen to a project between two builds. */
type Happening = { readonly what: string; readonly to: (root: string) => void | Promise<void> }

const edited = (file: string, from: string | RegExp, to: string) => ({
  what: `${file}: ${String(from)} -> ${to}`,
  to: (root: string) => {
    const path = join(root, file)
    if (existsSync(path)) writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
  },
})
const put = (file: string, text: string) => ({
  what: `${file} written`,
  to: async (root: string) => {
    await mkdir(dirname(join(root, file)), { recursive: true })
    await writeFile(join(root, file), text)
  },
})
const gone = (file: string) => ({
  what: `${file} gone`,
  to: (root: string) => rmSync(join(root, file), { force: true }),
})

const happenings: readonly Happening[] = [
  edited(first, 'hoàn thành', 'làm xong'),
  edited(first, 'làm xong', 'hoàn thành'),
  edited(first, 'chair: pham-van-long', 'chair: khong-co-ai'),
  edited(first, 'khong-co-ai', 'pham-van-long'),
  edited(first, /^/, '# một ghi chú\n'),
  edited(second, 'Ra đề', 'Ra  đề '),
  edited(second, /2026-03-02/, '2026-03-03'),
  edited(directory, /name: Phòng Khảo thí\b/, 'name: Phòng Khảo thí mới'),
  edited(directory, 'Phòng Khảo thí mới', 'Phòng Khảo thí'),
  edited(directory, /^/, '# một ghi chú\n'),
  edited('templates/ket-luan-hop.md', 'kết luận', 'Kết  luận'),
  edited('templates/ket-luan-hop.md', 'Kết  luận', 'kết luận'),
  edited('content/project.yaml', /$/, '\nrules: { text/double-space: true }\n'),
  edited('content/project.yaml', /\nrules:.*\n/, ''),
  edited(
    'content/project.yaml',
    /$/,
    '\nsilence: [{ rule: text/double-space, record: hop-hai, reason: để vậy }]\n',
  ),
  edited('content/project.yaml', /\nsilence:.*\n/, ''),
  put('content/register/2026/TB/13.yaml', entry(13, 'giao-ban')),
  put('content/register/2026/TB/13.yaml', entry(13, 'hop-ba')),
  put('content/register/2026/TBK/12.yaml', entry(12, 'hop-hai')),
  put('content/register/2026/TB/14.yaml', 'number: 15\n'),
  gone('content/register/2026/TB/13.yaml'),
  gone('content/register/2026/TBK/12.yaml'),
  gone('content/register/2026/TB/14.yaml'),
  put('content/meetings/2026/hop-moi.yaml', goodMeeting),
  put('content/meetings/2025/hop-hai.yaml', goodMeeting),
  put('content/meetings/2026/hop-hong.yaml', 'notice: [\n'),
  gone('content/meetings/2026/hop-moi.yaml'),
  gone('content/meetings/2025/hop-hai.yaml'),
  gone('content/meetings/2026/hop-hong.yaml'),
  gone('out/drafts/2026/hop-hai.docx'),
  put('out/drafts/2026/giao-ban.md', 'ai đó đã viết đè'),
  gone(manifest),
  put(manifest, 'thongbao-build 1 hỏng'),
  edited(manifest, /"problems":\[\]/, '"problems":[{}]'),
  edited(manifest, /[0-9a-f](?=[\s\S]{40}$)/, 'z'),
  {
    what: 'everything is copied elsewhere and back, with other times',
    to: (root) => {
      const copy = `${root}-copy`
      cpSync(join(root, 'out'), copy, { recursive: true })
      rmSync(join(root, 'out'), { recursive: true })
      renameSync(copy, join(root, 'out'))
    },
  },
  {
    what: 'a record changes and keeps its size and time',
    to: (root) => {
      const path = join(root, second)
      const text = readFileSync(path, 'utf8')
      writeFileSync(
        path,
        text.includes('đề thi') ? text.replace('đề thi', 'đề tài') : text.replace('đề tài', 'đề thi'),
      )
      utimesSync(path, 1, 1)
    },
  },
]

test('whatever happens in between, what is left and what is said are those of a build from nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...happenings), { minLength: 4, maxLength: 9 }),
      async (story) => {
        const root = await project(files)
        const fresh = folder()
        await build(root, '--formats', 'docx,md')
        for (const { what, to } of story) {
          await to(root)
          const quick = await build(root, '--formats', 'docx,md')
          rmSync(fresh, { recursive: true, force: true })
          const whole = await build(root, '--formats', 'docx,md', '--force', '--out', fresh)
          expect(sayings(quick), what).toEqual(sayings(whole))
          const there = outputs(join(root, 'out'))
          for (const [name, bytes] of Object.entries(outputs(fresh)))
            expect(there[name]?.equals(bytes), `${what}: ${name}`).toBe(true)
        }
      },
    ),
    { numRuns: 8 },
  )
}, 120_000)

test('each single thing that can happen is seen after a build that remembers', async () => {
  for (const { what, to } of happenings) {
    const root = await project(files)
    await build(root, '--formats', 'md')
    await to(root)
    const fresh = folder()
    const quick = await build(root, '--formats', 'md')
    const whole = await build(root, '--formats', 'md', '--force', '--out', fresh)
    expect(sayings(quick), what).toEqual(sayings(whole))
  }
}, 60_000)

test('another version of the program makes everything again', async () => {
  const root = await project(files)
  await build(root)
  const ran = await thongbao(root, ['--json', 'build', '--timings'], { version: 'hai', clock: () => 0 })
  expect(JSON.parse(ran.out)).toMatchObject({ timings: { pdf: 0 } })
})
