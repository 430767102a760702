/** Everything that a form of a comparison is made of, and what is common to the forms. Plain data. */

import { asPrinted, withoutBreaks } from '../notice/as-printed.ts'
import type { Statement } from './block-statements.ts'
import type { Changes } from './change.ts'
import { isEmpty } from './change.ts'
import { compare } from './compare.ts'
import { statements } from './statements.ts'
import type { Comparable } from './tasks.ts'

export type Side = Comparable & {
  /** How the reader knows it. */
  readonly name: string
  /** The day that files made of it bear as theirs, 'YYYY-MM-DD'. */
  readonly stamp?: string
}

/** `whole` false: what a finished file tells of a notice. `gaps`, Vietnamese: what of it was not read. */
export type ReadSide = Side & {
  readonly whole: boolean
  readonly gaps: readonly string[]
  /** Read off a page, which breaks lines of its own. */
  readonly paged?: true
}

export type Comparison = {
  readonly before: Side
  readonly after: Side
  readonly changes: Changes
  readonly statements: readonly Statement[]
  readonly same: boolean
  /** Vietnamese sentences without a full stop: what was not compared, whatever the form. */
  readonly notCompared: readonly string[]
}

export const comparisonOf = (before: Side, after: Side, notCompared: readonly string[]): Comparison => {
  const changes = compare(before, after)
  const same = isEmpty(changes)
  return { before, after, changes, statements: statements(changes, before, after), same, notCompared }
}

/** Both in the form of the one that tells less. */
export const compareSides = (a: ReadSide, b: ReadSide): Comparison => {
  const whole = a.whole && b.whole
  const paged = a.paged || b.paged
  const form = (side: ReadSide): Side => {
    if (whole) return side
    const notice = asPrinted(side.notice)
    return { ...side, notice: paged ? withoutBreaks(notice) : notice }
  }
  return comparisonOf(form(a), form(b), [
    ...(whole
      ? []
      : [
          'chỗ xuống dòng và dấu cách thừa, kiểu gạch đầu dòng, căn lề, phông và cỡ chữ của tệp, chữ hoa hay chữ thường ở các phần in hoa',
        ]),
    ...(a.tasks && b.tasks ? [] : ['nhiệm vụ (chủ trì, phối hợp, hạn) chỉ có trong bản ghi']),
    ...(a.notice.copy || b.notice.copy ? ['phần trích sao ở cuối'] : []),
    ...[...new Set([...a.gaps, ...b.gaps])],
  ])
}
