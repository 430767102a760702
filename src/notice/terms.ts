/** Fixed words of a notice and the two lines made of them. Whoever prints a notice takes them from here. */

import { blank, issueDate } from '../text/dates.ts'
import { roman, twoDigits } from '../text/numerals.ts'
import type { DateString } from './notice.ts'

/** Quốc hiệu, tiêu ngữ (NĐ 30/2020, Phụ lục I, Phần I, mục II.1). */
export const nationalName = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
export const motto = 'Độc lập - Tự do - Hạnh phúc'

/** Mục II.3. */
export const numberWord = 'Số:'

/** Hình thức sao and its abbreviation: NĐ 30/2020, Điều 25 khoản 3 and Phụ lục III, mục I. */
export const extractForm = { name: 'Trích sao', abbreviation: 'TrS' } as const

/** What of a text an extract leaves out. */
export const leftOut = '[…]'

/** Mục II.9. */
export const recipientsWord = 'Nơi nhận:'

/** "Số: 392/TB-SGDĐT"; without a number there is room for four digits. */
export const numberLine = (number: number | undefined, symbol: string): string =>
  `${numberWord}${number === undefined ? ` ${blank(4)}` : ` ${twoDigits(number)}`}/${symbol}`

/** Mục III.1. "Phụ lục", or "Phụ lục II" when there are several. */
export const annexLabel = (index: number, count: number): string =>
  count > 1 ? `Phụ lục ${roman(index + 1)}` : 'Phụ lục'

/**
 * Mục III.1c: what an annex belongs to. Filled in on paper; on an electronic document, and while the number is not
 * known, its places stay blank.
 */
export const annexReference = (
  kind: string,
  number: number | undefined,
  symbol: string,
  date: DateString | undefined,
  body: string,
): string =>
  `(Kèm theo ${kind} số${number === undefined ? ` ${blank(4)}` : ` ${twoDigits(number)}`}/${symbol} ${issueDate(date)} của ${body})`

/** "Hậu Giang, ngày 10 tháng 3 năm 2020"; what is not known of the date is blank. */
export const placeDateLine = (place: string, date: DateString | undefined): string =>
  `${place}, ${issueDate(date)}`
