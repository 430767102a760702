/** What is drawn on the pages of a PDF → its text in the order of reading, by where it stands: columns, cells, full width. */

import { isTypedRule } from './docx-typed.ts'
import { type Area, areaOf } from './pdf-area.ts'
import { type Block, blocksOf } from './pdf-columns.ts'
import { type CellPlace, cellOf, type Grid, gridsOf } from './pdf-grid.ts'
import type { InkPage, Mark } from './pdf-ink.ts'
import { joined, type Piece, type Row } from './pdf-lines.ts'
import { type Edging, edgingsOf, recurringLines } from './pdf-page-numbers.ts'
import { rowsOf } from './pdf-rows.ts'
import { joinMarks, ruleOf } from './pdf-strokes.ts'

export type Stretch =
  | Block
  | {
      readonly is: 'table'
      readonly cells: readonly { readonly place: CellPlace; readonly lines: readonly Piece[] }[]
      readonly xs: readonly number[]
    }
  /** Under a stroke across the page, at its foot: the address of the office, a note. */
  | { readonly is: 'aside'; readonly lines: readonly Piece[] }

export type LaidPage = {
  readonly page: InkPage
  readonly area: Area
  readonly stretches: readonly Stretch[]
  readonly edgings: readonly Edging[]
  /** Marks that belong to no table or frame, and typed rules. */
  readonly rules: readonly Mark[]
  readonly typed: readonly Mark[]
  readonly borders: readonly Mark[]
  readonly frames: readonly Grid[]
}

export const layOut = (pages: readonly InkPage[]): LaidPage[] => {
  const sorted = pages.map(sortOut)
  const recurring = recurringLines(sorted)
  const parts = sorted.map((each) => {
    const edgings = edgingsOf(each.page, each.rows, recurring)
    return { ...each, edgings, rows: each.rows.filter((row) => !edgings.has(row)) }
  })
  const areas = areasOf(parts)
  return parts.map(({ page, rows, tables, edgings, rules, typed, borders, frames }, index) => {
    const area = areas(page)
    return {
      page,
      area,
      stretches: stretchesOf(rows, tables, rules, page, area, index === 0),
      edgings: [...edgings.values()],
      rules,
      typed,
      borders,
      frames,
    }
  })
}

type Sorted = {
  readonly page: InkPage
  readonly rows: readonly Row[]
  readonly tables: readonly TableText[]
  readonly rules: readonly Mark[]
  readonly typed: readonly Mark[]
  readonly borders: readonly Mark[]
  readonly frames: readonly Grid[]
}

type TableText = { readonly grid: Grid; readonly pieces: { place: CellPlace; piece: Piece }[] }

/** Text of tables, typed rules and everything else. */
const sortOut = (page: InkPage): Sorted => {
  const marks = joinMarks(page.marks)
  const { tables: grids, frames } = gridsOf({ ...page, marks })
  const borders = new Set([...grids, ...frames].flatMap((grid) => grid.marks))
  const tables = grids.map((grid): TableText => ({ grid, pieces: [] }))
  const typed: Mark[] = []
  const rows: Row[] = []
  for (const row of rowsOf(page.number, page.glyphs, page.edges)) {
    const free = row.pieces.filter((piece) => {
      for (const { grid, pieces } of tables) {
        const place = cellOf(grid, piece)
        if (place) return pieces.push({ place, piece }) === 0
      }
      return isTypedRule(piece.text) ? typed.push(ruleOf(piece)) === 0 : true
    })
    if (free.length > 0) rows.push({ ...row, pieces: free })
  }
  return {
    page,
    rows,
    tables: tables.filter(({ pieces }) => pieces.length > 0),
    rules: marks.filter((mark) => !borders.has(mark)),
    typed,
    borders: [...borders],
    frames,
  }
}

