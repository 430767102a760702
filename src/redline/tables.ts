/** Tables of two versions → the tables of a redline: rows that stayed with the words that changed in them, came or went. */

import { bagOf, likeness } from '../diff/words.ts'
import type { Change, Columns, Grid, Line } from '../layout/sheet.ts'
import { align } from './align.ts'
import { redLines, sameLine, stayed, whole } from './lines.ts'
import { textOf } from './words.ts'

/** Below this share of common words two tables, or two rows, are different ones. */
const alike = 0.3

/** Head and foot have their rows in a fixed order. */
export const redColumns = (before: Columns, after: Columns): Columns => {
  const count = Math.max(before.rows.length, after.rows.length)
  const rows = Array.from({ length: count }, (_, index) => {
    const [a, b] = [before.rows[index], after.rows[index]]
    if (!a || !b)
      return (a ?? b ?? []).map((cell) => cell.map((line) => whole(line, a ? 'deleted' : 'inserted')))
    return b.map((cell, column) => redLines(a[column] ?? [], cell))
  })
  const changes = rows.map((_, index): Change | undefined =>
    before.rows[index] ? (after.rows[index] ? undefined : 'deleted') : 'inserted',
  )
  return { ...after, rows, ...(changes.some(Boolean) ? { changes } : {}) }
}

export const wholeColumns = (columns: Columns, change: Change): Columns => ({
  ...columns,
  rows: columns.rows.map((row) => row.map((cell) => cell.map((line) => whole(line, change)))),
  changes: columns.rows.map(() => change),
})

type Cells = readonly Line[]

export const redGrid = (before: Grid, after: Grid): Grid => {
  const steps = align<Cells>(before.rows, after.rows, { same: sameCells, key: wordsOf, score: cellsScore })
  const changes = steps.map(({ before: a, after: b }): Change | undefined =>
    a ? (b ? undefined : 'deleted') : 'inserted',
  )
  const pair = (a: Cells, b: Cells): Line[] => b.map((cell, column) => stayed(a[column] ?? cell, cell))
  return {
    ...after,
    head: pair(before.head, after.head),
    rows: steps.map(({ before: a, after: b }) =>
      a && b ? pair(a, b) : (a ?? b ?? []).map((cell) => whole(cell, a ? 'deleted' : 'inserted')),
    ),
    ...(changes.some(Boolean) ? { changes } : {}),
  }
}

export const wholeGrid = (grid: Grid, change: Change): Grid => ({
  ...grid,
  head: grid.head.map((cell) => whole(cell, change)),
  ...(grid.numbers ? { numbers: grid.numbers.map((cell) => whole(cell, change)) } : {}),
  rows: grid.rows.map((row) => row.map((cell) => whole(cell, change))),
  changes: grid.rows.map(() => change),
  change,
})

/** Tables of another shape are other tables: neither Word nor LibreOffice can show columns that come and go. */
export const gridScore = (a: Grid, b: Grid): number => {
  if (a.head.length !== b.head.length || (a.numbers === undefined) !== (b.numbers === undefined)) return 0
  const share = likeness(bagOf(allWords(a)), bagOf(allWords(b)))
  return wordsOf(a.head) === wordsOf(b.head) ? 1 + share : share < alike ? 0 : share
}

export const allWords = ({ head, rows }: Grid): string => [head, ...rows].map(wordsOf).join(' ')

const wordsOf = (cells: Cells): string => cells.map(({ runs }) => textOf(runs)).join(' | ')

const cellsScore = (a: Cells, b: Cells): number => {
  const share = likeness(bagOf(wordsOf(a)), bagOf(wordsOf(b)))
  return wordsOf(a) === wordsOf(b) ? 2 : share < alike ? 0 : share
}

const sameCells = (a: Cells, b: Cells): boolean =>
  a.length === b.length && a.every((cell, column) => sameLine(cell, b[column] as Line))
