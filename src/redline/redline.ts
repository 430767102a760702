/**
 * Two sheets → one that shows both, every change marked: with all changes accepted it says what the second says, with
 * all rejected what the first says. A renderer shows the marks as its format can.
 */

import { bagOf, likeness } from '../diff/words.ts'
import type { Change, Line, Row, Sheet, SheetSection } from '../layout/sheet.ts'
import { align } from './align.ts'
import { lineKey, lineScore, redLines, stayed, whole } from './lines.ts'
import { allWords, gridScore, redColumns, redGrid, wholeColumns, wholeGrid } from './tables.ts'
import { textOf } from './words.ts'

export type Redline = {
  readonly sheet: Sheet
  /** Vietnamese: what is different on paper and cannot be marked. */
  readonly unshown: readonly string[]
}

export const redline = (before: Sheet, after: Sheet): Redline => {
  const unshown = new Set<string>()
  const [first, ...annexes] = before.sections
  const [firstNow, ...annexesNow] = after.sections
  const steps = [
    ...(first && firstNow ? [{ before: first, after: firstNow }] : []),
    ...align(annexes, annexesNow, { same, key: titleOf, score: sectionScore }),
  ]
  const sections = steps.map(({ before: a, after: b }): SheetSection => {
    if (a && b) return redSection(a, b, unshown)
    return a ? wholeSection(a, 'deleted') : wholeSection(b as SheetSection, 'inserted')
  })
  const ends = sections.at(-1)?.change !== undefined
  if (ends && sections.some(({ topMark, address }) => topMark ?? address))
    unshown.add('dấu ở lề trên và địa chỉ ở chân trang đầu, khi từ chối việc thêm hay bỏ phụ lục cuối cùng')
  return { sheet: { ...after, sections }, unshown: [...unshown] }
}

const redSection = (before: SheetSection, after: SheetSection, unshown: Set<string>): SheetSection => {
  if (before.landscape !== after.landscape) unshown.add('khổ giấy đứng hay ngang của phụ lục')
  const topMark = oneLine(before.topMark, after.topMark)
  const address = redLines(before.address ?? [], after.address ?? [])
  return {
    ...after,
    rows: align(before.rows, after.rows, { same, key: rowKey, score: rowScore }).map(
      ({ before: a, after: b }) =>
        a && b ? redRow(a, b, unshown) : a ? wholeRow(a, 'deleted') : wholeRow(b as Row, 'inserted'),
    ),
    ...(topMark ? { topMark } : {}),
    ...(address.length > 0 ? { address } : {}),
  }
}

const oneLine = (before: Line | undefined, after: Line | undefined): Line | undefined =>
  before && after
    ? stayed(before, after)
    : before
      ? whole(before, 'deleted')
      : after && whole(after, 'inserted')

const wholeSection = (section: SheetSection, change: Change): SheetSection => ({
  ...section,
  change,
  rows: section.rows.map((row) => wholeRow(row, change)),
})

const redRow = (before: Row, after: Row, unshown: Set<string>): Row => {
  if (before.is === 'line' && after.is === 'line') return stayed(before, after)
  if (before.is === 'columns' && after.is === 'columns') return redColumns(before, after)
  if (before.is === 'grid' && after.is === 'grid') {
    if (before.align.join() !== after.align.join()) unshown.add('căn lề các cột của bảng')
    return redGrid(before, after)
  }
  return after
}

const wholeRow = (row: Row, change: Change): Row => {
  if (row.is === 'line') return whole(row, change)
  if (row.is === 'columns') return wholeColumns(row, change)
  return row.is === 'grid' ? wholeGrid(row, change) : row
}

const rowKey = (row: Row): string | undefined => (row.is === 'line' ? lineKey(row) : undefined)

const rowScore = (a: Row, b: Row): number => {
  if (a.is === 'line' && b.is === 'line') return lineScore(a, b)
  if (a.is === 'columns' && b.is === 'columns') return a.role === b.role ? 3 : 0
  if (a.is === 'grid' && b.is === 'grid') return gridScore(a, b)
  return a.is === b.is ? 1 : 0
}

/** Titles count most: an annex keeps its title when its table is filled anew. */
const sectionScore = (a: SheetSection, b: SheetSection): number => {
  const titles = likeness(bagOf(titleOf(a)), bagOf(titleOf(b)))
  const score = titles + likeness(bagOf(sectionWords(a)), bagOf(sectionWords(b)))
  return score < 0.6 ? 0 : score
}

const titleOf = ({ rows }: SheetSection): string =>
  rows.flatMap((row) => (row.is === 'line' && row.part === 'annexTitle' ? [textOf(row.runs)] : [])).join(' ')

const sectionWords = ({ rows }: SheetSection): string =>
  rows.map((row) => (row.is === 'line' ? textOf(row.runs) : row.is === 'grid' ? allWords(row) : '')).join(' ')

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