/** Pages of one size share their edges; a page that tells nothing takes those of its text. */
const areasOf = (pages: readonly Pick<Sorted, 'page' | 'rows' | 'tables'>[]) => {
  const sizeOf = ({ width, height }: InkPage): string => `${Math.round(width)}x${Math.round(height)}`
  const known = new Map<string, Area>()
  for (const { page } of pages) {
    if (known.has(sizeOf(page))) continue
    const alike = pages.filter((each) => sizeOf(each.page) === sizeOf(page))
    const rows = alike.flatMap((each) => each.rows)
    const xs = alike.flatMap(({ tables }) => tables.flatMap(({ grid }) => grid.xs))
    const lines = areaOf(rows, page.width)
    // One long line may be a centred one: tables tell more.
    known.set(sizeOf(page), lines && (lines.told || xs.length === 0) ? lines : extent(rows, xs, page.width))
  }
  return (page: InkPage): Area => known.get(sizeOf(page)) ?? extent([], [], page.width)
}

/** Without lines of full width: what the tables take up, or else the text, or else the paper. */
const extent = (rows: readonly Row[], xs: readonly number[], paper: number): Area => {
  const pieces = rows.flatMap((row) => row.pieces)
  const at = xs.length > 0 ? xs : pieces.flatMap(({ left, right }) => [left, right])
  const [left, right] = at.length > 0 ? [Math.min(...at), Math.max(...at)] : [0, paper]
  return { left, right, reach: right, indent: 0, told: false }
}

/** Share of the text width from which a stroke runs across the page, and of the height below which it is at the foot. */
const across = 0.9
const atFoot = 0.75

const stretchesOf = (
  rows: readonly Row[],
  tables: readonly TableText[],
  rules: readonly Mark[],
  page: InkPage,
  area: Area,
  first: boolean,
): Stretch[] => {
  const wide = rules.filter(({ left, right }) => right - left > across * (area.right - area.left))
  // Below it stands a copy's own head, not a part of the columns above.
  const copied = wide.findLast(({ y }) => isCopied(rows, y))?.y
  const lid = wide.find(({ y }) => y > atFoot * page.height && y !== copied)
  const limit = lid?.y ?? Number.POSITIVE_INFINITY
  const text = rows.filter(({ baseline }) => baseline <= limit)
  const aside = rows.filter(({ baseline }) => baseline > limit).flatMap(({ pieces }) => pieces)
  const out: Stretch[] = []
  let from = Number.NEGATIVE_INFINITY
  const upTo = (to: number): void => {
    const between = text.filter(({ baseline }) => baseline > from && baseline <= to)
    out.push(...blocksOf(between, area, (first && out.length === 0) || from === copied))
    from = to
  }
  for (const table of [...tables].sort((a, b) => topOf(a) - topOf(b))) {
    upTo(topOf(table))
    out.push({ is: 'table', cells: cellsOf(table), xs: table.grid.xs })
  }
  if (copied !== undefined && copied > from) {
    upTo(copied)
    const foot = text.find(({ baseline, pieces }) => baseline > copied && pieces.some(isRecipients))
    if (foot) upTo(foot.baseline - nearest)
  }
  upTo(Number.POSITIVE_INFINITY)
  return aside.length > 0 ? [...out, { is: 'aside', lines: aside }] : out
}

const isRecipients = ({ text }: Piece): boolean => /^Nơi nhận/u.test(text.normalize('NFC'))
/** Points: rows are further apart. */
const nearest = 1

const isCopied = (rows: readonly Row[], y: number): boolean =>
  rows.some(
    ({ baseline, pieces }) =>
      baseline > y && pieces.some(({ text }) => /^(TRÍCH SAO|SAO Y|SAO LỤC)$/u.test(text.normalize('NFC'))),
  )

const topOf = ({ grid }: TableText): number => grid.ys[0] ?? 0

/** Row by row, from left to right. */
const cellsOf = ({ pieces }: TableText) => {
  const cells = new Map<string, { place: CellPlace; lines: Piece[] }>()
  for (const { place, piece } of pieces) {
    const key = `${place.row}|${place.column}`
    const cell = cells.get(key) ?? { place, lines: [] }
    const last = cell.lines.at(-1)
    const same = last && Math.abs(last.baseline - piece.baseline) < piece.size / 3
    const whole = same ? joined([last, piece]) : undefined
    if (whole) cell.lines[cell.lines.length - 1] = whole
    else cell.lines.push(piece)
    cells.set(key, cell)
  }
  return [...cells.values()].sort((a, b) => a.place.row - b.place.row || a.place.column - b.place.column)
}
