/** A finding that says what would be right → the change to the text of its file, no larger than it must be. */

import type { Path } from '../source.ts'
import type { Passage } from './passage.ts'
import type { Finding, RawEdit } from './rule.ts'

export type Edit =
  | {
      /** Offsets in the source's text. */
      readonly from: number
      readonly to: number
      readonly text: string
      /** The same change in the value that the text stands for. */
      readonly value: ValueEdit
    }
  /** Changes to the file as it stands on the disk, which leave its values as they are. */
  | { readonly raw: readonly RawEdit[] }

export type ValueEdit = {
  /** Undefined: the body of a template. */
  readonly path: Path | undefined
  readonly from: number
  readonly to: number
}

/** Undefined where nothing certain is to be done, or where the file writes the words in another way than the value. */
export const editOf = (
  { text, path, source, start }: Passage,
  { offset, length, replacement }: Finding,
  offsets: readonly number[],
): Edit | undefined => {
  if (replacement === undefined) return undefined
  const found = text.slice(offset, offset + length)
  const [head, tail] = shared(found, replacement)
  const [from, to] = [offset + head, offset + length - tail]
  const first = placed(offsets, from, to, source.text)
  const last = to === from ? first : (offsets[to - 1] ?? 0) + 1
  if (first === undefined || source.text.slice(first, last) !== text.slice(from, to)) return undefined
  return {
    from: first,
    to: last ?? first,
    text: replacement.slice(head, replacement.length - tail),
    value: {
      path: start === undefined ? path : undefined,
      from,
      to,
    },
  }
}

/** Letters that what is there and what is to be there begin and end with in common. */
const shared = (a: string, b: string): [head: number, tail: number] => {
  let head = 0
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1
  return [head, tail]
}

/** Something new goes directly behind the letter before it, not behind a line break of the file. */
const placed = (offsets: readonly number[], from: number, to: number, text: string): number | undefined => {
  const at = offsets[from]
  const before = offsets[from - 1]
  if (from !== to || before === undefined) return at
  return before + 1 === at || /^\s/.test(text.slice(before + 1, at)) ? before + 1 : undefined
}
