/**
 * Where the pages of every example break, read from the finished PDF: no heading at a page's foot, no single line alone,
 * no row torn, heads of tables again, the signature whole under two lines of text and with room to sign.
 */

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decree30 } from '../src/layout/decree30.ts'
import { toMm, toPoints } from '../src/layout/units.ts'
import type { Edition } from '../src/pipeline.ts'
import { renderPdf } from '../src/render/pdf/pdf.ts'
import { build, fonts } from './fixtures/memory.ts'
import { type At, type SetSection, setOnPages } from './fixtures/pages.ts'
import { filesIn, here } from './fixtures/project.ts'
import { readWords, type Word } from './fixtures/read-pdf.ts'

const folder = here('test/cases')
const cases = readdirSync(folder).filter(
  (name) =>
    existsSync(join(folder, name, 'input')) && !existsSync(join(folder, name, 'expected/problems.txt')),
)
const texts = (name: string) =>
  Object.fromEntries(
    Object.entries(filesIn(join(folder, name, 'input'))).map(([path, bytes]) => [path, `${bytes}`]),
  )

const { orphans, widows, aboveFoot } = decree30.breaks
const headings = new Set(['section', 'clauseTitle', 'kind', 'annexLabel', 'annexTitle', 'annexReference'])
/** Ô 7c, 8: signature image and seal. */
const room = 30

const pagesOf = (lines: readonly At[]): number[] => [...new Set(lines.map(({ page }) => page))]

const checkPages = ({ section, pages, pieces, again, above }: SetSection): void => {
  for (const [index, { row, part, lines }] of pieces.entries()) {
    const on = pagesOf(lines)
    if (row.is === 'grid') expect(on, 'a row of a table').toHaveLength(1)
    if (row.is === 'line' && on.length > 1) {
      const counts = on.map((page) => lines.filter((line) => line.page === page).length)
      expect(counts[0], `lines at the foot of a page: ${part}`).toBeGreaterThanOrEqual(orphans)
      expect(counts.at(-1), `lines at the top of a page: ${part}`).toBeGreaterThanOrEqual(widows)
    }
    if (headings.has(part) || part === 'tableHead')
      expect(pieces[index + 1]?.lines[0]?.page, `what follows ${part}`).toBe(on.at(-1))
  }
  const grids = new Set(pieces.flatMap(({ row }) => (row.is === 'grid' ? [row] : [])))
  const further = [...grids].flatMap((grid) =>
    pagesOf(pieces.filter(({ row }) => row === grid).flatMap(({ lines }) => lines)).slice(1),
  )
  expect(again, 'heads of tables').toEqual(further)
  for (const [index, page] of pages.entries()) {
    const mark =
      index === 0
        ? section.topMark?.runs
            .map(({ text }) => text)
            .join('')
            .replace(/\s/g, '')
        : `${index + 1}`
    expect(above.get(page), `above page ${page}`).toBe(mark)
  }
}

const checkFoot = ({ pieces }: SetSection, words: readonly Word[]): void => {
  const foot = pieces.filter(({ row }) => row.is === 'columns' && row.role === 'foot')
  const [page, ...others] = pagesOf(foot.flatMap(({ lines }) => lines))
  expect(others, 'further pages of the foot').toEqual([])
  const above = pieces.filter((piece) => !foot.includes(piece)).flatMap(({ lines }) => lines)
  expect(above.filter((line) => line.page === page).length).toBeGreaterThanOrEqual(aboveFoot)

  const authority =
    foot
      .filter(({ part }) => part === 'authority')
      .at(-1)
      ?.lines.at(-1)?.y ?? Number.NaN
  const name = foot.find(({ part }) => part === 'signerName')?.lines[0]?.y ?? Number.NaN
  // From the descent of the last line of authority to the ascent of the name.
  const [from, to] = [
    authority + 0.216 * decree30.parts.authority.size.use,
    name - 0.891 * decree30.parts.signerName.size.use,
  ]
  expect(toMm(to - from)).toBeGreaterThanOrEqual(room)
  const [, right] = decree30.foot.shares
  const { page: paper } = decree30
  const column = paper.width - paper.margins.right.use
  const middle = column - (right * (column - paper.margins.left.use)) / 2
  const inside = words.filter(
    (word) => word.page === page && word.y > from && word.y < to && word.right > toPoints(middle - room),
  )
  expect(
    inside.map(({ text }) => text),
    'drawn where the signature goes',
  ).toEqual([])
}

const check = async (edition: Edition): Promise<number> => {
  const words = await readWords(await renderPdf(edition.sheet, fonts))
  const sections = setOnPages(edition.sheet, words)
  for (const section of sections) checkPages(section)
  const [notice] = sections
  if (notice) checkFoot(notice, words)
  return sections.flatMap(({ pages }) => pages).length
}

test.each(cases)('%s', async (name) => {
  const { editions, problems } = build(texts(name))
  expect(problems).toEqual([])
  expect(editions.length).toBeGreaterThan(0)
  for (const edition of editions) await check(edition)
})

describe('a long notice, wherever its pages happen to end', () => {
  const [path = '', text = ''] =
    Object.entries(texts('notice-of-many-pages')).find(([file]) => file.includes('/meetings/')) ?? []
  test.each([1, 2, 3, 5])('%i lines further down', async (lines) => {
    const more = Array.from({ length: lines }, (_, index) => `  - Căn cứ thứ ${index + 1}\n`).join('')
    const [edition] = build({ [path]: text.replace('basis:\n', `basis:\n${more}`) }).editions
    if (!edition) throw new Error('no edition')
    expect(await check(edition)).toBeGreaterThanOrEqual(8)
  })
})
