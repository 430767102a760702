/** What a clerk changed in a finished file → what that means for the record, change by change. */

import type { Changes, PartChange, PartName } from '../diff/change.ts'
import { partText } from '../diff/compare.ts'
import { fixedLabels, partLabels } from '../diff/statements.ts'
import type { Notice } from '../notice/notice.ts'
import { planBlocks } from './blocks.ts'
import { anyMark } from './marks.ts'
import { type Origins, type Planned, planLine, type Versions } from './planned.ts'
import { planRecipients, type Wishes } from './recipients.ts'

/** Are the marked words the printed ones? Else the marks say nothing. */
export const sameWords = ({ printed, marked }: Versions): boolean =>
  withoutMarks(JSON.stringify(marked)) === JSON.stringify(printed)

export const plan = (changes: Changes, versions: Versions, origins: Origins, wishes: Wishes): Planned[] => {
  const { printed, marked, edited } = versions
  const paragraphs = (notice: Notice) => notice.basis.map((text) => ({ is: 'paragraph' as const, text }))
  return [
    ...changes.parts.map((change) => planPart(change, versions, origins)),
    ...changes.fixed.map(
      ({ part, before, after }): Planned => ({
        key: partKey(part, after),
        where: fixedLabels[part],
        before,
        after,
        reason: 'chữ này do chương trình ghi theo Nghị định, không có trong bản ghi',
      }),
    ),
    ...planBlocks(
      changes.basis,
      { printed: paragraphs(printed), marked: paragraphs(marked), edited: paragraphs(edited) },
      origins,
      (index) => `Căn cứ ${index + 1}`,
    ),
    ...planBlocks(
      changes.content,
      { printed: printed.content, marked: marked.content, edited: edited.content },
      origins,
    ),
    ...planRecipients(changes.recipients, versions, origins, wishes),
    ...changes.annexes.flatMap((change) => planAnnex(change, versions, origins)),
  ]
}

const directory = { reason: 'lấy từ danh bạ, không có trong bản ghi', hint: 'sửa trong content/directory' }
const register = {
  reason: 'lấy từ sổ đăng ký, không có trong bản ghi',
  hint: 'số và ngày được cấp khi chạy lệnh issue',
}
const signing = {
  reason: 'bản ghi ghi người ký bằng mã trong danh bạ; quyền hạn do chương trình xác định',
  hint: 'sửa notice.signatory trong bản ghi',
}

const sources: Readonly<Partial<Record<PartName, { readonly reason: string; readonly hint: string }>>> = {
  parentBody: directory,
  issuingBody: directory,
  symbol: directory,
  place: directory,
  address: directory,
  number: register,
  date: register,
  kind: { reason: 'do mẫu xác định', hint: 'sửa notice.template trong bản ghi' },
  authority: signing,
  signatory: signing,
  urgency: { reason: 'bản ghi ghi bằng mã', hint: 'sửa notice.urgency trong bản ghi' },
  circulation: { reason: 'bản ghi ghi bằng mã', hint: 'sửa notice.circulation trong bản ghi' },
  drafter: { reason: 'bản ghi chưa có phần này', hint: 'sửa notice.drafting.mark trong bản ghi' },
}

const planPart = (
  { part, before = '', after = '' }: PartChange,
  { marked }: Versions,
  origins: Origins,
): Planned =>
  planLine(
    { key: partKey(part, after), where: partLabels[part] },
    partText(part, marked) ?? before,
    after,
    origins,
    sources[part],
  )

export const partKey = (part: string, after: string | undefined): string => `${part}|${after ?? ''}`

const planAnnex = (
  { from, to, title, reference, content }: Changes['annexes'][number],
  { printed, marked, edited }: Versions,
  origins: Origins,
): Planned[] => {
  const [was, traced, is] = [
    printed.annexes?.[from ?? -1],
    marked.annexes?.[from ?? -1],
    edited.annexes?.[to ?? -1],
  ]
  const where = `Phụ lục ${(to ?? from ?? 0) + 1}`
  const known = { key: annexKey(title?.before, title?.after), where }
  if (from !== undefined && to === undefined)
    return [
      {
        ...known,
        before: was?.title ?? '',
        after: '',
        texts: [],
        lists: [{ is: 'remove', path: ['annexes'], index: from }],
      },
    ]
  if (!was || !traced || !is)
    return [
      {
        ...known,
        before: was?.title ?? '',
        after: is?.title ?? '',
        reason: 'chưa nhập được cả một phụ lục thêm vào',
        hint: 'sửa annexes trong bản ghi',
      },
    ]
  return [
    ...(title ? [planLine(known, traced.title, is.title, origins)] : []),
    ...(reference
      ? [
          planLine(
            { key: annexKey(reference.before, reference.after), where },
            traced.reference,
            is.reference,
            origins,
          ),
        ]
      : []),
    ...planBlocks(content, { printed: was.content, marked: traced.content, edited: is.content }, origins).map(
      (each) => ({
        ...each,
        where: `${where}, ${each.where.slice(0, 1).toLocaleLowerCase('vi')}${each.where.slice(1)}`,
      }),
    ),
  ]
}

export const annexKey = (before: string | undefined, after: string | undefined): string =>
  `annex|${before ?? ''}|${after ?? ''}`

const withoutMarks = (text: string): string => text.replace(anyMark, '')
