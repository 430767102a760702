/** A notice -> a later version of it, edited as people edit: words, dates, order, items and recipients that come and go. */

import type { Annex, Block, Inline, Notice } from '../../src/notice/notice.ts'

/** Answers a whole number below its argument; the same seed, the same numbers. */
export type Dice = (below: number) => number

export const diceOf = (seed: number): Dice => {
  let state = (seed * 2_654_435_761) % 4_294_967_296
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return below < 1 ? 0 : Math.floor((state / 4_294_967_296) * below)
  }
}

const phrases = [
  'phối hợp với các đơn vị liên quan',
  'báo cáo Giám đốc Sở',
  'chậm nhất ngày 30/3/2026',
  'theo đúng quy định',
  'trước ngày 15 tháng 4 năm 2026',
  'rà soát, bổ sung kế hoạch & hồ sơ',
  'khẩn trương',
]

export const editedNotice = (notice: Notice, seed: number): Notice => {
  const dice = diceOf(seed)
  const some = <T>(list: readonly T[]): T => list[dice(list.length)] as T
  const often = (times: number): boolean => dice(times) === 0

  const text = (value: string): string => {
    const words = value.split(' ')
    const at = dice(words.length + 1)
    const kind = dice(4)
    if (kind === 0) words.splice(at, 0, some(phrases))
    if (kind === 1 && words.length > 1) words.splice(Math.min(at, words.length - 1), 1)
    if (kind === 2) words.splice(at, 2, some(phrases))
    if (kind === 3) return value.replace(/\d+/, (found) => String(Number(found) + 1 + dice(9)))
    return words.join(' ').trim() || some(phrases)
  }
  const inlines = (list: readonly Inline[]): Inline[] => {
    const at = dice(list.length)
    const changed = list.map((each, index): Inline => {
      if (index !== at) return each
      if (each.is === 'text') return { is: 'text', value: text(each.value) }
      return each.is === 'break' ? each : { is: each.is, text: inlines(each.text) }
    })
    return often(8)
      ? [...changed, { is: 'strong', text: [{ is: 'text', value: ` ${some(phrases)}` }] }]
      : changed
  }
  const block = (each: Block): Block => {
    if (each.is === 'paragraph') return often(3) ? { ...each, text: inlines(each.text) } : each
    if (each.is === 'table') return often(2) ? table(each) : each
    const inside = { ...each, blocks: blocks(each.blocks) }
    if (inside.is === 'item') return often(3) ? { ...inside, text: inlines(inside.text) } : inside
    return inside.title && often(6) ? { ...inside, title: inlines(inside.title) } : inside
  }
  const table = (each: Extract<Block, { is: 'table' }>): Block => {
    const rows = each.rows.map((row) => row.map((cell) => (often(4) ? inlines(cell) : cell)))
    if (often(3) && rows.length > 1) rows.splice(dice(rows.length), 1)
    if (often(3) && rows.length > 0) rows.splice(dice(rows.length + 1), 0, some(rows).map(inlines))
    return { ...each, rows }
  }
  const blocks = (list: readonly Block[]): Block[] => {
    const out = list.map(block)
    if (often(4) && out.length > 1) out.splice(dice(out.length), 1)
    if (often(5) && out.length > 0) out.splice(dice(out.length + 1), 0, block(some(out)))
    if (often(6))
      out.splice(dice(out.length + 1), 0, { is: 'paragraph', text: [{ is: 'text', value: some(phrases) }] })
    if (often(5) && out.length > 1) {
      const [moved] = out.splice(dice(out.length), 1)
      if (moved) out.splice(dice(out.length + 1), 0, moved)
    }
    return out
  }
  const listed = (list: readonly string[]): string[] => {
    const out = [...list]
    if (often(2)) out.splice(dice(out.length), 0, `${some(phrases)};`)
    if (often(3) && out.length > 1) out.splice(dice(out.length - 1), 1)
    return out
  }
  const annex = (each: Annex): Annex => ({
    ...each,
    title: often(3) ? text(each.title) : each.title,
    content: blocks(each.content),
  })
  const annexes = (notice.annexes ?? []).map(annex)
  if (often(4)) {
    const extra: Annex = {
      id: 'them',
      title: some(phrases),
      reference: '(Kèm theo)',
      content: blocks(notice.content).slice(0, 3),
    }
    annexes.splice(dice(annexes.length + 1), 0, { ...extra, ...(often(2) ? { landscape: true } : {}) })
  }
  if (often(4) && annexes.length > 0) annexes.splice(dice(annexes.length), 1)
  const { annexes: _, urgency, drafter, ...rest } = notice
  return {
    ...rest,
    ...(often(5) ? { number: 100 + dice(900), date: '2026-04-02' } : {}),
    subject: often(2) ? text(notice.subject) : notice.subject,
    basis: notice.basis.map((each) => (often(3) ? inlines(each) : each)).slice(often(5) ? 1 : 0),
    content: blocks(notice.content),
    recipients: listed(notice.recipients),
    signature: often(4)
      ? { authority: ['KT. Giám đốc', 'Phó Giám đốc'].slice(dice(2)), name: 'Trần Thị Bích Ngọc' }
      : notice.signature,
    ...(often(4) ? { urgency: 'Hỏa tốc' } : urgency === undefined || often(4) ? {} : { urgency }),
    ...(often(5) ? { drafter: 'PL.(300)' } : drafter === undefined ? {} : { drafter }),
    ...(annexes.length > 0 ? { annexes } : {}),
  }
}
