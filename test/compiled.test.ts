/** The compiled program: whatever lies beside its parts, what runs is what stands in them. */

import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { sha256 } from '../src/build/hash.ts'
import { filesIn, folder, goodMeeting, here, project, type Ran, thongbao } from './fixtures/project.ts'

type Compiled = { readonly parts: string; readonly forms: string; readonly run: (...argv: string[]) => Ran }

/** A copy of dist/ that may be spoilt. */
const compiled = (): Compiled => {
  const root = folder()
  cpSync(here('dist'), join(root, 'dist'), { recursive: true })
  symlinkSync(here('node_modules'), join(root, 'node_modules'), 'junction')
  const cli = join(root, 'dist/cli.js')
  const generation = /\bprogram-[0-9a-f]+/.exec(readFileSync(cli, 'utf8'))?.[0] ?? ''
  const parts = join(root, 'dist', generation)
  return {
    parts,
    forms: join(parts, `${process.version}-${process.platform}-${process.arch}`),
    run: (...argv) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...argv], { encoding: 'utf8' })
      return { code: status ?? -1, out: stdout, err: stderr }
    },
  }
}

test('compiling leaves V8’s form of the parts that commands begin with', () => {
  const { forms, parts } = compiled()
  const names = readdirSync(forms)
  expect(names).toEqual(expect.arrayContaining(['cli.js.form', 'render-job.js.form']))
  expect(
    names.map((name) => name.replace(/\.form$/, '')).filter((name) => !readdirSync(parts).includes(name)),
  ).toEqual([])
})

test('a part that was changed runs as it is now, though its form is of the same length', () => {
  const { parts, run } = compiled()
  const part = join(parts, 'cli.js')
  const text = readFileSync(part, 'latin1').replace('new Command("thongbao")', 'new Command("khongbao")')
  writeFileSync(part, text, 'latin1')
  expect(run('--help').out).toContain('khongbao')
})

test.each([
  ['gone', (forms: string) => rmSync(forms, { recursive: true })],
  [
    'cut off',
    (forms: string) => {
      for (const name of readdirSync(forms))
        writeFileSync(join(forms, name), readFileSync(join(forms, name)).subarray(0, 1000))
    },
  ],
  [
    'of another Node',
    (forms: string) => {
      for (const name of readdirSync(forms)) {
        const form = readFileSync(join(forms, name))
        form.writeUInt32LE(form.readUInt32LE(4) ^ 1, 4) // V8's hash of its version
        writeFileSync(join(forms, name), form)
      }
    },
  ],
])('with its forms %s the program says the same', async (_, spoil) => {
  const { forms, run } = compiled()
  const root = await project({ 'content/meetings/2026/hop.yaml': goodMeeting })
  const before = run('-C', root, 'check')
  spoil(forms)
  expect(run('-C', root, 'check')).toEqual(before)
})

test('packages that stay outside are found, by commands and by threads', async () => {
  const { run } = compiled()
  const meetings = ['mot', 'hai'].map((name) => [`content/meetings/2026/${name}.yaml`, goodMeeting] as const)
  const root = await project(Object.fromEntries(meetings))
  const built = run('-C', root, 'build', '--jobs', '2')
  expect([built.code, built.err]).toEqual([0, ''])
  const checked = run('check', '--json', join(root, 'out/drafts/2026/mot.pdf'))
  expect([checked.err, JSON.parse(checked.out)]).toMatchObject(['', { ok: true }])
})

test('many records are checked on threads, and what is said is what is said of them one by one', async () => {
  const { run } = compiled()
  const meetings = Array.from({ length: 30 }, (_, at): [id: string, text: string] => {
    const text = at % 3 === 0 ? goodMeeting.replace('chair: ', `chair: ai-do-${at}-`) : goodMeeting
    return [`hop-${String(at).padStart(2, '0')}`, at % 4 === 0 ? text.replace('ế', 'e\u0302\u0301') : text]
  })
  const root = await project(
    Object.fromEntries(meetings.map(([id, text]) => [`content/meetings/2026/${id}.yaml`, text])),
  )
  const before = Object.keys(filesIn(root))
  const said = (...records: string[]) => {
    const ran = run('-C', root, 'check', '--json', ...records)
    expect(ran.err).toBe('')
    return JSON.parse(ran.out) as { records: string[]; problems: object[] }
  }
  const whole = said()
  const single = (await Promise.all(meetings.map(([id]) => thongbao(root, ['check', '--json', id])))).map(
    ({ out }) => JSON.parse(out) as typeof whole,
  )
  expect(whole.problems).toEqual(single.flatMap(({ problems }) => problems))
  expect(whole.records).toEqual(single.flatMap(({ records }) => records))
  expect(Object.keys(filesIn(root))).toEqual(before)
})

/** Quicker to compare than bytes one by one. */
const sums = (files: Record<string, Buffer>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, sha256(bytes)]))

test('many notices are packed on threads, and the package is that of one thread', async () => {
  const { run } = compiled()
  const ids = Array.from({ length: 25 }, (_, at) => `hop-${String(at + 1).padStart(2, '0')}`)
  const root = await project({
    'content/project.yaml': `body: so-gddt
template: ket-luan-hop
archive:
  files:
    TB: {notation: 01.TB, title: Tập lưu thông báo, maintenance: years-20, mode: open}
`,
    ...Object.fromEntries(
      ids.map((id) => [
        `content/meetings/2026/${id}.yaml`,
        goodMeeting.replaceAll('tháng 3 năm 2026', `tháng 3 năm 2026 ${id}`),
      ]),
    ),
  })
  for (const id of ids)
    expect((await thongbao(root, ['issue', id, '--date', '2026-11-23', '--json'])).code).toBe(0)
  expect(run('-C', root, 'archive', '--out', join(root, 'threads')).code).toBe(0)
  expect((await thongbao(root, ['archive', '--out', 'here'])).code).toBe(0)
  const packed = filesIn(join(root, 'threads'))
  expect(Object.keys(packed).length).toBeGreaterThan(3 * ids.length)
  expect(sums(packed)).toEqual(sums(filesIn(join(root, 'here'))))
}, 60_000)

test('--debug shows where in our sources a fault arose', async () => {
  const { parts, run } = compiled()
  rmSync(join(parts, 'data'), { recursive: true })
  const root = await project({ 'content/meetings/2026/hop.yaml': goodMeeting })
  const ran = run('-C', root, '--debug', 'build')
  expect(ran.code).toBe(3)
  expect(ran.err).toMatch(/src\/render\/pdf\/pdf\.ts:\d+/)
})

test('who imports the program gets its `run`, and nothing is started', () => {
  const program = pathToFileURL(here('dist/cli.js')).href
  const script = `import { run } from ${JSON.stringify(program)}
    const io = { stdout: process.stdout, stderr: process.stderr, env: {}, cwd: '.', today: '2026-01-01' }
    process.exitCode = await run(['--version'], io)`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  expect(stdout).toBe(`${manifest.version}\n`)
})
