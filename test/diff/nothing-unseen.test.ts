/** Nothing that is printed can change without being told: one change at a time, in a notice, a Word file, a Markdown file. */

import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decreeStyles, rulerOf } from '../../src/check/against-decree.ts'
import { compareSides } from '../../src/diff/report.ts'
import { openFonts } from '../../src/fonts/fonts.ts'
import { decree30 } from '../../src/layout/decree30.ts'
import { tinosFiles } from '../../src/load/fonts.ts'
import { loadProject } from '../../src/load/project.ts'
import type { FixedWords } from '../../src/notice/fixed-words.ts'
import type { Notice } from '../../src/notice/notice.ts'
import { type Edition, editions } from '../../src/pipeline.ts'
import { readDocxNotice } from '../../src/read/docx.ts'
import { readMarkdownNotice } from '../../src/read/markdown.ts'
import { renderDocx } from '../../src/render/docx/docx.ts'
import { renderMarkdown } from '../../src/render/markdown.ts'
import { notices } from '../fixtures/notices.ts'
import { filesIn, here, project } from '../fixtures/project.ts'
import { editParagraphs, reworded } from '../fixtures/word-edits.ts'

type Path = readonly (string | number)[]

/** Everything of a notice that is printed: texts, numbers, marks; not its ids. */
const leaves = (value: unknown, path: Path = []): Path[] => {
  if (Array.isArray(value)) return value.flatMap((each, index) => leaves(each, [...path, index]))
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, each]) =>
    ['id', 'is', 'schema', 'language', 'runIn'].includes(key) ? [] : leaves(each, [...path, key]),
  )
}

const changedAt = <T>(value: T, [step, ...rest]: Path): T => {
  if (step === undefined) return other(value) as T
  const copy = structuredClone(value) as Record<string | number, unknown>
  copy[step] = changedAt(copy[step], rest)
  return copy as T
}

const other = (leaf: unknown): unknown => {
  if (typeof leaf === 'number') return leaf + 1
  if (typeof leaf === 'boolean') return !leaf
  const next = {
    number: 'star',
    star: 'none',
    none: 'number',
    left: 'right',
    centre: 'left',
    right: 'centre',
    justify: 'left',
  }
  const known = (next as Readonly<Record<string, string>>)[String(leaf)]
  return known ?? (/^\d{4}-\d{2}/.test(String(leaf)) ? String(leaf).replace(/^\d{4}/, '1999') : `${leaf}khác`)
}

const side = (notice: Notice) => ({ notice, name: 'x', whole: true, gaps: [] })

/** With what only some notices have. */
const full = fc.tuple(notices, fc.boolean(), fc.integer({ min: 2, max: 9 })).map(
  ([notice, landscape, counted]): Notice => ({
    ...notice,
    circulation: 'Lưu hành nội bộ',
    address: ['Số 1, phố Mới', 'Điện thoại: 0123'],
    content: [{ is: 'clause', id: 'k', mark: 'number', counted, blocks: [] }, ...notice.content],
    annexes: (notice.annexes ?? []).map((annex) => ({ ...annex, landscape })),
  }),
)

test('any single change of a notice is told', () => {
  fc.assert(
    fc.property(full, fc.nat(), (notice, pick) => {
      const all = leaves(notice)
      const path = all[pick % all.length] as Path
      const after = changedAt(notice, path)
      const { statements, same } = compareSides(side(notice), side(after))
      expect([path, same, statements.length > 0]).toEqual([path, false, true])
    }),
    { numRuns: 600 },
  )
})

const rich = [
  'annexes-upright-and-across',
  'recipients-with-notes-and-long-names',
  'urgent-and-of-limited-circulation',
  'drafters-mark-and-address',
  'tables-after-titles-and-at-the-end',
]

const fonts = openFonts(tinosFiles())

const editionsOf = async (name: string): Promise<Edition[]> => {
  const root = await project(filesIn(join(here('test/cases'), name, 'input')))
  return editions(await loadProject(root, () => {}), fonts, () => {})
}

const told = (notice: Notice, read: { readonly notice: Notice; readonly fixed: FixedWords } | undefined) => {
  const { same, statements } = compareSides(side(notice), { ...side(notice), ...read, whole: false })
  return { same, changes: statements.length }
}

test.each(rich)('any paragraph that is reworded in Word is told, fixed words too: %s', async (name) => {
  const all = await editionsOf(name)
  expect(all.length).toBeGreaterThan(0)
  for (const { notice, sheet } of all) {
    const bytes = await renderDocx(sheet)
    const after = async (file: Uint8Array) =>
      told(notice, await readDocxNotice('x.docx', file, rulerOf(fonts), decreeStyles))
    expect(await after(bytes)).toEqual({ same: true, changes: 0 })
    const paragraphs: string[] = []
    editParagraphs(bytes, (paragraph, said) => {
      if (said.trim() !== '') paragraphs.push(said)
      return paragraph
    })
    // Of long tables some cells stand for all.
    const every = Math.ceil(paragraphs.length / 60)
    for (const [index, said] of paragraphs.entries()) {
      if (index % every > 0) continue
      let at = -1
      const edited = editParagraphs(bytes, (paragraph, text) => {
        if (text.trim() === '') return paragraph
        at += 1
        return at === index ? reworded(paragraph, spoilt(said)) : paragraph
      })
      const { same, changes } = await after(edited)
      expect([said, same, changes > 0]).toEqual([said, false, true])
    }
  }
})

test.each(rich)('any line of an edition in Markdown that is edited is told: %s', async (name) => {
  for (const { notice } of await editionsOf(name)) {
    const lines = renderMarkdown(notice, decree30).split('\n')
    const after = (text: string) =>
      told(
        notice,
        readMarkdownNotice('x.md', text, () => {}),
      )
    expect(after(lines.join('\n'))).toEqual({ same: true, changes: 0 })
    for (const [index, line] of lines.entries()) {
      // The id is the name of a file; keys and bars of tables are no words.
      if (!/[\p{L}\d]/u.test(line) || /^(schema|id): |^ *[a-zA-Z]+:$/.test(line)) continue
      const { same, changes } = after(lines.with(index, spoilt(line)).join('\n'))
      expect([line, same, changes > 0]).toEqual([line, false, true])
    }
  }
})

/** Another letter after the last one; of a mark alone behind it. */
const spoilt = (text: string): string =>
  !/[\p{L}\d]/u.test(text) ? `${text}x` : text.replace(/([\p{L}\d])(?=[^\p{L}\d]*$)/u, '$1x')
