import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Problem } from '../../src/problem.ts'
import { type Disk, writeFiles } from '../../src/publish/write.ts'

let out = ''
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'thongbao-write-'))
})
afterEach(() => {
  rmSync(out, { recursive: true, force: true })
})

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const write = async (files: Readonly<Record<string, string>>, disk: Disk = fs) => {
  const problems: Problem[] = []
  const entries = Object.entries(files).map(([name, text]) => [name, bytes(text)] as const)
  const result = await writeFiles(out, new Map(entries), (problem) => problems.push(problem), {
    disk,
    shown: 'out',
  })
  return { ...result, problems }
}
const read = (name: string): string => readFileSync(join(out, name), 'utf8')
const all = (): string[] => readdirSync(out, { recursive: true, encoding: 'utf8' }).sort()
const failing = (code: string) => async (): Promise<never> => {
  throw Object.assign(new Error(`${code}: no, open '/secret'`), { code })
}

describe('writing', () => {
  it('makes folders, writes what is new and leaves alone what is the same', async () => {
    expect(await write({ 'drafts/2020/a.pdf': 'A', 'b.md': 'B' })).toEqual({
      ok: true,
      written: ['drafts/2020/a.pdf', 'b.md'],
      unchanged: [],
      problems: [],
    })
    const before = statSync(join(out, 'b.md'))
    expect(await write({ 'drafts/2020/a.pdf': 'A2', 'b.md': 'B' })).toMatchObject({
      ok: true,
      written: ['drafts/2020/a.pdf'],
      unchanged: ['b.md'],
    })
    expect([read('drafts/2020/a.pdf'), read('b.md')]).toEqual(['A2', 'B'])
    expect(statSync(join(out, 'b.md'))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs })
    expect(all()).toEqual(['b.md', 'drafts', 'drafts/2020', 'drafts/2020/a.pdf'])
  })

  it('writes nothing for nothing', async () => {
    expect(await write({})).toEqual({ ok: true, written: [], unchanged: [], problems: [] })
    expect(all()).toEqual([])
  })
})

describe('names', () => {
  it.each([
    '../x.pdf',
    'a/../../x.pdf',
    '/etc/x.pdf',
    'C:\\x.pdf',
    '..\\x.pdf',
    'a\\x.pdf',
    '',
    'a//b',
    './a',
    'a\0b',
    'a\nb',
    'con.pdf',
    'a/NUL',
    'a?.pdf',
    'a.',
    `${'x'.repeat(300)}.pdf`,
  ])('refuses %j and writes none of the others', async (name) => {
    const { ok, problems } = await write({ 'good.md': 'x', [name]: 'y' })
    expect(ok).toBe(false)
    expect(problems).toMatchObject([{ rule: 'publish/name', file: 'out' }])
    expect(all()).toEqual([])
  })

  it('refuses two names that are one on other systems', async () => {
    expect((await write({ 'A.md': 'x', 'a.md': 'y' })).problems).toMatchObject([{ rule: 'publish/name' }])
  })

  it('takes what notices are called', async () => {
    expect((await write({ 'issued/2020/392-TB-SGDDT.pdf': 'x', 'registers/nhiệm vụ.md': 'y' })).ok).toBe(true)
  })
})

