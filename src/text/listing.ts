/** A list as plain data: what the terminal, CSV, XLSX and the printed book are made of. */

/** A date is 'YYYY-MM-DD' and stays one wherever the format knows dates. */
export type Cell =
  | { readonly is: 'text'; readonly value: string }
  | { readonly is: 'date'; readonly value: string }
  | { readonly is: 'number'; readonly value: number }

export type Listing = {
  /** Vietnamese; the name of the sheet in a workbook. */
  readonly title: string
  readonly columns: readonly ListingColumn[]
  readonly rows: readonly (readonly Cell[])[]
}

export type ListingColumn = {
  readonly title: string
  /** About how many letters wide it should be where width is asked for. */
  readonly letters: number
}

export const textCell = (value: string | undefined): Cell => ({ is: 'text', value: value ?? '' })

/** Nothing is an empty text: no format has to know a fourth kind. */
export const dateCell = (value: string | undefined): Cell =>
  value === undefined ? textCell(undefined) : { is: 'date', value }

export const numberCell = (value: number | undefined): Cell =>
  value === undefined ? textCell(undefined) : { is: 'number', value }
