/** The published JSON Schemas: current, complete in their words, and of one mind with the program. */

import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { directoryFile } from '../../src/record/directory.ts'
import { jsonSchemas } from '../../src/record/json-schema.ts'
import { meeting } from '../../src/record/meeting.ts'
import { registerEntry } from '../../src/record/register-entry.ts'
import { settings } from '../../src/record/settings.ts'
import { filesIn, goodMeeting, here } from '../fixtures/project.ts'

const ours = { meeting, directory: directoryFile, 'register-entry': registerEntry, project: settings }
type Name = keyof typeof ours

const published = (name: Name): object => JSON.parse(jsonSchemas().get(`${name}.schema.json`) ?? '')

/** What editors check of "format": "date". */
const isCalendarDay = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
const safely = (day: string): boolean => !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && isCalendarDay(day)

const ajv = new Ajv({ strict: false, formats: { date: safely } })
const editors = new Map((Object.keys(ours) as Name[]).map((name) => [name, ajv.compile(published(name))]))
const editor = (name: Name) => {
  const check = editors.get(name)
  if (!check) throw new Error(name)
  return check
}

test('content/schemas holds what `thongbao schema` writes', () => {
  for (const [name, text] of jsonSchemas())
    expect(readFileSync(here(`content/schemas/${name}`), 'utf8'), name).toBe(text)
})

describe('every field has a Vietnamese title, a description and an example that fits', () => {
  /** Fields of objects, with the path that leads to them; unions, lists and maps are looked through. */
  const fields = (schema: z.ZodType, path = '', seen = new Set<unknown>()): [string, z.ZodType][] => {
    const below = (next: unknown, step = ''): [string, z.ZodType][] =>
      fields(next as z.ZodType, path + step, seen)
    if (schema instanceof z.ZodOptional) return below(schema.unwrap())
    if (seen.has(schema)) return []
    seen.add(schema)
    if (schema instanceof z.ZodArray) return below(schema.element, '[]')
    if (schema instanceof z.ZodRecord) return below(schema.valueType, '.*')
    if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => below(option))
    if (!(schema instanceof z.ZodObject)) return []
    return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([key, field]) => {
      const here: [string, z.ZodType] = [
        `${path}.${key}`,
        field instanceof z.ZodOptional ? (field.unwrap() as z.ZodType) : field,
      ]
      return [here, ...fields(field, here[0], seen)]
    })
  }

  test.each(Object.keys(ours) as Name[])('%s', (name) => {
    const all = fields(ours[name])
    expect(all.length).toBeGreaterThan(1)
    for (const [path, field] of all) {
      const { title, description, examples } = field.meta() ?? {}
      expect(title, `${path}: title`).toMatch(/^\p{Lu}/u)
      expect(description, `${path}: description`).toMatch(/\p{L}/u)
      for (const example of (examples ?? []) as unknown[])
        expect(field.safeParse(example).success, `${path}: ${JSON.stringify(example)}`).toBe(true)
      const leaf =
        field instanceof z.ZodString ||
        field instanceof z.ZodNumber ||
        field instanceof z.ZodEnum ||
        field instanceof z.ZodBoolean
      if (leaf) expect(examples, `${path}: examples`).toHaveLength(1)
    }
  })
})

