/** What the READMEs name is there, and what is there they name: commands, options, keys, facts, helpers, folders, packages. */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { helpers } from '../src/compose/helpers.ts'
import { openedFonts } from '../src/load/opened-fonts.ts'
import { loadProject } from '../src/load/project.ts'
import { editions } from '../src/pipeline.ts'
import { jsonSchemas } from '../src/record/json-schema.ts'
import { here, thongbao } from './fixtures/project.ts'
import { english, example, exampleProject, map, quoted, vietnamese } from './fixtures/readme.ts'

/** Every command with the long options and short ones that its help names. */
const help = async (...command: string[]): Promise<string> =>
  (await thongbao(here('.'), [...command, '--help'])).out

const commands = async (): Promise<string[]> =>
  [...((await help()).split('Các lệnh:')[1] ?? '').matchAll(/^ {2}(\S+)/gm)].map(([, name = '']) => name)

const optionsIn = (shown: string): string[] =>
  [...shown.matchAll(/^ {2}(-.*?)(?: {2}|$)/gm)].flatMap(
    ([, terms = '']) => terms.match(/(?<!\S)--?[A-Za-z-]+/g) ?? [],
  )

it('names every command in the README, and no other', async () => {
  const table = [...english.matchAll(/^\| `thongbao (\w+)/gm)].map(([, name]) => name)
  expect(table).toEqual(await commands())
  const used = [english, vietnamese].flatMap((readme) =>
    [...readme.matchAll(/(?:^ *|`)(?:thongbao|npm run thongbao --) ([a-z]+)/gm)].map(([, name]) => name),
  )
  for (const name of used) expect(await commands()).toContain(name)
})

it('names every option in the README, and no other', async () => {
  const shown = (
    await Promise.all([[], ...(await commands()).map((name) => [name])].map((each) => help(...each)))
  ).join('')
  const rows = [...english.matchAll(/^\| (`-.*?) \|/gm)].flatMap(
    ([, cell = '']) => cell.match(/(?<=`)--?[A-Za-z-]+/g) ?? [],
  )
  expect([...new Set(rows)].sort()).toEqual([...new Set(optionsIn(shown))].sort())
})

it('runs the scripts that it names', () => {
  const scripts = [...`${english}${vietnamese}`.matchAll(/npm run ([a-z]+)/g)].map(([, name]) => name)
  for (const name of [...scripts, 'start', 'test']) expect(Object.keys(manifest.scripts)).toContain(name)
  for (const line of ['npm ci && npm start', 'npm ci && npm test']) expect(english).toContain(`\n${line}\n`)
})

it('answers --json with the keys that the README names', async () => {
  const root = await exampleProject()
  const json = async (...argv: string[]): Promise<Record<string, unknown>> =>
    JSON.parse((await thongbao(root, [...argv, '--json'])).out)
  const keys = async (...argv: string[]): Promise<string[]> => Object.keys(await json(...argv))
  const built = (await json('build', '--formats', 'md')) as { editions: { files: object[] }[] }
  expect(Object.keys(built)).toEqual(['ok', 'editions', 'removed', 'problems'])
  expect(Object.keys(built.editions[0] ?? {})).toEqual(['id', 'files'])
  expect(Object.keys(built.editions[0]?.files[0] ?? {})).toEqual(['file', 'bytes', 'sha256', 'written'])
  expect(await keys('check')).toEqual(['ok', 'records', 'problems'])
  expect(await keys('new', 'a')).toEqual(['ok', 'file', 'problems'])
  expect(await keys('schema')).toEqual(['ok', 'files', 'problems'])
  const { problems } = (await json('check', 'x')) as { problems: object[] }
  const [, named = ''] = /^A problem has (.*);/m.exec(english) ?? []
  expect(Object.keys(problems[0] ?? {}).sort()).toEqual(
    [...named.matchAll(/`(\w+)`/g)].map(([, key]) => key).sort(),
  )
})

it('names every key that a record may have', () => {
  const keysOf = (schema: unknown): string[] => {
    if (typeof schema !== 'object' || schema === null) return []
    const { properties } = schema as { properties?: object }
    return [...Object.keys(properties ?? {}), ...Object.values(schema).flatMap(keysOf)]
  }
  const keys = new Set([...jsonSchemas().values()].flatMap((schema) => keysOf(JSON.parse(schema))))
  const words = new Set(quoted(english).flatMap((code) => code.match(/[A-Za-z][A-Za-z0-9]*/g) ?? []))
  // The rules on the wording have a document of their own: `thongbao rules`.
  expect([...keys].filter((key) => !words.has(key) && !key.startsWith('text/'))).toEqual([])
})

it('names every fact and helper that a template may use, and no other', async () => {
  const loaded = await loadProject(here('.'), () => undefined)
  const [seed] = editions(loaded, openedFonts(), () => undefined, ['ra-soat-truong-chuan-quoc-gia'])
  const opened = (facts: object, path = ''): string[] =>
    Object.entries(facts).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      !leaves.includes(`${path}${key}`)
        ? opened(value, `${path}${key}.`)
        : [`${path}${key}`],
    )
  const leaves = ['meeting.sessions']
  const [, table = ''] = /\n\| Facts \|([\s\S]*?)\n\n/.exec(english) ?? []
  const named = [...table.matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell = '']) => quoted(cell))
  expect(named.sort()).toEqual(opened(seed?.facts ?? {}).sort())

  const [, callable = ''] = /\n\| Helpers \|([\s\S]*?)\n\n/.exec(english) ?? []
  const called = [...callable.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = '']) =>
    quoted(cell).map((code) => code.match(/[A-Za-z]+/)?.[0]),
  )
  // What the template's tree puts in by itself is nothing to write.
  expect(called.sort()).toEqual(
    Object.keys(helpers)
      .filter((name) => name !== 'fact' && name !== 'print')
      .sort(),
  )
})

it('names files and folders that are there', () => {
  const paths = [english, vietnamese, map].flatMap((readme) => [
    ...quoted(readme).filter((code) => /^(content|templates|src|test|scripts|\.ci)\/[\w./-]*$/.test(code)),
    ...[...readme.matchAll(/(?:\]\(|src=")(?!http)([^)"]+)/g)].map(([, path = '']) =>
      readme === map ? join('src', path) : path,
    ),
  ])
  const named = paths.filter((path) => !(path in example))
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((path) => !existsSync(here(path)))).toEqual([])
  const inSource = quoted(map).filter(
    (code) => /^[a-z-]+\/[\w/-]+\.ts$/.test(code) && !code.startsWith('test/'),
  )
  expect(inSource.filter((path) => !existsSync(here(`src/${path}`)))).toEqual([])
})

it('gives every dependency a line in the map, and no other', () => {
  const [, after = ''] = map.split('## Dependencies')
  const named = [...after.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = '']) => quoted(cell))
  expect(named.sort()).toEqual(Object.keys(manifest.dependencies).sort())
  for (const name of Object.keys(manifest.devDependencies).filter((each) => !each.startsWith('@types/')))
    expect(after).toContain(`\`${name}\``)
})
