/** A table with rows that came or went → lines of the record's Markdown that come or go, and the words changed in the others. */

import { longestRun } from '../diff/blocks.ts'
import { bagOf, likeness } from '../diff/words.ts'
import { type Inline, plain, type Table } from '../notice/notice.ts'
import { anyMark } from './marks.ts'
import type { ScalarEdit } from './place.ts'
import { type Origins, type Planned, planLine } from './planned.ts'
import { trace } from './trace.ts'
import { inMarkdown } from './yaml-text.ts'

type Row = readonly (readonly Inline[])[]

/** `marked`: the table as it was, with marks; `after`: of as many columns. */
export const planRows = (
  known: Pick<Planned, 'key' | 'where'>,
  marked: Pick<Table, 'head' | 'rows'>,
  after: Pick<Table, 'head' | 'rows'>,
  origins: Origins,
): Planned[] => {
  const before = marked.rows.map((row) => row.map((cell) => plain(cell).replace(anyMark, '')))
  const now = after.rows.map((row) => row.map(plain))
  const twins = twinsOf(before, now)
  const kept = new Set(twins)
  const cells = (was: Row, is: readonly string[]): Planned[] =>
    was.flatMap((cell, column) => {
      const [line, words] = [plain(cell), is[column] ?? '']
      return line.replace(anyMark, '') === words ? [] : [planLine(known, line, words, origins)]
    })
  const gone = marked.rows.flatMap((row, index): Planned[] =>
    kept.has(index) ? [] : [planRow(known, (before[index] ?? []).join(' | '), '', dropped(row, origins))],
  )
  let above: Row = marked.head
  const come = now.flatMap((row, index): Planned[] => {
    const twin = twins[index]
    if (twin !== undefined) {
      above = marked.rows[twin] ?? above
      return cells(above, row)
    }
    return [planRow(known, '', row.join(' | '), added(row, above, above === marked.head, origins))]
  })
  return [...cells(marked.head, after.head.map(plain)), ...gone, ...come]
}

const planRow = (
  known: Pick<Planned, 'key' | 'where'>,
  before: string,
  after: string,
  edit: ScalarEdit | undefined,
): Planned =>
  edit
    ? { ...known, before, after, texts: [edit], lists: [] }
    : {
        ...known,
        before,
        after,
        reason: 'bản ghi không ghi hàng này trên một dòng riêng',
        hint: 'sửa bản ghi',
      }

/** For each row now which row it was: equal ones that kept their order, then those between them that are alike. */
const twinsOf = (
  before: readonly (readonly string[])[],
  now: readonly (readonly string[])[],
): (number | undefined)[] => {
  const keys = before.map((row) => row.join('|'))
  const found = now.map((row) => keys.indexOf(row.join('|')))
  const stayed = longestRun(
    now.map((_, index) => index).filter((index) => (found[index] ?? -1) >= 0),
    (index) => found[index] ?? 0,
  )
  const twins: (number | undefined)[] = now.map((_, index) =>
    stayed.includes(index) ? found[index] : undefined,
  )
  for (const [index, row] of now.entries()) {
    if (twins[index] !== undefined) continue
    const from = Math.max(-1, ...twins.slice(0, index).map((each) => each ?? -1)) + 1
    const to = twins.slice(index).find((each) => each !== undefined) ?? before.length
    const bag = bagOf(row.join(' '))
    const near = before
      .map((_, place) => place)
      .slice(from, to)
      .find((place) => likeness(bag, bagOf((before[place] ?? []).join(' '))) >= alike)
    twins[index] = near
  }
  return twins
}

/** Below this share of common words two rows are two different rows. */
const alike = 0.5

type Line = { readonly scalar: number; readonly start: number; readonly end: number; readonly text: string }

/** The line of the record that says this row, when all of its words stand on it. */
const lineOf = (row: Row, { marks, scalars }: Origins): Line | undefined => {
  const spots = row.flatMap((cell) =>
    trace(plain(cell), marks, scalars).origins.flatMap((each) => each ?? []),
  )
  const [first] = spots
  const text = first && scalars[first.scalar]?.text
  if (!first || text === undefined) return undefined
  const start = text.lastIndexOf('\n', first.from) + 1
  const found = text.indexOf('\n', first.from)
  const end = found === -1 ? text.length : found
  const whole = spots.every(({ scalar, from, to }) => scalar === first.scalar && from >= start && to <= end)
  return whole && text.slice(start, end).includes('|')
    ? { scalar: first.scalar, start, end, text }
    : undefined
}

/** With the line feed before it, which stands there: above a row is the head. */
const dropped = (row: Row, origins: Origins): ScalarEdit | undefined => {
  const line = lineOf(row, origins)
  return line && line.start > 0
    ? { scalar: line.scalar, from: line.start - 1, to: line.end, text: '' }
    : undefined
}

const added = (
  row: readonly string[],
  above: Row,
  isHead: boolean,
  origins: Origins,
): ScalarEdit | undefined => {
  const line = lineOf(above, origins)
  if (!line || row.some((cell) => cell.includes('\n'))) return undefined
  // Below the head stands the line of dashes.
  const next = line.text.indexOf('\n', line.end + 1)
  const at = isHead ? (next === -1 ? line.text.length : next) : line.end
  const indent = /^[ \t]*/.exec(line.text.slice(line.start))?.[0] ?? ''
  const text = `\n${indent}| ${row.map(inMarkdown).join(' | ')} |`
  return { scalar: line.scalar, from: at, to: at, text }
}
