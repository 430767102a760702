/** What is to happen to an entry → which keys of its file change, or why it may not happen. Never a silent change. */

import {
  type EntryState,
  type EventKind,
  entryStates,
  isIssued,
  type RegisterEntry,
  type RegisterEvent,
  type Relation,
  relationKinds,
  stateOf,
} from '../record/register-entry.ts'

export type Change = {
  readonly set: Partial<RegisterEntry>
  readonly append: { readonly relations?: readonly Relation[]; readonly events?: readonly RegisterEvent[] }
}

export type Refused = { readonly message: string; readonly hint: string; readonly cite?: string }

/** Why something may not be done, and what to do instead. */
export const refuse = (message: string, hint: string, cite?: string): Refused => ({
  message,
  hint,
  ...(cite === undefined ? {} : { cite }),
})

export const isRefused = (made: Change | Refused): made is Refused => 'message' in made

/** A number that was reserved, or whose document never left the house. */
export const cancel = (entry: RegisterEntry, today: string, reason: string): Change | Refused => {
  const state = stateOf(entry)
  if (state === 'cancelled') return refuse('số này đã hủy rồi', 'không cần làm gì thêm')
  if (state !== 'reserved' && state !== 'issued')
    return refuse(`số này ${entryStates[state]}, không hủy được`, 'văn bản đã có hiệu lực thì chỉ thu hồi')
  if (isReleased(entry))
    return refuse(
      'văn bản đã phát hành (đã ký số hoặc đã chuyển đi), không hủy số được',
      'thu hồi văn bản: thongbao recall <số> --reason "…"',
      'NĐ 30/2020/NĐ-CP, Điều 18 khoản 4',
    )
  if ((entry.relations ?? []).length > 0)
    return refuse(
      'văn bản này sửa đổi, thay thế, đính chính hoặc thu hồi văn bản khác, không hủy số được',
      'thu hồi văn bản: thongbao recall <số> --reason "…"',
    )
  return {
    set: { state: 'cancelled', reason: entry.reason ?? reason },
    append: { events: [{ on: today, is: 'cancelled', reason }] },
  }
}

/** Signed, or sent: others may have it. */
export const isReleased = (entry: RegisterEntry): boolean =>
  entry.forwarded !== undefined || (entry.signed ?? []).length > 0

/** Recalled by order of the head, without a document of its own, or by one that does not stand in this register. */
export const recall = (
  entry: RegisterEntry,
  today: string,
  reason: string,
  document: string | undefined,
): Change | Refused => {
  const wrong = notToBeTouched(entry)
  if (wrong) return wrong
  return {
    set: { state: 'recalled' },
    append: {
      ...(document === undefined ? {} : { relations: [{ is: 'recalled-by', document, reason }] }),
      events: [{ on: today, is: 'recalled', reason }],
    },
  }
}

const becomes = {
  'amended-by': 'amended',
  'corrected-by': 'corrected',
  'replaced-by': 'replaced',
  'recalled-by': 'recalled',
} as const satisfies Partial<Record<Relation['is'], EntryState & EventKind>>

/** A later state never hides a graver one. */
const gravity: readonly EntryState[] = ['issued', 'corrected', 'amended', 'replaced', 'recalled']

/** One side of a relation. The same relation once more changes nothing, so that an interrupted pair can be completed. */
export const relate = (entry: RegisterEntry, relation: Relation, today: string): Change | Refused => {
  if (hasRelation(entry, relation)) return { set: {}, append: {} }
  const passive = relation.is in becomes ? becomes[relation.is as keyof typeof becomes] : undefined
  if (passive === undefined) {
    if (!isIssued(entry))
      return refuse(`số này ${entryStates[stateOf(entry)]}, chưa là văn bản`, 'ban hành văn bản trước')
    return { set: {}, append: { relations: [relation] } }
  }
  const wrong = notToBeTouched(entry)
  if (wrong) return wrong
  const state = stateOf(entry)
  return {
    set: { state: gravity.indexOf(passive) > gravity.indexOf(state) ? passive : state },
    append: { relations: [relation], events: [{ on: today, is: passive, reason: relation.reason }] },
  }
}

const hasRelation = (entry: RegisterEntry, relation: Relation): boolean =>
  (entry.relations ?? []).some(
    (each) => each.is === relation.is && each.entry === relation.entry && each.document === relation.document,
  )

/** May another document still amend, replace, correct or recall this one? */
export const notToBeTouched = (entry: RegisterEntry): Refused | undefined => {
  const state = stateOf(entry)
  if (!isIssued(entry))
    return refuse(
      `số này ${entryStates[state]}, không có văn bản nào đã ban hành`,
      'kiểm tra lại số: thongbao register',
    )
  if (state === 'recalled')
    return refuse('văn bản này đã thu hồi rồi', 'xem quan hệ và quá trình trong tệp của số này')
  return undefined
}

/** How this entry is called by the other side of a relation. */
export const relationTo = (
  is: Relation['is'],
  id: string,
  entry: RegisterEntry,
  reason: string,
): Relation => ({
  is,
  entry: id,
  number: entry.number,
  ...(entry.symbol === undefined ? {} : { symbol: entry.symbol }),
  ...(entry.date === undefined ? {} : { date: entry.date }),
  reason,
})

export const otherSide = (is: Relation['is']): Relation['is'] => relationKinds[is].other

/** Columns 6 to 10 of the register, which are filled in later. */
export type Notes = Pick<RegisterEntry, 'keeper' | 'copies' | 'forwarded' | 'receipt' | 'note'>

export const note = (entry: RegisterEntry, notes: Notes, today: string): Change | Refused => {
  if (notes.forwarded !== undefined && !isIssued(entry))
    return refuse('số này chưa có văn bản nào, không có ngày chuyển', 'ban hành văn bản trước')
  return { set: notes, append: { events: [{ on: today, is: 'noted' }] } }
}
