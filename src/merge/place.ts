/** A line that was printed and the same line as a clerk left it → what that changes in the texts of the record. */

import { wordSteps } from '../diff/words.ts'
import type { Scalar } from './marks.ts'
import type { Origin, Traced } from './trace.ts'
import { inMarkdown } from './yaml-text.ts'

/** `text`: in the record's own writing. */
export type ScalarEdit = {
  readonly scalar: number
  readonly from: number
  readonly to: number
  readonly text: string
}

export type Unplaced = {
  readonly before: string
  readonly after: string
  /** The last words of the line. */
  readonly atEnd: boolean
  /** Vietnamese. */
  readonly reason: string
}

export type Placed = { readonly edits: readonly ScalarEdit[]; readonly unplaced: readonly Unplaced[] }

export const place = (traced: Traced, after: string, scalars: readonly Scalar[]): Placed => {
  const edits: ScalarEdit[] = []
  const unplaced: Unplaced[] = []
  for (const given of hunksOf(traced.text, after)) {
    const hunk = rotated(narrowed(given), traced)
    const found = placeHunk(hunk, traced, scalars)
    if ('reason' in found)
      unplaced.push({
        ...found,
        before: given.before,
        after: given.after,
        atEnd: given.at + given.before.length === traced.text.length,
      })
    else edits.push(found)
  }
  return { edits, unplaced }
}

type Hunk = { readonly at: number; readonly before: string; readonly after: string }

/** Word by word, then without the letters that both begin and end with. */
const hunksOf = (before: string, after: string): Hunk[] => {
  const hunks: Hunk[] = []
  let at = 0
  let open: { at: number; before: string; after: string } | undefined
  for (const { is, text } of wordSteps(before, after)) {
    if (is === 'kept') {
      if (open) hunks.push(open)
      open = undefined
      at += text.length
      continue
    }
    open ??= { at, before: '', after: '' }
    if (is === 'removed') {
      open.before += text
      at += text.length
    } else open.after += text
  }
  if (open) hunks.push(open)
  return hunks
}

const narrowed = ({ at, before, after }: Hunk): Hunk => {
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  return {
    at: at + head,
    before: before.slice(head, before.length - tail),
    after: after.slice(head, after.length - tail),
  }
}

/** "a |b |c" is "a| b| c" as well: words that come or go take the space before them along, inside one text. */
const rotated = (hunk: Hunk, { text, origins }: Traced): Hunk => {
  const { at, before, after } = hunk
  const [two, one] = [origins[at - 2], origins[at - 1]]
  const words = before === '' ? after : after === '' ? before : ''
  const turned = ` ${words.slice(0, -1)}`
  if (!words.endsWith(' ') || text[at - 1] !== ' ' || two === undefined || two.scalar !== one?.scalar)
    return hunk
  return { at: at - 1, before: before === '' ? '' : turned, after: after === '' ? '' : turned }
}

const placeHunk = (
  hunk: Hunk,
  { text, origins }: Traced,
  scalars: readonly Scalar[],
): ScalarEdit | Pick<Unplaced, 'reason'> => {
  const { at, before, after } = hunk
  const refuse = (reason: string) => ({ reason })
  if (after.includes('\n')) return refuse('không nhập được chỗ xuống dòng giữa đoạn')
  const range = before === '' ? insertion(origins, at, after) : covered(origins.slice(at, at + before.length))
  if (!range)
    return refuse(
      origins.slice(at, at + Math.max(1, before.length)).every((origin) => origin === undefined)
        ? 'lời này là của mẫu, của danh bạ hoặc do chương trình ghi, không có trong bản ghi'
        : 'chỗ sửa nằm một phần trong lời của mẫu hoặc của danh bạ',
    )
  const scalar = scalars[range.scalar] as Scalar
  const words = inLetters(after, text, scalar, range.from)
  return { ...range, text: scalar.markdown ? inMarkdown(words) : words }
}

/** All of one text, one letter after the other. */
const covered = (origins: readonly (Origin | undefined)[]): Origin | undefined => {
  const [first] = origins
  const last = origins.at(-1)
  if (!first || !last) return undefined
  const whole = origins.every(
    (origin, index) =>
      origin?.scalar === first.scalar && (index === 0 || origin.from >= (origins[index - 1]?.to ?? 0)),
  )
  return whole ? { scalar: first.scalar, from: first.from, to: last.to } : undefined
}

/** Behind the letter before it; at the start of a text before its first letter. New words go where they lean. */
const insertion = (
  origins: readonly (Origin | undefined)[],
  at: number,
  words: string,
): Origin | undefined => {
  const [left, right] = [origins[at - 1], origins[at]]
  const behind = left && { scalar: left.scalar, from: left.to, to: left.to }
  const before = right && { scalar: right.scalar, from: right.from, to: right.from }
  return /\s$/.test(words) && left?.scalar !== right?.scalar ? (before ?? behind) : (behind ?? before)
}

/** What is printed in capitals the record says in small letters, as it says the rest. */
const inLetters = (words: string, line: string, { text }: Scalar, from: number): string => {
  const isUpper = (all: string): boolean => all === all.toLocaleUpperCase('vi') && /\p{Lu}/u.test(all)
  if (!isUpper(line) || isUpper(text)) return words
  const small = words.toLocaleLowerCase('vi')
  return from === 0 ? small.replace(/\p{L}/u, (letter) => letter.toLocaleUpperCase('vi')) : small
}
