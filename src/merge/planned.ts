/** One change of a clerk's, and what it does to the record, if anything can be done. */

import type { Notice } from '../notice/notice.ts'
import type { Path } from '../source.ts'
import type { Marks, Scalar } from './marks.ts'
import { place, type ScalarEdit } from './place.ts'
import { trace } from './trace.ts'

/** `entry` is YAML on one line, `line` the same as a line of Markdown. */
export type ListEdit =
  | {
      readonly is: 'insert'
      readonly path: Path
      readonly index: number
      readonly entry: string
      readonly line?: string
      /** The key that a list which is not there yet is made in front of. */
      readonly before?: string
    }
  | { readonly is: 'remove'; readonly path: Path; readonly index: number }
  /** Old places in their new order. */
  | { readonly is: 'order'; readonly path: Path; readonly order: readonly number[] }

/** One change: what it does to the record, or why nothing can be done. */
export type Planned = {
  /** Says which change this is when the notice is compared again. */
  readonly key: string
  /** Vietnamese: "Mục II khoản 2". */
  readonly where: string
  readonly before: string
  readonly after: string
} & (
  | { readonly texts: readonly ScalarEdit[]; readonly lists: readonly ListEdit[] }
  /** Vietnamese. */
  | { readonly reason: string; readonly hint?: string }
)

/** All as printed and without their look. `marked` is `printed` with marks in its words. */
export type Versions = { readonly printed: Notice; readonly marked: Notice; readonly edited: Notice }

export type Origins = {
  readonly scalars: readonly Scalar[]
  readonly marks: Marks
}

/** A line of print and how the clerk left it. Nothing of a line is placed when a part of it cannot be. */
export const planLine = (
  known: Pick<Planned, 'key' | 'where'>,
  marked: string,
  after: string,
  { scalars, marks }: Origins,
  reasons: { readonly reason?: string; readonly hint?: string } = {},
  marksOnly = false,
): Planned => {
  const traced = trace(marked, marks, scalars)
  const { edits, unplaced } = place(traced, after, scalars)
  // A closing mark that the program sets by the place in the list is right again when the list is.
  const [first] = unplaced.filter(
    ({ before, after: put, atEnd }) => !(marksOnly && atEnd && isMark(before) && isMark(put)),
  )
  if (!first) return { ...known, before: traced.text, after, texts: edits, lists: [] }
  return {
    ...known,
    before: first.before,
    after: first.after,
    reason: reasons.reason ?? first.reason,
    ...(reasons.hint === undefined ? {} : { hint: reasons.hint }),
  }
}

const isMark = (text: string): boolean => /^[.;,]?$/.test(text)
