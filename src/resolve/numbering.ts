/** The register → which meeting has which number. Doubles, entries without a meeting and one-sided relations are reported. */

import { type KindId, kinds } from '../notice/kinds.ts'
import type { Report } from '../problem.ts'
import type { IssuingBody } from '../record/directory.ts'
import { isIssued, relationKinds } from '../record/register-entry.ts'
import type { Issued, Records, Registered } from '../record/validate.ts'
import { nearest } from '../text/nearest.ts'
import { problemAt } from './references.ts'

export type Numbers = {
  /** Id of the meeting → its entry. A number that is only reserved, or cancelled, is none. */
  readonly byMeeting: ReadonlyMap<string, Issued>
  /** Meetings whose number is not certain: they are no drafts, and no notice can be made of them. */
  readonly doubtful: ReadonlySet<string>
}

/** Ký hiệu: the abbreviations of the kind and of the body (NĐ 30/2020, Phụ lục I, Phần I, mục II.3). */
export const symbolOf = (kind: KindId, body: IssuingBody): string =>
  `${kinds[kind].abbreviation}-${body.abbreviation}`

/**
 * `ids`: of the meetings that are there. `whole`: all entries are here; of a part nobody can say that the other side
 * of a relation is missing.
 */
export const registerOf = (
  records: Pick<Records, 'register' | 'misregistered'>,
  ids: ReadonlySet<string>,
  report: Report,
  whole = true,
): Numbers => {
  const doubtful = new Set(records.misregistered)
  const byMeeting = new Map<string, Issued>()
  for (const entry of records.register.filter(wasIssued)) {
    const { record } = entry.value
    if (record === undefined) continue
    const spot = { entry, path: ['record'] }
    const other = byMeeting.get(record)
    if (!ids.has(record)) {
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
      doubtful.add(record)
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
  if (whole) checkRelations(records.register, report)
  return { byMeeting, doubtful }
}

const wasIssued = (entry: Registered): entry is Issued => isIssued(entry.value)

/** Of two documents of the register that stand to each other both must say so. */
const checkRelations = (register: readonly Registered[], report: Report): void => {
  const entries = new Map(register.map((entry) => [entry.id, entry]))
  for (const entry of register) {
    entry.value.relations?.forEach(({ is, entry: otherId }, index) => {
      if (otherId === undefined) return
      const other = entries.get(otherId)
      const { other: back, says } = relationKinds[is]
      if (other?.value.relations?.some((each) => each.is === back && each.entry === entry.id)) return
      problemAt(
        report,
        { entry, path: ['relations', index] },
        'resolve/register',
        other
          ? `số này ${says} ${otherId}, nhưng ${other.source.file} chưa ghi điều đó`
          : `số này ${says} ${otherId}, nhưng sổ không có số đó`,
        other
          ? {
              level: 'warning',
              hint: 'chạy lại lệnh đã ghi quan hệ ấy (issue, mark hoặc recall --by); nó ghi nốt bên còn thiếu',
            }
          : {},
      )
    })
  }
}
