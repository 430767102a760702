/** What the day of issue must agree with: today, the meeting, and the numbers before and after (NĐ 30/2020, Điều 15). */

import { shortDate } from '../text/dates.ts'

export type Neighbour = { readonly number: number; readonly date: string }

export type DayOfIssue = {
  readonly date: string
  readonly today: string
  /** The last day of the meeting that is told of. */
  readonly met: string
  /** The number was given by another system, which has its own days. */
  readonly theirs: boolean
  readonly reason: string | undefined
  readonly previous: Neighbour | undefined
  readonly next: Neighbour | undefined
}

export type DayFinding = {
  readonly level: 'error' | 'warning'
  readonly rule: 'register/date' | 'register/reason'
  readonly message: string
  readonly hint: string
}

export const dayFindings = (day: DayOfIssue): DayFinding[] => {
  const { date, today, met, theirs, reason, previous, next } = day
  const wrong = (message: string, hint: string): DayFinding => ({
    level: 'error',
    rule: 'register/date',
    message,
    hint,
  })
  if (date > today)
    return [
      wrong(
        `ngày ban hành ${shortDate(date)} sau hôm nay (${shortDate(today)}), cần ngày đã đến`,
        'ban hành vào đúng ngày đó; cần số trước thì giữ số: thongbao reserve --reason "…"',
      ),
    ]
  if (date < met)
    return [
      wrong(
        `ngày ban hành ${shortDate(date)} trước ngày họp ${shortDate(met)}, cần từ ngày họp trở đi`,
        'kiểm tra --date và ngày họp trong bản ghi',
      ),
    ]
  const needsReason = (message: string): DayFinding => ({
    level: 'error',
    rule: 'register/reason',
    message,
    hint: 'ghi lý do lùi ngày: --reason "…"; lý do được lưu vào sổ',
  })
  const back =
    previous && date < previous.date
      ? `ngày ${shortDate(date)} trước ngày ${shortDate(previous.date)} của số ${previous.number}, cần không lùi ngày hoặc có lý do`
      : date < today && !theirs
        ? `ngày ${shortDate(date)} trước hôm nay (${shortDate(today)}), cần không lùi ngày hoặc có lý do`
        : undefined
  return [
    ...(back !== undefined && reason === undefined ? [needsReason(back)] : []),
    ...(next && date > next.date
      ? [
          {
            level: 'warning' as const,
            rule: 'register/date' as const,
            message: `ngày ${shortDate(date)} sau ngày ${shortDate(next.date)} của số ${next.number}: số nhỏ hơn mang ngày sau`,
            hint: 'kiểm tra lại số và ngày',
          },
        ]
      : []),
  ]
}
