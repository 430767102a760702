/**
 * A leading zero stands before days below 10 and months 1 and 2 only. The decree says so of the date of issue, which
 * the program writes itself; dates in running text are the author's, so this is a remark and nothing is rewritten.
 *
 * @example bad
 *   Họp vào «ngày 10 tháng 03 năm 2026».
 * @example bad
 *   Họp vào «ngày 5 tháng 1 năm 2026».
 * @example good
 *   Họp vào ngày 05 tháng 01, ngày 10 tháng 3 năm 2026, báo cáo trước ngày 24/3/2026 hoặc 24/03/2026.
 */

import { daysIn } from '../calendar.ts'
import type { Rule } from '../rule.ts'

export const dateZeros: Rule<'text/date-zeros'> = {
  id: 'text/date-zeros',
  level: 'info',
  title: 'Số 0 trước ngày dưới 10 và tháng 1, tháng 2',
  explain:
    'Nghị định quy định cách viết này cho thời gian ban hành (chương trình tự ghi). Ngày trong lời văn là của người viết: chỉ lưu ý, không sửa; dạng 24/3/2026 không xét.',
  cite: 'NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.4b',
  on: true,
  check: {
    passage: ({ text }) =>
      daysIn(text).flatMap(({ offset, length, day, month, form }) => {
        const [rightDay, rightMonth] = [zeroed(day, 10), zeroed(month, 3)]
        if (form === 'slashes' || (day === rightDay && month === rightMonth)) return []
        return [
          {
            offset,
            length,
            message: `"${text.slice(offset, offset + length)}", cần "ngày ${rightDay} tháng ${rightMonth}"`,
          },
        ]
      }),
  },
}

const zeroed = (digits: string, below: number): string => {
  const value = Number(digits)
  return value < below ? String(value).padStart(2, '0') : String(value)
}
