/** Lines of two versions → the lines of a redline, each stayed, came or went. */

import { bagOf, likeness } from '../diff/words.ts'
import type { Change, Line, Look, Part } from '../layout/sheet.ts'
import { align } from './align.ts'
import { changedRuns, marked, textOf } from './words.ts'

/** Below this share of common words two paragraphs are two different ones. */
const alike = 0.4

/** Parts that stand once in their column: the same part is the same line, whatever it says. */
const single: ReadonlySet<Part> = new Set([
  'nationalName',
  'motto',
  'number',
  'placeDate',
  'kind',
  'subject',
  'signerName',
  'drafter',
  'recipientsLabel',
  'urgency',
  'circulation',
  'annexLabel',
  'annexTitle',
  'annexReference',
  'copyRule',
  'copyForm',
] satisfies Part[])

export const redLines = (before: readonly Line[], after: readonly Line[]): Line[] =>
  align(before, after, { same: sameLine, key: lineKey, score: lineScore }).map(({ before: a, after: b }) =>
    a && b ? stayed(a, b) : a ? whole(a, 'deleted') : whole(b as Line, 'inserted'),
  )

export const sameLine = (a: Line, b: Line): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The words without the number before them, which follows from the place; a few words are no sign. */
export const lineKey = ({ part, runs }: Line): string | undefined => {
  const words = textOf(runs).replace(/^(\d+\.|[a-zđ]{1,2}\)|[IVXL]+\.) /u, '')
  return words.length < telling || single.has(part) ? undefined : words
}

const telling = 24

/** How well two lines match; 0: they are different ones. */
export const lineScore = (a: Line, b: Line): number => {
  if (single.has(a.part) || single.has(b.part)) return a.part === b.part ? 3 : 0
  const [x, y] = [textOf(a.runs), textOf(b.runs)]
  const near = a.part === b.part ? 0.1 : 0
  if (x === y) return 2 + near
  const share = likeness(bag(a), bag(b))
  return share < alike ? 0 : share + near
}

const bags = new WeakMap<Line, ReturnType<typeof bagOf>>()
const bag = (line: Line): ReturnType<typeof bagOf> => {
  const known = bags.get(line) ?? bagOf(textOf(line.runs))
  bags.set(line, known)
  return known
}

export const whole = (line: Line, change: Change): Line => ({
  ...line,
  runs: marked(line.runs, change),
  change,
})

export const stayed = (before: Line, after: Line): Line => {
  if (sameLine(before, after)) return after
  const [old, now] = [lookOf(before), lookOf(after)]
  return {
    ...after,
    runs: changedRuns(before.runs, after.runs),
    ...(JSON.stringify(old) === JSON.stringify(now) ? {} : { was: old }),
  }
}

const lookOf = ({ part, keepNext, keepLines, inset, rule }: Line): Look => ({
  part,
  ...(keepNext ? { keepNext } : {}),
  ...(keepLines ? { keepLines } : {}),
  ...(inset === undefined ? {} : { inset }),
  ...(rule === undefined ? {} : { rule }),
})
