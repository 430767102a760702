import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decree30 } from '../../src/layout/decree30.ts'
import type { Columns, Grid, Row } from '../../src/layout/sheet.ts'
import { toPoints } from '../../src/layout/units.ts'
import { openedFonts } from '../../src/load/opened-fonts.ts'
import { type Slice as AnySlice, type Cut, paginate } from '../../src/render/pdf/breaks.ts'
import { renderPdf } from '../../src/render/pdf/pdf.ts'
import { readStrokes, readWords, type Word } from '../fixtures/read-pdf.ts'
import { line, sheetOf } from '../fixtures/sheets.ts'

interface Slice extends AnySlice<Slice> {}

describe('paginate', () => {
  const cut = fc.constantFrom<Cut>('good', 'good', 'poor', 'never', 'must')
  const slice: fc.Arbitrary<Slice> = fc.record({
    height: fc.integer({ min: 1, max: 40 }),
    slack: fc.constantFrom(0, 1),
    above: fc.integer({ min: 0, max: 10 }),
    cut,
  })
  const room = 100

  test('puts every slice on a page, in order, inside the page', () => {
    fc.assert(
      fc.property(fc.array(slice, { maxLength: 80 }), (slices) => {
        const pages = paginate(slices, room)
        expect(pages.flat().map((placed) => placed.slice)).toEqual(slices)
        for (const page of pages)
          for (const [index, { slice, y }] of page.entries()) {
            const last = page[index - 1]
            expect(y).toBeGreaterThanOrEqual(last ? last.y + last.slice.height : 0)
            expect(y + slice.height - slice.slack).toBeLessThanOrEqual(room)
          }
      }),
    )
  })

  test('ends a page where it must, and in a bad place only when there is no better one on the page', () => {
    const rank: Readonly<Record<Cut, number>> = { must: 3, good: 2, poor: 1, never: 0 }
    fc.assert(
      fc.property(fc.array(slice, { maxLength: 80 }), (slices) => {
        const pages = paginate(slices, room)
        const starts = new Set(pages.map((page) => page[0]?.slice))
        for (const [index, slice] of slices.entries())
          if (index > 0 && slice.cut === 'must') expect(starts).toContain(slice)
        for (const [index, page] of pages.entries()) {
          const next = pages[index + 1]?.[0]?.slice
          if (!next) continue
          const better = page.slice(1).filter(({ slice }) => rank[slice.cut] > rank[next.cut])
          expect(better).toEqual([])
        }
      }),
    )
  })

  test('fills a page: what follows would not have fitted', () => {
    fc.assert(
      fc.property(fc.array(slice, { maxLength: 60 }), (slices) => {
        const good = slices.map((each): Slice => ({ ...each, cut: 'good' }))
        const pages = paginate(good, room)
        for (const [index, page] of pages.entries()) {
          const [last, next] = [page.at(-1), pages[index + 1]?.[0]?.slice]
          if (last && next)
            expect(last.y + last.slice.height + next.above + next.height - next.slack).toBeGreaterThan(room)
        }
      }),
    )
  })

  test('repeats the head of a table above the rows of every further page', () => {
    const head: Slice = { height: 10, slack: 0, above: 0, cut: 'good' }
    const row: Slice = { height: 30, slack: 0, above: 0, cut: 'good', head }
    const pages = paginate([head, row, row, row, row], room)
    expect(pages.map((page) => page.map(({ slice, y }) => [slice.height, y]))).toEqual([
      [10, 30, 30, 30].map((height, i) => [height, i === 0 ? 0 : 10 + 30 * (i - 1)]),
      [
        [10, 0],
        [30, 10],
      ],
    ])
  })

  test('a slice taller than a page stands alone', () => {
    const tall: Slice = { height: 250, slack: 0, above: 0, cut: 'never' }
    const low: Slice = { height: 10, slack: 0, above: 0, cut: 'never' }
    expect(paginate([low, tall, low], room).map((page) => page.length)).toEqual([1, 1, 1])
  })
})

