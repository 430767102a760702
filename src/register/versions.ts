/** An edition frozen again under its number: a new version before anybody got it, or the first hashes of an old one. */

import type { Notice } from '../notice/notice.ts'
import { entryStates, type RegisterEntry, stateOf } from '../record/register-entry.ts'
import { type Change, isReleased, type Refused, refuse } from './change.ts'
import { type Frozen, shownOf } from './new-entry.ts'

/** Wrong words need another document, wrong form a công văn đính chính. */
const correction = 'NĐ 30/2020/NĐ-CP, Điều 18 khoản 3'

/** The same number, worded again before anybody got it. The hashes of the version before stay in the events. */
export const version = (
  entry: RegisterEntry,
  notice: Notice,
  frozen: Frozen,
  today: string,
  reason: string,
): Change | Refused => {
  const wrong = notToBeVersioned(entry)
  if (wrong) return wrong
  if (entry.text === frozen.text)
    return refuse('lời văn không khác phiên bản đã ban hành', 'không cần ra phiên bản mới')
  const before = entry.version ?? 1
  return {
    set: { version: before + 1, ...shownOf(notice), ...frozen },
    append: {
      events: [
        {
          on: today,
          is: 'versioned',
          reason,
          version: before,
          ...(entry.text === undefined ? {} : { text: entry.text }),
          ...(entry.files === undefined ? {} : { files: entry.files }),
        },
      ],
    },
  }
}

export const notToBeVersioned = (entry: RegisterEntry): Refused | undefined => {
  if (stateOf(entry) === 'issued' && !isReleased(entry)) return undefined
  return refuse(
    isReleased(entry)
      ? 'văn bản đã phát hành (đã ký số hoặc đã chuyển đi), không ra phiên bản mới dưới số cũ được'
      : `số này ${entryStates[stateOf(entry)]}, không ra phiên bản mới được`,
    'ban hành văn bản mới: thongbao issue <bản ghi mới> --amends|--replaces <số này> --reason "…"',
    correction,
  )
}

/** The hashes of an edition that was issued before there were any; its files are not ours, so only its words count. */
export const seal = (
  entry: RegisterEntry,
  body: string,
  notice: Notice,
  { text, source }: Frozen,
  today: string,
  reason: string | undefined,
): Change | Refused => {
  if (entry.text === text && entry.source === source) return { set: {}, append: {} }
  if (entry.files !== undefined)
    return refuse(
      'bản này do lệnh "issue" ban hành, đã có mã băm của các tệp',
      'sửa trước khi phát hành: --new-version; sau khi phát hành: văn bản mới với --amends hoặc --replaces',
      correction,
    )
  if (entry.text !== undefined && reason === undefined)
    return refuse('số này đã có mã băm khác, cần lý do để ghi lại', 'thêm --reason "…"')
  const shown = Object.entries({ body, ...shownOf(notice) }).filter(
    ([key]) => entry[key as keyof RegisterEntry] === undefined,
  )
  return {
    set: { ...Object.fromEntries(shown), text, source },
    append: { events: [{ on: today, is: 'sealed', ...(reason === undefined ? {} : { reason }) }] },
  }
}
