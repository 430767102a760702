/** Changes → what a person would say of them, one statement each; words carry which of them came and went. */

import type { FixedPart } from '../notice/fixed-words.ts'
import type { Annex } from '../notice/notice.ts'
import { longDate, shortDate } from '../text/dates.ts'
import { lowerFirst, ofBlock, type Statement } from './block-statements.ts'
import type { Changes, EntryChange, FixedChange, PartChange, PartName, TaskChange } from './change.ts'
import { shortened } from './places.ts'
import type { Comparable } from './tasks.ts'
import { bagOf, likeness, wordChanges } from './words.ts'

export const statements = (changes: Changes, before: Comparable, after: Comparable): Statement[] => {
  const [a, b] = [before.notice, after.notice]
  return [
    ...changes.parts.map(ofPart),
    ...changes.fixed.map(ofFixed),
    ...changes.basis.flatMap((change) => ofBlock(change, [], [], (index) => `Căn cứ ${index + 1}`)),
    ...changes.content.flatMap((change) => ofBlock(change, a.content, b.content)),
    ...changes.tasks.flatMap(ofTask),
    ...ofRecipients(changes.recipients),
    ...changes.annexes.flatMap((change) => {
      const [was, is] = [a.annexes?.[change.from ?? -1], b.annexes?.[change.to ?? -1]]
      return ofAnnex(change, was, is)
    }),
  ]
}

/** One entry put for another that is like it is one changed entry. */
const ofRecipients = (changes: readonly EntryChange[]): Statement[] => {
  const where = 'Nơi nhận'
  const put = new Set<EntryChange>()
  return changes.flatMap((change): Statement[] => {
    if (put.has(change)) return []
    if (change.is === 'closed') return [{ where, words: wordChanges(change.before, change.text) }]
    const other =
      change.is === 'removed' &&
      changes.find((each) => each.is === 'added' && !put.has(each) && areAlike(change.text, each.text))
    if (!other) return [{ where, what: `${verbs[change.is]}: ${bare(change.text)}` }]
    put.add(other)
    return [{ where, words: wordChanges(bare(change.text), bare(other.text)) }]
  })
}

const areAlike = (a: string, b: string): boolean => likeness(bagOf(bare(a)), bagOf(bare(b))) >= 0.5

const verbs = { added: 'thêm', removed: 'bỏ', moved: 'đổi thứ tự' } as const

const bare = (text: string): string => text.replace(/[;.]$/, '')

export const partLabels: Readonly<Record<PartName, string>> = {
  parentBody: 'Cơ quan chủ quản',
  issuingBody: 'Cơ quan ban hành',
  number: 'Số',
  symbol: 'Ký hiệu',
  place: 'Địa danh',
  date: 'Ngày ban hành',
  kind: 'Tên loại',
  subject: 'Trích yếu',
  urgency: 'Mức độ khẩn',
  circulation: 'Phạm vi lưu hành',
  authority: 'Quyền hạn, chức vụ',
  signatory: 'Người ký',
  drafter: 'Ký hiệu người soạn thảo',
  address: 'Địa chỉ',
}

const ofPart = ({ part, before, after }: PartChange): Statement => {
  const where = partLabels[part]
  if (part === 'subject' && before !== undefined && after !== undefined)
    return { where, words: wordChanges(before, after) }
  const spell = (text: string): string =>
    part === 'date' && text.length === 10 ? longDate(text) : text.replaceAll('\n', ' / ')
  if (before === undefined) return { where, what: `thêm: ${spell(after ?? '')}` }
  if (after === undefined) return { where, what: `bỏ: ${spell(before)}` }
  return { where, what: `${spell(before)} → ${spell(after)}` }
}

export const fixedLabels: Readonly<Record<FixedPart, string>> = {
  nationalName: 'Quốc hiệu',
  motto: 'Tiêu ngữ',
  numberLine: 'Cách ghi số, ký hiệu',
  placeDateLine: 'Cách ghi địa danh, ngày',
  recipientsWord: 'Dòng "Nơi nhận"',
  annexLabels: 'Chữ "Phụ lục" và số thứ tự',
  others: 'Phần ngoài các thành phần đã biết',
}

const ofFixed = ({ part, before, after }: FixedChange): Statement => {
  const where = fixedLabels[part]
  if (before === '') return { where, what: `thêm: ${after}` }
  return after === '' ? { where, what: `bỏ: ${before}` } : { where, words: wordChanges(before, after) }
}

const taskFields = {
  what: 'tên',
  lead: 'chủ trì',
  with: 'phối hợp',
  watch: 'theo dõi',
  report: 'báo cáo tới',
  due: 'hạn',
} as const

const ofTask = ({ name, is, fields }: TaskChange): Statement[] => {
  const where = `Nhiệm vụ "${shortened(name)}"`
  if (is !== 'changed') return [{ where, what: verbs[is] }]
  return fields.map(({ field, before, after }) => ({
    where,
    what: `${taskFields[field]} ${spellDue(before) || '(không có)'} → ${spellDue(after) || '(không có)'}`,
  }))
}

const spellDue = (text: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? shortDate(text) : text)

const ofAnnex = (
  change: Changes['annexes'][number],
  was: Annex | undefined,
  is: Annex | undefined,
): Statement[] => {
  const where = `Phụ lục "${shortened(is?.title ?? was?.title ?? '')}"`
  if (!was) return [{ where, what: 'thêm' }]
  if (!is) return [{ where, what: 'bỏ' }]
  return [
    ...(change.title
      ? [{ where, words: wordChanges(change.title.before ?? '', change.title.after ?? '') }]
      : []),
    ...(change.from !== change.to ? [{ where, what: 'đổi thứ tự' }] : []),
    ...(change.reference
      ? [
          {
            where: `${where}, dòng "Kèm theo"`,
            words: wordChanges(change.reference.before, change.reference.after),
          },
        ]
      : []),
    ...(change.landscape
      ? [{ where, what: `hướng giấy: ${lie(change.landscape.before)} → ${lie(change.landscape.after)}` }]
      : []),
    ...change.content
      .flatMap((each) => ofBlock(each, was.content, is.content))
      .map((each) => ({ ...each, where: `${where}, ${lowerFirst(each.where)}` })),
  ]
}

const lie = (landscape: boolean | undefined): string =>
  landscape === undefined ? 'theo bề rộng của bảng' : landscape ? 'ngang' : 'dọc'
