/**
 * A deadline on a Saturday or Sunday is worth a look.
 *
 * @example bad
 *   Các trường gửi báo cáo trước ngày «15/3/2026».
 * @example good
 *   Các trường gửi báo cáo trước ngày 16/3/2026, sơ kết vào ngày 15/3/2026.
 */

import { weekday } from '../calendar.ts'
import { deadlinesOf } from '../deadlines.ts'
import type { Rule } from '../rule.ts'

export const deadlineWeekend: Rule<'text/deadline-weekend'> = {
  id: 'text/deadline-weekend',
  level: 'info',
  title: 'Thời hạn rơi vào ngày nghỉ cuối tuần',
  explain: 'Thời hạn là thứ Bảy hoặc Chủ nhật thì nêu để người soạn cân nhắc.',
  on: true,
  check: {
    record: (record) =>
      deadlinesOf(record).flatMap(({ passage, offset, length, date }) => {
        const day = weekendDays[weekday(date)]
        // One that is past is another rule's business.
        return day === undefined || (record.lastDay !== undefined && date < record.lastDay)
          ? []
          : [
              {
                passage,
                offset,
                length,
                message: `thời hạn ${passage.text.slice(offset, offset + length)} là ${day}, cần xem lại nếu đơn vị nghỉ ngày đó`,
              },
            ]
      }),
  },
}

const weekendDays: Readonly<Record<number, string>> = { 0: 'Chủ nhật', 6: 'thứ Bảy' }
