/**
 * A day that the calendar does not have is a mistake whoever wrote it.
 *
 * @example bad
 *   Báo cáo kết quả trước ngày «31/02/2026».
 * @example bad
 *   Họp vào «ngày 31 tháng 4 năm 2026».
 * @example good
 *   Ban hành ngày 28/02/2026, sơ kết ngày 29 tháng 02 hằng năm nhuận; Thông tư số 01/2011/TT-BNV ngày 19 tháng 01 năm 2011 của Bộ Nội vụ về thể thức.
 */

import { daysIn, exists } from '../calendar.ts'
import type { Rule } from '../rule.ts'

export const dateExists: Rule<'text/date-exists'> = {
  id: 'text/date-exists',
  level: 'error',
  title: 'Ngày ghi trong lời văn phải có thật',
  explain:
    'Ngày không có trong lịch (31/02, ngày 31 tháng 4) chắc chắn là ghi nhầm, nên là lỗi và không tắt được.',
  on: true,
  check: {
    passage: ({ text }) =>
      daysIn(text)
        .filter((day) => !exists(day))
        .map(({ offset, length }) => ({
          offset,
          length,
          message: `không có "${text.slice(offset, offset + length)}" trong lịch, cần một ngày có thật`,
        })),
  },
}
