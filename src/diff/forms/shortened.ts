/** Word changes with long kept stretches cut in the middle, so that one line says what changed and where. */

import { tokens, type WordChange } from '../words.ts'

/** Words and spaces kept beside a change. */
const around = 16
/** Fewer than these are not worth a cut. */
const spare = 8

export const shortenedKept = (changes: readonly WordChange[]): WordChange[] =>
  changes.map((change, index): WordChange => {
    if (change.is !== 'kept') return change
    const all = tokens(change.text)
    const [first, last] = [index === 0, index === changes.length - 1]
    if (first && last) return change
    if (first)
      return all.length <= around + spare
        ? change
        : { is: 'kept', text: `… ${all.slice(-around).join('').trimStart()}` }
    if (last)
      return all.length <= around + spare
        ? change
        : { is: 'kept', text: `${all.slice(0, around).join('').trimEnd()} …` }
    if (all.length <= 2 * around + spare) return change
    return {
      is: 'kept',
      text: `${all.slice(0, around).join('').trimEnd()} … ${all.slice(-around).join('').trimStart()}`,
    }
  })
