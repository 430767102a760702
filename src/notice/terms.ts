/** Fixed words of a notice and the two lines made of them. Whoever prints a notice takes them from here. */

import { blank, issueDate } from '../text/dates.ts'
import { twoDigits } from '../text/numerals.ts'
import type { DateString } from './notice.ts'

/** Quốc hiệu, tiêu ngữ (NĐ 30/2020, Phụ lục I, Phần I, mục II.1). */
export const nationalName = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
export const motto = 'Độc lập - Tự do - Hạnh phúc'

/** Mục II.3. */
export const numberWord = 'Số:'

/** Mục II.9. */
export const recipientsWord = 'Nơi nhận:'

/** "Số: 392/TB-SGDĐT"; without a number there is room for four digits. */
export const numberLine = (number: number | undefined, symbol: string): string =>
  `${numberWord} ${number === undefined ? blank(4) : twoDigits(number)}/${symbol}`

/** "Hậu Giang, ngày 10 tháng 3 năm 2020"; what is not known of the date is blank. */
export const placeDateLine = (place: string, date: DateString | undefined): string =>
  `${place}, ${issueDate(date)}`
