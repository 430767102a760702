/** Two versions of a line's runs → one list of runs in which each word says whether it stayed, came or went. */

import { bagOf, likeness, type WordChange, wordChanges } from '../diff/words.ts'
import type { Change, Run } from '../layout/sheet.ts'

/** Below this share of common words a text is shown as replaced: single words that stayed would only confuse. */
const readable = 0.3

/** Without what went these are the runs of `after`, without what came those of `before`, as far as a reader can see. */
export const changedRuns = (before: readonly Run[], after: readonly Run[]): Run[] => {
  const [a, b] = [textOf(before), textOf(after)]
  const changes: readonly WordChange[] =
    likeness(bagOf(a), bagOf(b)) < readable
      ? [
          { is: 'removed', text: a },
          { is: 'added', text: b },
        ]
      : wordChanges(a, b)
  const out: Run[] = []
  let [from, to] = [0, 0]
  for (const { is, text } of changes) {
    const old = is === 'added' ? [] : slice(before, from, from + text.length)
    const now = is === 'removed' ? [] : slice(after, to, to + text.length)
    if (is !== 'added') from += text.length
    if (is !== 'removed') to += text.length
    out.push(...(is === 'kept' ? kept(old, now) : [...marked(old, 'deleted'), ...marked(now, 'inserted')]))
  }
  return joined(out)
}

export const marked = (runs: readonly Run[], change: Change): Run[] =>
  runs.filter(({ text }) => text !== '').map((run) => ({ ...run, change }))

export const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')

/** The same words: where their look has changed they went in the old look and came in the new one. */
const kept = (old: readonly Run[], now: readonly Run[]): Run[] => {
  const out: Run[] = []
  const ends = [...new Set([...endsOf(old), ...endsOf(now)])].sort((x, y) => x - y)
  let at = 0
  for (const end of ends) {
    const [was, is] = [slice(old, at, end), slice(now, at, end)]
    const same = was[0]?.strong === is[0]?.strong && was[0]?.emphasis === is[0]?.emphasis
    out.push(...(same ? is : [...marked(was, 'deleted'), ...marked(is, 'inserted')]))
    at = end
  }
  return out
}

const endsOf = (runs: readonly Run[]): number[] => {
  let at = 0
  return runs.map(({ text }) => {
    at += text.length
    return at
  })
}

const slice = (runs: readonly Run[], from: number, to: number): Run[] => {
  let at = 0
  return runs.flatMap((run) => {
    const start = at
    at += run.text.length
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start))
    return text === '' ? [] : [{ ...run, text }]
  })
}

/** Neighbours that look alike as one run; of neighbouring changes what went stands first. */
const joined = (runs: readonly Run[]): Run[] => {
  const out: Run[] = []
  let waiting: Run[] = []
  const put = (run: Run): void => {
    const last = out.at(-1)
    if (last && last.change === run.change && last.strong === run.strong && last.emphasis === run.emphasis)
      out[out.length - 1] = { ...last, text: last.text + run.text }
    else out.push(run)
  }
  for (const run of runs) {
    if (run.change === 'inserted') waiting.push(run)
    else {
      if (run.change === undefined) {
        for (const each of waiting) put(each)
        waiting = []
      }
      put(run)
    }
  }
  for (const each of waiting) put(each)
  return out
}
