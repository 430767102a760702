/** The register → which meeting has which number. Doubles and entries without a meeting are reported. */

import type { Report } from '../problem.ts'
import type { Records, Registered } from '../record/validate.ts'
import { nearest } from '../text/nearest.ts'
import { problemAt } from './references.ts'

/** Id of the meeting → its entry. */
export const registerOf = (records: Records, report: Report): ReadonlyMap<string, Registered> => {
  const byMeeting = new Map<string, Registered>()
  const ids = [...records.meetings, ...records.torn].map(({ id }) => id)
  for (const entry of records.register) {
    const { record } = entry.value
    const spot = { entry, path: ['record'] }
    const other = byMeeting.get(record)
    if (!ids.includes(record)) {
      const near = nearest(record, ids)
      problemAt(
        report,
        spot,
        'resolve/register',
        `sổ ghi số này cho cuộc họp "${record}" nhưng content/meetings không có tệp đó`,
        {
          hint: near ? `có phải ý bạn là "${near}"?` : 'khôi phục tệp của cuộc họp; số đã lấy không được bỏ',
        },
      )
    } else if (other) {
      problemAt(
        report,
        spot,
        'resolve/register',
        `cuộc họp "${record}" đã có số ${other.value.number} (${other.source.file}), cần mỗi văn bản một số`,
      )
    } else {
      byMeeting.set(record, entry)
    }
  }
  return byMeeting
}