describe('a finished notice', () => {
  const fonts = openedFonts()
  const { orphans, widows } = decree30.breaks
  const textHeight = toPoints(297 - 20 - 20)

  /** Every word says which row it belongs to: "7w3" is of row 7, "12c1" of a row of its grid, "9h0" of a heading. */
  const words = (id: string, count: number): string =>
    Array.from({ length: count }, (_, i) => `${id}${i}`).join(' ')

  type Kind =
    | { is: 'paragraph'; count: number; keepNext?: true; keepLines?: true }
    | { is: 'heading'; count: number }
    | { is: 'grid'; rows: number[] }
    | { is: 'break' }
  const kind: fc.Arbitrary<Kind> = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        is: fc.constant('paragraph' as const),
        count: fc.integer({ min: 1, max: 130 }),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ is: fc.constant('heading' as const), count: fc.integer({ min: 1, max: 30 }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        is: fc.constant('grid' as const),
        rows: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 }),
      }),
    },
    { weight: 1, arbitrary: fc.constant<Kind>({ is: 'paragraph', count: 60, keepLines: true }) },
    { weight: 1, arbitrary: fc.constant<Kind>({ is: 'break' }) },
  )

  const gridOf = (id: number, rows: readonly number[]): Grid => ({
    is: 'grid',
    widths: [40, 120],
    align: ['centre', 'justify'],
    head: [line('tableHead', `${id}t0`), line('tableHead', `${id}t1`)],
    rows: rows.map((count, row) => [
      line('tableCell', `${id}r${row}c0`),
      line('tableCell', words(`${id}r${row}d`, count)),
    ]),
  })
  const footOf = (recipients: number): Columns => ({
    is: 'columns',
    role: 'foot',
    widths: [72, 88],
    rows: [
      [
        Array.from({ length: recipients }, (_, i) => line('recipient', `foot${i}`)),
        [line('authority', 'footA'), line('signerName', 'footB')],
      ],
    ],
  })
  const rowOf = (each: Kind, id: number): Row => {
    if (each.is === 'break') return { is: 'page-break' }
    if (each.is === 'grid') return gridOf(id, each.rows)
    if (each.is === 'heading') return line('section', words(`${id}h`, each.count), { keepNext: true })
    return line('paragraph', words(`${id}w`, each.count), each.keepLines ? { keepLines: true } : {})
  }

  const linesOf = (found: readonly Word[], prefix: string) => {
    const own = found.filter(({ text }) => text.startsWith(prefix))
    const byPage = new Map<number, Set<string>>()
    for (const { page, y } of own) byPage.set(page, (byPage.get(page) ?? new Set()).add(y.toFixed(1)))
    return [...byPage].map(([page, ys]) => ({ page, lines: ys.size }))
  }

  test('has no single line alone on a page, no heading at its foot, no torn row and no torn foot', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(kind, { minLength: 3, maxLength: 14 }),
        fc.integer({ min: 1, max: 70 }),
        fc.integer({ min: 1, max: 30 }),
        async (kinds, closing, recipients) => {
          const rows = [
            ...kinds.map(rowOf),
            line('paragraph', words('endw', closing), { keepNext: true }),
            footOf(recipients),
          ]
          const found = await readWords(await renderPdf(sheetOf(rows), fonts))
          for (const { y } of found) expect(y).toBeLessThan(toPoints(20) + textHeight)

          for (const [id, each] of [...kinds.entries()]) {
            if (each.is === 'break') continue
            if (each.is === 'grid') {
              for (const row of each.rows.keys()) expect(linesOf(found, `${id}r${row}c`)).toHaveLength(1)
              for (const row of each.rows.keys()) expect(linesOf(found, `${id}r${row}d`)).toHaveLength(1)
              continue
            }
            const parts = linesOf(found, `${id}${each.is === 'heading' ? 'h' : 'w'}`)
            for (const part of parts.slice(0, -1)) expect(part.lines).toBeGreaterThanOrEqual(orphans)
            if (parts.length > 1) expect(parts.at(-1)?.lines).toBeGreaterThanOrEqual(widows)
            if (each.is === 'paragraph' && each.keepLines) expect(parts).toHaveLength(1)
            const next = kinds[id + 1]
            if (each.is === 'heading' && next?.is !== 'break') {
              const after = found.find(({ text }) => text.startsWith(next ? `${id + 1}` : 'endw'))
              expect(after?.page).toBe(parts.at(-1)?.page)
            }
            if (next?.is === 'break') continue
          }

          const foot = linesOf(found, 'foot')
          expect(foot).toHaveLength(1)
          const end = linesOf(found, 'endw')
          expect(end.at(-1)?.page).toBe(foot[0]?.page)
          if (end.length > 1) expect(end.at(-1)?.lines).toBeGreaterThanOrEqual(widows)
        },
      ),
      { numRuns: 30 },
    )
  })

  test('loses nothing when what belongs together is longer than a page', async () => {
    const found = async (rows: readonly Row[]) => {
      const read = await readWords(await renderPdf(sheetOf(rows), fonts))
      for (const { y } of read) expect(y).toBeLessThan(toPoints(20) + textHeight)
      return new Set(read.flatMap(({ text }) => text.trim().split(' ')))
    }
    const headings = Array.from({ length: 120 }, (_, i) => line('section', `h${i}`, { keepNext: true }))
    const all = await found([
      ...headings,
      line('paragraph', words('k', 2000), { keepLines: true, keepNext: true }),
      gridOf(5, [3, 2000, 4]),
      footOf(150),
    ])
    for (let i = 0; i < 120; i++) expect(all).toContain(`h${i}`)
    for (let i = 0; i < 2000; i++) expect(all).toContain(`k${i}`)
    for (let i = 0; i < 2000; i++) expect(all).toContain(`5r1d${i}`)
    for (let i = 0; i < 150; i++) expect(all).toContain(`foot${i}`)
    expect(all).toContain('footB')
  })

  test('repeats the head of a table on every page, and closes the table there', async () => {
    const rows = Array.from({ length: 80 }, () => 3)
    const bytes = await renderPdf(sheetOf([gridOf(1, rows)]), fonts)
    const heads = (await readWords(bytes)).filter(({ text }) => text.startsWith('1t0'))
    expect(heads.map(({ page }) => page)).toEqual([1, 2, 3])
    expect(new Set(heads.map(({ y }) => y.toFixed(2))).size).toBe(1)
    const strokes = await readStrokes(bytes)
    const { stroke, padding } = decree30.grid
    for (const page of [1, 2, 3]) {
      const own = strokes.filter((each) => each.page === page)
      const [top, foot] = [Math.min(...own.map(({ y1 }) => y1)), Math.max(...own.map(({ y2 }) => y2))]
      expect(top).toBeCloseTo(toPoints(20), 0)
      const across = own.filter(({ y1, y2 }) => y1 === y2).map(({ y1 }) => y1)
      expect(Math.max(...across) + stroke / 2).toBeCloseTo(foot, 1)
      const rowHeights = across.slice(1).map((y, i) => y - (across[i] ?? 0))
      for (const height of rowHeights) expect(height).toBeCloseTo(14.95 + 2 * padding + stroke, 1)
    }
  })

  test('keeps together what is said to be kept together', async () => {
    const filler = Array.from({ length: 43 }, () => line('authority', 'x'))
    const pages = async (row: Row) => {
      const found = await readWords(await renderPdf(sheetOf([...filler, row]), fonts))
      return linesOf(found, 'w').map((part) => part.lines)
    }
    const text = 'w0\nw1\nw2\nw3'
    expect(await pages(line('authority', text))).toEqual([2, 2])
    expect(await pages(line('authority', text, { keepLines: true }))).toEqual([4])
    const cell = (id: string) => [line('authority', `w${id}`)]
    const rows = ['a', 'b', 'c', 'd'].map((id) => [cell(`${id}0`), cell(`${id}1`)])
    expect(await pages({ is: 'columns', role: 'head', widths: [80, 80], rows })).toEqual([4])
  })

  test('moves a paragraph of three lines whole, and leaves two lines of four', async () => {
    const filler = (lines: number) => Array.from({ length: lines }, () => line('authority', 'x'))
    const room = Math.floor(textHeight / 16.1)
    const split = async (lines: number, left: number) => {
      const text = Array.from({ length: lines }, (_, i) => `w${i}`).join('\n')
      const rows = [...filler(room - left), line('authority', text)]
      return linesOf(await readWords(await renderPdf(sheetOf(rows), fonts)), 'w').map((part) => part.lines)
    }
    expect(await split(3, 2)).toEqual([3])
    expect(await split(4, 3)).toEqual([2, 2])
    expect(await split(4, 1)).toEqual([4])
    expect(await split(5, 3)).toEqual([3, 2])
    expect(await split(2, 1)).toEqual([2])
  })
})
