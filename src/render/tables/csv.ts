/** A listing as CSV that Excel opens as it is: UTF-8 with its mark, RFC 4180, dates as YYYY-MM-DD, no cell a formula. */

import { csv } from '../../text/csv.ts'
import type { Cell, Listing } from '../../text/listing.ts'

export const renderCsv = ({ columns, rows }: Listing): Uint8Array =>
  csv([columns.map(({ title }) => title), ...rows.map((row) => row.map(csvText))])

/**
 * YYYY-MM-DD, for Excel reads 10/3/2020 as October where Windows is set to English. A text at whose beginning a
 * spreadsheet would look for a formula gets an apostrophe before it, as if it were typed by hand.
 */
export const csvText = (cell: Cell): string =>
  cell.is === 'text' && formula.test(cell.value) ? `'${cell.value}` : String(cell.value)

/** Also behind spaces, and in the wide forms that East Asian keyboards type; a tab or line feed hides what follows. */
const formula = /^[\s\0]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/
