/** The rooms of src/ and what each may know: the table of src/README.md, the arrows that must never be, one door a library. */

import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import { filesIn, here } from './fixtures/project.ts'

type Never = { why: string; from: RegExp; to: RegExp; typesToo?: true }
type Import = {
  readonly file: string
  readonly line: number
  readonly to: string
  readonly typeOnly: boolean
}

const files = Object.entries(filesIn(here('src')))
const sources = files.filter(([file]) => file.endsWith('.ts'))

/** Every import, re-export and `import()`, those of ours as paths below src/. */
const imports: readonly Import[] = sources.flatMap(([file, bytes]) => {
  const text = String(bytes)
  const statement =
    /^(?:import|export)\s(?<type>type\s)?(?:[^'"`;]*?\sfrom\s)?'(?<from>[^']+)'|\b(?:import|require|require\.resolve)\(\s*'(?<called>[^']+)'/gm
  return [...text.matchAll(statement)].map((match) => {
    const to = match.groups?.from ?? match.groups?.called ?? ''
    return {
      file,
      line: text.slice(0, match.index).split('\n').length,
      to: to.startsWith('.') ? normalize(join(dirname(file), to)).replaceAll('\\', '/') : to,
      typeOnly: match.groups?.type !== undefined,
    }
  })
})

const isOurs = (to: string): boolean => files.some(([file]) => file === to)
const roomOf = (file: string): string => file.replace(/\/.*/, '')
const shown = ({ file, line, to }: Import): string => `src/${file}:${line} -> ${to}`
const isIn = (file: string, place: string): boolean => file === place || file.startsWith(`${place}/`)

/** "| `room` | what it is | `may`, `import` |" */
const rooms = new Map(
  [...readFileSync(here('src/README.md'), 'utf8').matchAll(/^\| `([^`]+)` *\|[^|]*\|([^|]*)\|$/gm)].map(
    ([, room = '', may = '']) =>
      [room, [...may.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)] as const,
  ),
)
const leaves = ['problem.ts', 'source.ts']

test('the map of src/README.md names every room', () => {
  const there = new Set(sources.map(([file]) => roomOf(file)))
  expect([...rooms.keys()].filter((room) => there.has(room)).sort()).toEqual(
    [...there].filter((room) => !leaves.includes(room)).sort(),
  )
})

test('a room imports from itself, the leaves and what the map allows', () => {
  const forbidden = imports.filter(({ file, to }) => {
    const allowed = [roomOf(file), ...leaves, ...(rooms.get(roomOf(file)) ?? [])]
    return isOurs(to) && !allowed.some((place) => isIn(to, place))
  })
  expect(forbidden.map(shown)).toEqual([])
})

const never: readonly Never[] = [
  {
    why: 'the formats do not know each other',
    from: /^render\/pdf\//,
    to: /^render\/docx\//,
    typesToo: true,
  },
  { why: 'nor the other way round', from: /^render\/docx\//, to: /^render\/pdf\//, typesToo: true },
  {
    why: 'a template says no bold, size or page',
    from: /^compose\//,
    to: /^(layout|fonts|render)\//,
    typesToo: true,
  },
  {
    why: 'a judge shares nothing with the judged',
    from: /^check\//,
    to: /^(render|commands|load|publish)\//,
    typesToo: true,
  },
  {
    why: 'rules come in an argument',
    from: /^(?!pipeline\.ts|check\/|commands\/rules\.ts|layout\/decree30\.ts)/,
    to: /^layout\/decree30\.ts/,
  },
  { why: 'the table is data', from: /^layout\/decree30\.ts/, to: /./ },
  {
    why: 'nobody calls back to the command line',
    from: /^(?!cli\.ts|commands\/)/,
    to: /^(cli\.ts|commands\/)/,
    typesToo: true,
  },
  {
    why: 'the writer is handed bytes',
    from: /^publish\//,
    to: /^(render|layout|pipeline)/,
    typesToo: true,
  },
  {
    why: 'files are read in load and written in publish',
    from: /^(?!load\/|publish\/|cli\.ts|check\/measure\/)/,
    to: /^(node:)?fs/,
  },
  {
    why: 'the middle knows no network and no processes',
    from: /^(?!commands\/|cli\.ts|worker\.ts)/,
    to: /^node:(https?|net|child_process|worker_threads)/,
  },
]

test.each(never)('$why', ({ from, to, typesToo }) => {
  const forbidden = imports.filter(
    (each) => from.test(each.file) && to.test(each.to) && (typesToo || !each.typeOnly),
  )
  expect(forbidden.map(shown)).toEqual([])
})

test('the middle asks neither the clock nor the environment nor chance', () => {
  const middle = /^(text|fonts|record|notice|resolve|compose|layout|render|check)\/|^pipeline\.ts$/
  const asks = /\bDate\.now\b|\bnew Date\(\)|\bprocess\.(?=\w)|\bMath\.random\b|\bperformance\./
  const found = sources.flatMap(([file, bytes]) =>
    middle.test(file)
      ? String(bytes)
          .split('\n')
          .flatMap((line, index) => (asks.test(line) ? [`src/${file}:${index + 1} ${line.trim()}`] : []))
      : [],
  )
  expect(found).toEqual([])
})

test('no circles', () => {
  const next = new Map<string, string[]>()
  for (const { file, to, typeOnly } of imports)
    if (isOurs(to) && !typeOnly) next.set(file, [...(next.get(file) ?? []), to])
  const done = new Set<string>()
  const walk = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) throw new Error([...path.slice(path.indexOf(file)), file].join(' -> '))
    if (done.has(file)) return
    for (const to of next.get(file) ?? []) walk(to, [...path, file])
    done.add(file)
  }
  for (const [file] of sources) walk(file, [])
})

/** Where each library comes in. */
const doors: Readonly<Record<string, readonly string[]>> = {
  '@cantoo/pdf-lib': ['check/annotate', 'check/measure'],
  '@expo-google-fonts/tinos': ['load/fonts.ts'],
  commander: [
    'cli.ts',
    'commands/archive-program.ts',
    'commands/check-program.ts',
    'commands/arguments.ts',
    'commands/diff-program.ts',
    'commands/issue-program.ts',
    'commands/lists-program.ts',
    'commands/program-options.ts',
    'commands/register-program.ts',
    'commands/usage.ts',
  ],
  diff: ['diff/words.ts'],
  docx: ['render/docx'],
  fflate: ['zip.ts'],
  fontkit: ['fonts/fonts.ts', 'render/pdf/patches.ts'],
  'gray-matter': ['load/front-matter.ts'],
  handlebars: ['compose/helpers.ts', 'compose/template-syntax.ts', 'compose/template.ts'],
  'mdast-util-gfm-table': ['text/markdown.ts'],
  'micromark-extension-gfm-table': ['text/markdown.ts'],
  'pdfjs-dist': ['check/measure'],
  pdfmake: ['render/pdf'],
  'remark-parse': ['text/markdown.ts'],
  'remark-stringify': ['text/markdown.ts'],
  saxes: ['check/measure', 'publish/archive/read-xml.ts'],
  tinypool: ['build/thread.ts'],
  unified: ['text/markdown.ts'],
  yaml: ['load', 'publish/entry-text.ts', 'render/markdown.ts'],
  zod: ['record'],
}

/** '@scope/name/file' → '@scope/name'; types of mdast come with its readers. */
const packageOf = (to: string): string => /^(@[^/]+\/)?[^/]+/.exec(to)?.[0] ?? to
const outside = imports.filter(
  ({ to }) => !isOurs(to) && !to.startsWith('node:') && !to.endsWith('package.json'),
)

test('one door a library', () => {
  const forbidden = outside.filter(({ file, to, typeOnly }) => {
    if (to === 'mdast' && typeOnly) return false
    return !(doors[packageOf(to)] ?? []).some((door) => isIn(file, door))
  })
  expect(forbidden.map(shown)).toEqual([])
})

test('every dependency has a door, and every door a dependency', () => {
  const { dependencies } = JSON.parse(readFileSync(here('package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  expect(Object.keys(doors).sort()).toEqual(Object.keys(dependencies).sort())
  for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/)
})
