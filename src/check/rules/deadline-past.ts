/**
 * A task that was due before the meeting ended cannot have been given there.
 *
 * @example bad yaml
 *   meeting: {sessions: 2026-03-10}
 *   conclusions:
 *     - Các trường gửi báo cáo chậm nhất ngày «10/3/2025».
 * @example bad yaml
 *   meeting: {sessions: {from: 2026-03-10, to: 2026-03-12}}
 *   conclusions:
 *     - text: Các trường gửi báo cáo.
 *       tasks: [{lead: van-phong, due: «2026-03-11»}]
 * @example good yaml
 *   meeting: {sessions: 2026-03-10}
 *   conclusions:
 *     - text: Các trường gửi báo cáo trước ngày 24/3/2026, theo kế hoạch ban hành ngày 02/01/2020.
 *       tasks: [{lead: van-phong, due: 2026-03-24}]
 */

import { deadlinesOf } from '../deadlines.ts'
import type { Rule } from '../rule.ts'

export const deadlinePast: Rule<'text/deadline-past'> = {
  id: 'text/deadline-past',
  level: 'warning',
  title: 'Thời hạn không trước cuộc họp',
  explain:
    'Thời hạn của nhiệm vụ, hoặc ngày đứng sau "chậm nhất", "trước", "hạn", trước ngày họp (ngày cuối): thường là gõ nhầm năm, tháng.',
  on: true,
  check: {
    record: (record) =>
      deadlinesOf(record)
        .filter(({ date }) => record.lastDay !== undefined && date < record.lastDay)
        .map(({ passage, offset, length }) => ({
          passage,
          offset,
          length,
          message: `thời hạn ${passage.text.slice(offset, offset + length)} trước ngày họp ${record.lastDay}, cần một ngày sau cuộc họp`,
        })),
  },
}
