/** Rows of the outgoing register → one book a year and series, with what the decree's first page says of it. */

import { shortDate } from '../text/dates.ts'
import type { Listing } from '../text/listing.ts'
import { twoDigits } from '../text/numerals.ts'
import { type OutgoingRow, registerListing } from './outgoing.ts'

export type OutgoingBook = {
  readonly listing: Listing
  readonly parentBody: readonly string[]
  readonly issuingBody: readonly string[]
  readonly span: readonly string[]
}

/** The names of the body that keeps the book, line by line. */
export type Keeper = Pick<OutgoingBook, 'parentBody' | 'issuingBody'>

/** `rows` in their order; `keeperOf` is asked of the first row of each book. `chosen`: what was asked for, in words. */
export const booksOf = (
  rows: readonly OutgoingRow[],
  keeperOf: (row: OutgoingRow) => Keeper,
  chosen: readonly string[] = [],
): OutgoingBook[] => {
  const books = new Map<string, OutgoingRow[]>()
  for (const row of rows) {
    const key = `${row.year}/${row.series}`
    const book = books.get(key)
    if (book) book.push(row)
    else books.set(key, [row])
  }
  return [...books.values()].flatMap((book) => {
    const [first] = book
    return first
      ? [{ listing: registerListing(book), ...keeperOf(first), span: [...spanOf(book, first), ...chosen] }]
      : []
  })
}

/** NĐ 30/2020, Phụ lục IV, mục I.1: năm, từ ngày … đến ngày …, từ số … đến số …. */
const spanOf = (book: readonly OutgoingRow[], { year, series }: OutgoingRow): string[] => {
  const dates = book.flatMap(({ date }) => date ?? []).sort()
  const [from, to] = [dates[0], dates.at(-1)]
  const numbers = book.map(({ number }) => number)
  return [
    `Năm: ${year} (sổ ${series})`,
    ...(from !== undefined && to !== undefined
      ? [`Từ ngày ${shortDate(from)} đến ngày ${shortDate(to)}`]
      : []),
    `Từ số ${twoDigits(numbers[0] ?? 0)} đến số ${twoDigits(numbers.at(-1) ?? 0)}`,
  ]
}