describe('a disk that says no', () => {
  beforeEach(async () => {
    await write({ 'a.md': 'old a', 'b.md': 'old b' })
  })
  const unharmed = (): void => {
    expect([read('a.md'), read('b.md')]).toEqual(['old a', 'old b'])
    expect(all()).toEqual(['a.md', 'b.md'])
  }

  it.each([
    ['EROFS', /chỉ cho đọc/],
    ['EACCES', /không có quyền/],
    ['EPERM', /đang mở/],
    ['ENOSPC', /đầy/],
    ['EDQUOT', /dung lượng/],
    ['EMFILE', /quá nhiều tệp/],
    ['EIO', /báo lỗi/],
    ['EXDEV', /hai ổ đĩa/],
    ['EWHATEVER', /EWHATEVER/],
  ])('%s on opening', async (code, message) => {
    const { ok, problems } = await write({ 'a.md': 'new a', 'b.md': 'new b' }, { ...fs, open: failing(code) })
    expect(ok).toBe(false)
    expect(problems).toEqual([
      {
        rule: 'publish/write',
        level: 'error',
        file: 'out/a.md',
        message: expect.stringMatching(message),
        hint: expect.any(String),
      },
    ])
    expect(JSON.stringify(problems)).not.toMatch(/secret|new a/)
    unharmed()
  })

  it('full in the middle of the second file: both old files stay, nothing else does', async () => {
    const open: Disk['open'] = async (path, flags) => {
      const handle = await fs.open(path, flags)
      const real = handle.writeFile.bind(handle)
      handle.writeFile = async (data) => {
        const whole = data as Uint8Array
        if (!new TextDecoder().decode(whole).includes('b')) return real(whole)
        await real(whole.subarray(0, 3))
        return failing('ENOSPC')()
      }
      return handle
    }
    const { problems, written } = await write({ 'a.md': 'new a', 'b.md': 'new b' }, { ...fs, open })
    expect(problems).toMatchObject([{ file: 'out/b.md', message: 'không ghi được tệp: ổ đĩa đã đầy' }])
    expect(written).toEqual([])
    unharmed()
  })

  it('refuses the last step of the second file: the first is new, the second old, nothing half', async () => {
    const rename: Disk['rename'] = async (from, to) =>
      String(to).endsWith('b.md') ? failing('EBUSY')() : fs.rename(from, to)
    const { ok, written, problems } = await write({ 'a.md': 'new a', 'b.md': 'new b' }, { ...fs, rename })
    expect({ ok, written }).toEqual({ ok: false, written: ['a.md'] })
    expect(problems).toMatchObject([{ file: 'out/b.md', hint: expect.stringMatching(/Word/) }])
    expect([read('a.md'), read('b.md')]).toEqual(['new a', 'old b'])
    expect(all()).toEqual(['a.md', 'b.md'])
  })

  it('has a file where a folder should be', async () => {
    expect((await write({ 'b.md': 'new', 'a.md/x.pdf': 'x' })).problems).toMatchObject([
      { file: 'out/a.md/x.pdf', message: expect.stringMatching(/không phải thư mục/) },
    ])
    unharmed()
  })

  it('has a folder where a file should be', async () => {
    mkdirSync(join(out, 'c.md'))
    expect((await write({ 'b.md': 'new', 'c.md': 'x' })).problems).toMatchObject([
      { file: 'out/c.md', message: expect.stringMatching(/thư mục trùng tên/) },
    ])
    expect(read('b.md')).toBe('old b')
    expect(all()).toEqual(['a.md', 'b.md', 'c.md'])
  })

  it('ends where no folder can ever be made', async () => {
    const mkdir = failing('ENOENT') as Disk['mkdir']
    expect((await write({ 'c/d.md': 'x' }, { ...fs, mkdir })).problems).toMatchObject([
      { file: 'out/c/d.md', message: expect.stringMatching(/không còn ở đó/) },
    ])
    unharmed()
  })

  it('lets our own faults through, and still leaves nothing behind', async () => {
    const rename: Disk['rename'] = async () => {
      throw new TypeError('ours')
    }
    await expect(write({ 'a.md': 'new a' }, { ...fs, rename })).rejects.toThrow('ours')
    unharmed()
  })
})