describe('the editor and the program agree', () => {
  const good = parse(goodMeeting) as Record<string, unknown>
  const edited = (edit: (copy: ReturnType<typeof loose>) => void): unknown => {
    const copy = structuredClone(good)
    edit(loose(copy))
    return copy
  }
  // biome-ignore lint/suspicious/noExplicitAny: the corpus breaks the shape on purpose
  const loose = (value: unknown): any => value

  const cases: readonly [string, Name, unknown, boolean][] = [
    ['a good meeting', 'meeting', good, true],
    ['nothing', 'meeting', {}, false],
    ['a list', 'meeting', [], false],
    ['an unknown key', 'meeting', edited((m) => (m.notice.x = 1)), false],
    ['an unknown key at the top', 'meeting', edited((m) => (m.x = 1)), false],
    ['no subject', 'meeting', edited((m) => delete m.notice.subject), false],
    ['an empty subject', 'meeting', edited((m) => (m.notice.subject = '')), false],
    ['a subject of two lines', 'meeting', edited((m) => (m.notice.subject = 'a\nb')), false],
    ['a subject with a tab', 'meeting', edited((m) => (m.notice.subject = 'a\tb')), false],
    ['a space before the subject', 'meeting', edited((m) => (m.notice.subject = ' a')), false],
    ['a space after the subject', 'meeting', edited((m) => (m.notice.subject = 'a ')), false],
    ['one letter', 'meeting', edited((m) => (m.notice.subject = 'a')), true],
    ['two letters', 'meeting', edited((m) => (m.notice.subject = 'ab')), true],
    ['a subject of 500', 'meeting', edited((m) => (m.notice.subject = 'x'.repeat(500))), true],
    ['a subject of 501', 'meeting', edited((m) => (m.notice.subject = 'x'.repeat(501))), false],
    ['a number as subject', 'meeting', edited((m) => (m.notice.subject = 5)), false],
    ['a topic of spaces', 'meeting', edited((m) => (m.meeting.topic = ' \n ')), false],
    ['a topic of two paragraphs', 'meeting', edited((m) => (m.meeting.topic = 'a\n\nb')), true],
    ['a name with marks', 'meeting', edited((m) => (m.notice.signatory = 'Phạm Long')), false],
    ['a path as a name', 'meeting', edited((m) => (m.notice.signatory = '../x')), false],
    ['a month', 'meeting', edited((m) => (m.notice.date = '2026-11')), true],
    ['a day', 'meeting', edited((m) => (m.notice.date = '2026-11-05')), true],
    ['no month', 'meeting', edited((m) => (m.notice.date = '2026-13')), false],
    ['no day', 'meeting', edited((m) => (m.notice.date = '2026-11-32')), false],
    [
      'a range',
      'meeting',
      edited((m) => (m.meeting.sessions = { from: '2026-03-01', to: '2026-03-02' })),
      true,
    ],
    ['half a range', 'meeting', edited((m) => (m.meeting.sessions = { from: '2026-03-01' })), false],
    [
      'several sessions',
      'meeting',
      edited((m) => (m.meeting.sessions = [{ date: '2026-03-01', at: 'sáng' }])),
      true,
    ],
    ['no session', 'meeting', edited((m) => (m.meeting.sessions = [])), false],
    ['the 30th of February', 'meeting', edited((m) => (m.meeting.sessions = '2026-02-30')), false],
    ['a date as it is spoken', 'meeting', edited((m) => (m.meeting.sessions = '2/3/2026')), false],
    ['a leap day', 'meeting', edited((m) => (m.meeting.sessions = '2028-02-29')), true],
    ['a conclusion of words alone', 'meeting', edited((m) => (m.conclusions = ['x'])), true],
    ['no conclusions', 'meeting', edited((m) => (m.conclusions = [])), false],
    [
      'conclusions within conclusions',
      'meeting',
      edited((m) => (m.conclusions = [{ items: [{ items: ['x'] }] }])),
      true,
    ],
    [
      'a mistake deep inside',
      'meeting',
      edited((m) => (m.conclusions = [{ items: [{ items: [{ txet: 'x' }] }] }])),
      false,
    ],
    [
      'a task for one, a task for two',
      'meeting',
      edited((m) => (m.conclusions = [{ text: 'x', tasks: [{ lead: 'a' }, { lead: ['a', 'b'] }] }])),
      true,
    ],
    ['a task for nobody', 'meeting', edited((m) => (m.conclusions = [{ text: 'x', tasks: [{}] }])), false],
    [
      'due otherwise',
      'meeting',
      edited((m) => (m.conclusions = [{ text: 'x', tasks: [{ lead: 'a', due: { by: 'sớm' } }] }])),
      true,
    ],
    ['copies', 'meeting', edited((m) => (m.notice.drafting.copies = 1)), true],
    ['no copies', 'meeting', edited((m) => (m.notice.drafting.copies = 0)), false],
    ['half a copy', 'meeting', edited((m) => (m.notice.drafting.copies = 0.5)), false],
    [
      'recipients of every kind',
      'meeting',
      edited((m) => (m.notice.recipients = { attendees: true, add: ['a', { text: 'B' }], remove: ['c'] })),
      true,
    ],
    ['yes instead of true', 'meeting', edited((m) => (m.notice.recipients = { attendees: 'yes' })), false],
    ['an empty directory', 'directory', {}, true],
    ['a unit', 'directory', { units: { a: { name: 'A' } } }, true],
    ['a unit without a name', 'directory', { units: { a: {} } }, false],
    ['an unknown kind', 'directory', { schools: {} }, false],
    [
      'lines of a name',
      'directory',
      { bodies: { a: { name: 'A', printed: ['A', 'B'], abbreviation: 'A', place: 'P', head: 'H' } } },
      true,
    ],
    [
      'five lines of a name',
      'directory',
      {
        bodies: {
          a: { name: 'A', printed: ['A', 'B', 'C', 'D', 'E'], abbreviation: 'A', place: 'P', head: 'H' },
        },
      },
      false,
    ],
    ['a person without posts', 'directory', { people: { a: { name: 'A', posts: [] } } }, false],
    [
      'an unknown quality',
      'directory',
      { people: { a: { name: 'A', posts: [{ at: 'b', title: 'T', as: 'boss' }] } } },
      false,
    ],
    [
      'an entry of the register',
      'register-entry',
      { number: 5, symbol: 'TB-A', date: '2026-01-02', record: 'a-b' },
      true,
    ],
    [
      'number zero',
      'register-entry',
      { number: 0, symbol: 'TB-A', date: '2026-01-02', record: 'a-b' },
      false,
    ],
    ['settings', 'project', { body: 'a', template: 'b' }, true],
    ['settings without a body', 'project', { template: 'b' }, false],
  ]

  test.each(cases)('%s (%s)', (_, name, value, fits) => {
    expect([editor(name)(value), ours[name].safeParse(value).success]).toEqual([fits, fits])
  })

  test('on everything that is in content/', () => {
    const rooms: [RegExp, Name][] = [
      [/^project\.yaml$/, 'project'],
      [/^directory\//, 'directory'],
      [/^meetings\/.*\.yaml$/, 'meeting'],
      [/^register\//, 'register-entry'],
    ]
    let count = 0
    for (const [file, bytes] of Object.entries(filesIn(here('content')))) {
      const name = rooms.find(([path]) => path.test(file))?.[1]
      if (!name) continue
      count += 1
      const check = editor(name)
      expect(check(parse(String(bytes))), `${file} ${JSON.stringify(check.errors)}`).toBe(true)
    }
    expect(count).toBeGreaterThan(4)
  })
})
