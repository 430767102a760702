/** Two texts → what was kept, taken out and put in, word by word. A date, a number or a symbol is one word. */

import { diffArrays } from 'diff'

export type WordChange = { readonly is: 'kept' | 'removed' | 'added'; readonly text: string }

/**
 * Vietnamese syllables, numbers with what joins them ("24/3/2020", "1.500.000"), symbols of documents
 * ("392/TB-SGDĐT"), runs of white space, and any other single character.
 */
const token = /[\p{L}\p{M}\p{N}]+(?:[./,:-](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*|\s+|./gsu

export const tokens = (text: string): string[] => text.match(token) ?? []

/** Neighbours of one kind are joined; a space between two changed words goes with them. */
export const wordChanges = (before: string, after: string): WordChange[] =>
  joined(bridged(wordSteps(before, after)))

/** Token by token, no more than what differs. */
export const wordSteps = (before: string, after: string): WordChange[] =>
  diffArrays(tokens(before), tokens(after)).map(({ added, removed, value }) => ({
    is: added ? 'added' : removed ? 'removed' : 'kept',
    text: value.join(''),
  }))

/** "a b" → "c d" is one change and not two around a kept space. */
const bridged = (changes: readonly WordChange[]): WordChange[] =>
  changes.flatMap((change, index): WordChange[] => {
    const between =
      change.is === 'kept' &&
      /^\s+$/.test(change.text) &&
      changes[index - 1] !== undefined &&
      changes[index + 1] !== undefined
    return between
      ? [
          { is: 'removed', text: change.text },
          { is: 'added', text: change.text },
        ]
      : [change]
  })

/** Between two kept stretches what goes stands before what comes. */
const joined = (changes: readonly WordChange[]): WordChange[] => {
  const out: WordChange[] = []
  let removed = ''
  let added = ''
  const keep = (text: string): void => {
    const last = out.at(-1)
    if (text === '') return
    if (last?.is === 'kept') out[out.length - 1] = { is: 'kept', text: last.text + text }
    else out.push({ is: 'kept', text })
  }
  const flush = (): void => {
    // Space that both have at their ends has not changed.
    const lead = removed && added ? sharedSpace(removed, added, /^\s+/) : ''
    removed = removed.slice(lead.length)
    added = added.slice(lead.length)
    const tail = removed && added ? sharedSpace(removed, added, /\s+$/) : ''
    keep(lead)
    if (removed.length > tail.length)
      out.push({ is: 'removed', text: removed.slice(0, removed.length - tail.length) })
    if (added.length > tail.length)
      out.push({ is: 'added', text: added.slice(0, added.length - tail.length) })
    keep(tail)
    removed = ''
    added = ''
  }
  for (const { is, text } of changes) {
    if (is === 'removed') removed += text
    else if (is === 'added') added += text
    else {
      flush()
      keep(text)
    }
  }
  flush()
  return out
}

const sharedSpace = (a: string, b: string, at: RegExp): string => {
  const [one, other] = [at.exec(a)?.[0] ?? '', at.exec(b)?.[0] ?? '']
  return one === other ? one : ''
}

/** How alike two texts are by their words: 0 nothing shared, 1 the same words. */
export const likeness = (a: Bag, b: Bag): number => {
  if (a.size + b.size === 0) return 1
  let shared = 0
  const [few, many] = a.counts.size < b.counts.size ? [a, b] : [b, a]
  for (const [word, count] of few.counts) shared += Math.min(count, many.counts.get(word) ?? 0)
  return (2 * shared) / (a.size + b.size)
}

export type Bag = { readonly counts: ReadonlyMap<string, number>; readonly size: number }

export const bagOf = (text: string): Bag => {
  const counts = new Map<string, number>()
  const words = tokens(text.toLocaleLowerCase('vi')).filter((word) => /[\p{L}\p{N}]/u.test(word))
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { counts, size: words.length }
}
