/**
 * Lines of a redline → the paragraphs that a word processor tracks. To it a paragraph comes or goes with the mark at its
 * end, and the last mark of a cell or before a table always stays; so where lines are added or dropped at the end of
 * their column, it is the mark before each of them that came or went, as when a person types there.
 */

import type { Change, Line, Look } from '../../layout/sheet.ts'

export type Ended = {
  readonly line: Line
  /** What became of the mark at the end of the paragraph. */
  readonly mark?: Change
  /** How the paragraph that this mark ends looks, and looked before where that was otherwise. */
  readonly look: Look
  readonly was?: Look
}

/** `lines` end where a mark cannot go; `last`: what became of that mark all the same (a section's or a row's own). */
export const endsOf = (lines: readonly Line[], last?: Change): Ended[] => {
  const marks = marksOf(lines, last)
  let now: Look | undefined
  let before: Look | undefined
  return lines.map((line, index): Ended => {
    if (line.change !== 'deleted') now = line
    if (line.change !== 'inserted') before = line.was ?? line
    const mark = marks[index]
    const look = (mark === 'deleted' ? before : now) ?? line
    const was = mark === undefined && before && !isSame(before, look) ? before : undefined
    return { line, look, ...(mark ? { mark } : {}), ...(was ? { was } : {}) }
  })
}

/**
 * Also after a line whose last words came or went, lines that did the same begin with its mark: told apart from it, they
 * are one change to LibreOffice all the same, and it would take the mark between them along.
 */
const marksOf = (lines: readonly Line[], last: Change | undefined): (Change | undefined)[] => {
  const stayed = lines.findLastIndex(({ change }) => change === undefined)
  let running: Change | undefined
  return lines.map((line, index) => {
    const next = lines[index + 1]
    if (index >= stayed) return next ? next.change : last
    if (line.change === undefined) running = line.runs.at(-1)?.change
    else if (line.change !== running) running = undefined
    if (running === undefined) return line.change
    return next?.change === running ? running : undefined
  })
}

const isSame = (a: Look, b: Look): boolean =>
  a.part === b.part && a.inset === b.inset && a.keepNext === b.keepNext && a.keepLines === b.keepLines
