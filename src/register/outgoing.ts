/** Entries of the register → rows of the outgoing register: the ten columns of NĐ 30/2020, Phụ lục IV, mục I.2. */

import { type EntryState, type RegisterEntry, stateOf } from '../record/register-entry.ts'
import type { Registered } from '../record/validate.ts'
import { type Cell, dateCell, type Listing, numberCell, textCell } from '../text/listing.ts'
import { twoDigits } from '../text/numerals.ts'
import { noteOf } from './outgoing-note.ts'

/** What the register shows of a document; an entry that was written by hand may lack it, its notice does not. */
export type Shown = Pick<RegisterEntry, 'kind' | 'subject' | 'signatory' | 'recipients' | 'keeper'>

export type OutgoingRow = {
  /** `<year>/<series>/<number>` */
  readonly entry: string
  readonly year: string
  readonly series: string
  readonly number: number
  readonly state: EntryState
  /** "392/TB-SGDĐT"; the number alone while it is only reserved. */
  readonly document: string
  /** 'YYYY-MM-DD' */
  readonly date?: string
  readonly kind: string
  readonly subject: string
  readonly signatory: string
  readonly recipients: readonly string[]
  readonly keeper: string
  readonly copies?: number
  /** 'YYYY-MM-DD' */
  readonly forwarded?: string
  readonly receipt: string
  /** What became of the number, what it stands to, and the clerk's own note. */
  readonly note: string
}

/** By year, series and number. `shownOf` is asked for what an entry itself does not say. */
export const outgoing = (
  entries: readonly Registered[],
  all: ReadonlyMap<string, Registered>,
  shownOf: (entry: Registered) => Shown | undefined,
): OutgoingRow[] =>
  [...entries].sort(byNumber).map((entry) => {
    const { value, year, series, id } = entry
    const shown = isWhole(value) ? value : { ...shownOf(entry), ...present(value) }
    const { number, symbol, date, copies, forwarded } = value
    return {
      entry: id,
      year,
      series,
      number,
      state: stateOf(value),
      document: symbol === undefined ? twoDigits(number) : `${twoDigits(number)}/${symbol}`,
      ...(date === undefined ? {} : { date }),
      kind: shown.kind ?? '',
      subject: shown.subject ?? '',
      signatory: shown.signatory?.name ?? '',
      recipients: shown.recipients ?? [],
      keeper: shown.keeper ?? '',
      ...(copies === undefined ? {} : { copies }),
      ...(forwarded === undefined ? {} : { forwarded }),
      receipt: value.receipt ?? '',
      note: noteOf(value, all),
    }
  })

/** Does the entry say by itself what the register shows? */
export const isWhole = ({ kind, subject, signatory }: RegisterEntry): boolean =>
  kind !== undefined && subject !== undefined && signatory !== undefined

const present = ({ kind, subject, signatory, recipients, keeper }: RegisterEntry): Shown =>
  Object.fromEntries(
    Object.entries({ kind, subject, signatory, recipients, keeper }).filter(
      ([, value]) => value !== undefined,
    ),
  )

export const byNumber = (a: Registered, b: Registered): number =>
  a.year.localeCompare(b.year) ||
  (a.series < b.series ? -1 : a.series > b.series ? 1 : a.value.number - b.value.number)

/** Phụ lục IV, mục I.2. */
const columns: Listing['columns'] = [
  { title: 'Số, ký hiệu văn bản', letters: 18 },
  { title: 'Ngày tháng văn bản', letters: 12 },
  { title: 'Tên loại và trích yếu nội dung văn bản', letters: 50 },
  { title: 'Người ký', letters: 20 },
  { title: 'Nơi nhận văn bản', letters: 34 },
  { title: 'Đơn vị, người nhận bản lưu', letters: 18 },
  { title: 'Số lượng bản', letters: 9 },
  { title: 'Ngày chuyển', letters: 12 },
  { title: 'Ký nhận', letters: 14 },
  { title: 'Ghi chú', letters: 28 },
]

export const bookTitle = 'Sổ đăng ký văn bản đi'

export const registerListing = (rows: readonly OutgoingRow[]): Listing => ({
  title: bookTitle,
  columns,
  rows: rows.map((row): Cell[] => [
    textCell(row.document),
    dateCell(row.date),
    textCell([row.kind, row.subject].filter((words) => words !== '').join(': ')),
    textCell(row.signatory),
    textCell(row.recipients.join('; ')),
    textCell(row.keeper),
    numberCell(row.copies),
    dateCell(row.forwarded),
    textCell(row.receipt),
    textCell(row.note),
  ]),
})
