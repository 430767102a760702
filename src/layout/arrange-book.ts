/** Registers of ten columns → landscape sections: who keeps the book, its title and span, a table whose head is repeated. */

import { shortDate } from '../text/dates.ts'
import type { Cell, Listing } from '../text/listing.ts'
import type { Setting } from './arrange-content.ts'
import { bodyLines } from './arrange-head.ts'
import { centred, line } from './arrange-line.ts'
import type { decree30 } from './decree30.ts'
import type { Columns, Grid, Line, Measure, Part, Sheet, SheetSection } from './sheet.ts'
import { type Mm, toMm } from './units.ts'

/** One register: NĐ 30/2020, Phụ lục IV, mục I. */
export type Book = {
  readonly listing: Listing
  readonly parentBody: readonly string[]
  readonly issuingBody: readonly string[]
  /** "Năm: 2020" and the like, one a line. */
  readonly span: readonly string[]
}

export type Library = {
  readonly books: readonly Book[]
  /** The day that the file bears as its own, 'YYYY-MM-DD'. */
  readonly stamp: string
}

/** Each book begins on a page of its own. */
export const arrangeBooks = ({ books, stamp }: Library, rules: typeof decree30, measure: Measure): Sheet => {
  const { height, margins } = rules.page
  const setting: Setting = { rules, measure, textWidth: height - margins.left.use - margins.right.use }
  const [first] = books
  return {
    rules,
    properties: {
      title: first?.listing.title ?? '',
      subject: books.flatMap(({ span }) => span.slice(0, 1)).join('; '),
      author: first?.issuingBody.join(' ') ?? '',
      language: 'vi-VN',
      date: stamp,
    },
    sections: books.map((book) => sectionOf(book, setting, rules)),
  }
}

const sectionOf = (book: Book, setting: Setting, rules: typeof decree30): SheetSection => ({
  landscape: true,
  rows: [
    keeper(book, setting, rules),
    { ...centred('bookTitle', book.listing.title, setting.textWidth, setting), keepNext: true },
    { ...line('bookSpan', book.span.join('\n'), setting), keepNext: true },
    grid(book.listing, setting, rules),
  ],
})

const keeper = ({ parentBody, issuingBody }: Book, setting: Setting, rules: typeof decree30): Columns => {
  const widths = rules.head.shares.map((share) => share * setting.textWidth)
  const left = widths[0] ?? 0
  return {
    is: 'columns',
    role: 'head',
    keepNext: true,
    widths,
    rows: [
      [
        [
          ...parentBody.map((name) => centred('parentBody', name, left, setting)),
          ...bodyLines(issuingBody, left, setting),
        ],
        [],
      ],
    ],
  }
}

const grid = (listing: Listing, setting: Setting, rules: typeof decree30): Grid => {
  const rows = listing.rows.map((row) => row.map(printed))
  const head = listing.columns.map(({ title }) => title)
  const set =
    (part: Part) =>
    (text: string): Line => ({ is: 'line', part, runs: text === '' ? [] : [{ text }] })
  return {
    is: 'grid',
    widths: widthsOf(
      head,
      rows,
      listing.columns.map(({ letters }) => letters),
      setting,
      rules,
    ),
    head: head.map(set('bookHead')),
    numbers: head.map((_, index) => set('bookHead')(`(${index + 1})`)),
    align: listing.columns.map((_, column) => (isFigures(listing, column) ? 'centre' : 'left')),
    rows: rows.map((row) => row.map(set('bookCell'))),
  }
}

const printed = (cell: Cell): string => (cell.is === 'date' ? shortDate(cell.value) : String(cell.value))

/** Dates and figures, and what stands for them where they are missing. */
const isFigures = ({ rows }: Listing, column: number): boolean =>
  rows.some((row) => row[column]?.is !== 'text') &&
  rows.every((row) => row[column]?.is !== 'text' || row[column].value === '')

/** Every column as wide as its longest word (within reason); the table's shares of what is left of the line. */
const widthsOf = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  letters: readonly number[],
  { textWidth, measure }: Setting,
  { book, grid: { padding, stroke } }: typeof decree30,
): Mm[] => {
  const air = toMm(2 * padding + stroke)
  const least = head.map((title, column) => {
    const words = new Set(rows.flatMap((row) => (row[column] ?? '').split(' ')))
    const longest = [...words].map((word) => measure(word, 'bookCell'))
    return Math.min(
      longest.reduce((most, each) => Math.max(most, each), widest(title, measure)) + air,
      Math.max(textWidth / head.length, widest(title, measure) + air),
    )
  })
  const spare = textWidth - sum(least)
  // The table speaks of the ten columns of the register; other lists say how wide their words are.
  const shares = head.length === book.shares.length ? book.shares : letters
  return spare >= 0
    ? least.map((width, column) => width + (spare * (shares[column] ?? 0)) / sum(shares))
    : least.map((width) => (width * textWidth) / sum(least))
}

const widest = (title: string, measure: Measure): Mm =>
  Math.max(...title.split(' ').map((word) => measure(word, 'bookHead')))

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
