/** The same records give the same files, byte for byte, wherever, whenever and in whatever order they are built. */

import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import { type Files, filesIn, folder, goodMeeting, here, project } from './fixtures/project.ts'

const program = here('dist/cli.js')
const run = promisify(execFile)

beforeAll(() => {
  if (!existsSync(program)) throw new Error('dist/cli.js is not there: npm run compile')
})

const table = '| Việc | Đơn vị |\n|---|---|\n| Mạng | VP |'
const meetings: Files = Object.fromEntries(
  ['mot', 'hai', 'ba'].map((name, index) => [
    `content/meetings/2026/${name}.yaml`,
    goodMeeting
      .replaceAll('2026-03-02', `2026-03-0${index + 2}`)
      .replace('closing:', `  - ${JSON.stringify(table)}\nclosing:`),
  ]),
)
const register = {
  'content/register/2026/TB/7.yaml': 'number: 7\nsymbol: TB-SGDĐT\ndate: 2026-03-09\nrecord: hai\n',
}

/** sha-256 of every file that a run of its own process leaves, but for what it remembers for the next run. */
const built = async (
  root: string,
  { env = {}, args = [] }: { readonly env?: Record<string, string>; readonly args?: readonly string[] } = {},
): Promise<Record<string, string>> => {
  const out = folder()
  const { PATH = '' } = process.env
  await run(process.execPath, [program, '-C', root, 'build', '--out', out, ...args], {
    env: { PATH, TZ: 'UTC', LANG: 'C', ...env },
  })
  return Object.fromEntries(
    Object.entries(filesIn(out))
      .filter(([name]) => !name.startsWith('.'))
      .map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]),
  )
}

test('in other places, languages, orders and numbers of threads; one alone as together with others', async () => {
  const root = await project({ ...meetings, ...register })
  const reversed = await project(Object.fromEntries(Object.entries({ ...register, ...meetings }).reverse()))
  // A clone has other times than the original.
  for (const path of Object.keys(meetings)) await utimes(join(reversed, path), 1, 1)
  const [first, alone, ...runs] = await Promise.all([
    built(root, { args: ['--jobs', '1'] }),
    built(root, { args: ['hai'] }),
    built(root, { args: ['--jobs', '2'], env: { TZ: 'Asia/Ho_Chi_Minh', LANG: 'vi_VN.UTF-8' } }),
    built(reversed, { args: ['hai', 'ba', 'mot'], env: { TZ: 'America/Los_Angeles' } }),
  ])
  expect(Object.keys(first)).toEqual(
    ['drafts/2026/ba', 'drafts/2026/mot', 'issued/2026/07-TB-SGDDT'].flatMap((name) =>
      ['docx', 'md', 'pdf'].map((format) => `${name}.${format}`),
    ),
  )
  for (const again of runs) expect(again).toEqual(first)
  expect(Object.keys(alone)).toHaveLength(3)
  expect(first).toMatchObject(alone)
})
