/** Changes → what a person would say of them, one statement each; words carry which of them came and went. */

import type { Annex, Block } from '../notice/notice.ts'
import { plain } from '../notice/notice.ts'
import { longDate, shortDate } from '../text/dates.ts'
import {
  type BlockChange,
  type Changes,
  type EntryChange,
  type PartChange,
  type PartName,
  type Shell,
  shellText,
  type TaskChange,
} from './change.ts'
import { lastName, placeName, shortened } from './places.ts'
import type { Comparable } from './tasks.ts'
import { bagOf, likeness, type WordChange, wordChanges } from './words.ts'

export type Statement = {
  /** "Người ký", "Mục II khoản 2" … */
  readonly where: string
  /** "chuyển đến …", "thêm", "bỏ"; absent when `words` say it all. */
  readonly what?: string
  /** Old and new words in one text. */
  readonly words?: readonly WordChange[]
}

export const statements = (changes: Changes, before: Comparable, after: Comparable): Statement[] => {
  const [a, b] = [before.notice, after.notice]
  return [
    ...changes.parts.map(ofPart),
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

/** `named`: what stands at a place is called that, instead of by its division. */
export const ofBlock = (
  change: BlockChange,
  before: readonly Block[],
  after: readonly Block[],
  named?: (index: number) => string,
): Statement[] => {
  const where = (path: readonly number[], content: readonly Block[]): string =>
    named?.(path[0] ?? 0) ?? placeName(path, content)
  switch (change.is) {
    case 'added':
      return quiet(change.shell)
        ? []
        : [
            {
              where: where(change.to, after),
              what: 'thêm',
              words: [{ is: 'added', text: wordsOf(change.shell) }],
            },
          ]
    case 'removed':
      return quiet(change.shell)
        ? []
        : [
            {
              where: where(change.from, before),
              what: 'bỏ',
              words: [{ is: 'removed', text: wordsOf(change.shell) }],
            },
          ]
    case 'moved': {
      const said = goes(change, before, after, named)
      return [
        {
          where: where(change.from, before),
          what: `${said}: ${shortened(spokenOf(change.to, change.shell, after))}`,
        },
      ]
    }
    case 'changed': {
      const [old, now] = [wordsOf(change.before), wordsOf(change.after)]
      if (old !== now) return [{ where: where(change.to, after), words: wordChanges(old, now) }]
      return [
        {
          where: where(change.to, after),
          what: 'chỉ đổi cách trình bày (chữ đậm, nghiêng, cách đánh dấu), lời văn giữ nguyên',
        },
      ]
    }
  }
}

/** "chuyển lên trước khoản 1": the neighbour is named as it was called before. */
const goes = (
  { from, to, beside }: Extract<BlockChange, { is: 'moved' }>,
  before: readonly Block[],
  after: readonly Block[],
  named?: (index: number) => string,
): string => {
  const home = from.slice(0, -1).join('.')
  if (beside && from.length === to.length && home === beside.path.slice(0, -1).join('.')) {
    const place = beside.path.at(-1) ?? 0
    const neighbour = named ? lowerFirst(named(place)) : lastName(beside.path, before)
    const way = place < (from.at(-1) ?? 0) ? 'lên' : 'xuống'
    return `chuyển ${way} ${beside.is === 'before' ? 'trước' : 'sau'} ${neighbour}`
  }
  return `chuyển thành ${lowerFirst(named?.(to[0] ?? 0) ?? placeName(to, after))}`
}

/** An untitled division says nothing itself; what stands in it is told of its own. */
const quiet = (shell: Shell): boolean => wordsOf(shell) === ''

const wordsOf = (shell: Shell): string => shellText(shell).map(plain).join(' | ')

/** The first words of a block, or of what stands in it. */
const spokenOf = (path: readonly number[], shell: Shell, content: readonly Block[]): string => {
  const own = wordsOf(shell)
  if (own !== '') return own
  let block: Block | undefined
  let blocks = content
  for (const index of path) {
    block = blocks[index]
    blocks = block && 'blocks' in block ? block.blocks : []
  }
  const first = blocks[0]
  return first?.is === 'paragraph' || first?.is === 'item' ? plain(first.text) : ''
}

const lowerFirst = (text: string): string => text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1)

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
    ...change.content
      .flatMap((each) => ofBlock(each, was.content, is.content))
      .map((each) => ({ ...each, where: `${where}, ${lowerFirst(each.where)}` })),
  ]
}