describe('killed runs', () => {
  const machine = hostname()
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 40)

  it('sweeps up after processes that are gone, and only after them', async () => {
    const gone = spawn(process.execPath, ['-e', ''])
    await new Promise((resolve) => gone.on('exit', resolve))
    const mine = [
      `.thongbao-${machine}-${gone.pid}-0.tmp`,
      `.thongbao-${machine}-${process.pid}-0.tmp`,
      `.thongbao-elsewhere-${gone.pid}-0.tmp`,
      'mine.tmp',
    ]
    for (const name of mine) writeFileSync(join(out, name), 'half')
    expect((await write({ 'a.md': 'a' })).ok).toBe(true)
    expect(all()).toEqual([...mine.slice(1), 'a.md'].sort())
    expect(read('a.md')).toBe('a')
  })

  /** Writes "a"s and "b"s in turn; says "." when it comes to the step, and hangs there if told to. */
  const writer = `
    import * as fs from 'node:fs/promises'
    import { writeFiles } from ${JSON.stringify(join(import.meta.dirname, '../../src/publish/write.ts'))}
    const [, , folder, step, hangs] = process.argv
    const reach = async (name) => {
      if (name !== step) return
      process.stdout.write('.')
      if (hangs) await new Promise(() => setInterval(() => undefined, 1_000))
    }
    const open = async (path, flags) => {
      const handle = await fs.open(path, flags)
      if (flags !== 'wx') return handle
      await reach('opened')
      const [write, sync] = [handle.writeFile.bind(handle), handle.sync.bind(handle)]
      handle.writeFile = async (data) => {
        await write(data.subarray(0, data.length / 2))
        await reach('half written')
        await write(data.subarray(data.length / 2))
      }
      handle.sync = async () => {
        await reach('written')
        await sync()
      }
      return handle
    }
    const rename = async (from, to) => {
      await reach('complete')
      await fs.rename(from, to)
      await reach('renamed')
    }
    for (let round = 1; ; round += 1) {
      const fill = new Uint8Array(400_000).fill(97 + (round % 2))
      const { ok } = await writeFiles(folder, new Map([['x.bin', fill]]), console.error, { disk: { ...fs, open, rename } })
      if (!ok) process.stdout.write('!')
    }`

  /** Kills a writer when it has come to the step for the n-th time. */
  const kill = async (
    script: string,
    folder: string,
    step: string,
    hangs: boolean,
    count: number,
  ): Promise<void> => {
    const child = spawn(process.execPath, [script, folder, step, ...(hangs ? ['hangs'] : [])], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = new Promise((resolve) => child.on('exit', (_, signal) => resolve(signal)))
    let said = ''
    child.stdout.on('data', (data: Buffer) => {
      said += String(data)
      if (said.length >= count) child.kill('SIGKILL')
    })
    expect(await ended).toBe('SIGKILL')
    expect(said).toMatch(/^\.+$/)
  }

  it('leave the old file or the new one, never a mix, and the next run sweeps up', async () => {
    const script = join(out, 'writer.mjs')
    await build({
      stdin: { contents: writer, resolveDir: import.meta.dirname },
      bundle: true,
      format: 'esm',
      platform: 'node',
      outfile: script,
    })
    const folder = join(out, 'target')
    const old = 'old '.repeat(1_000)
    const next = () => writeFiles(folder, new Map([['x.bin', bytes(old)]]), () => undefined)
    const found = (): string => readFileSync(join(folder, 'x.bin'), 'utf8')

    for (const step of ['opened', 'half written', 'written', 'complete', 'renamed']) {
      expect((await next()).ok).toBe(true)
      await kill(script, folder, step, true, 1)
      expect([step, found()]).toEqual([step, step === 'renamed' ? 'b'.repeat(400_000) : old])
      expect([step, readdirSync(folder).length]).toEqual([step, step === 'renamed' ? 1 : 2])
    }
    for (let count = 2; count <= 8; count += 1) {
      await kill(script, folder, count % 2 ? 'half written' : 'complete', false, count)
      expect(found()).toMatch(/^(a{400000}|b{400000})$/)
    }
    expect((await next()).ok).toBe(true)
    expect(found()).toBe(old)
    expect(readdirSync(folder)).toEqual(['x.bin'])
  })
})
