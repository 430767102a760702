/** "Did you mean": the candidate that a mistyped word most likely stood for. */

/**
 * The nearest candidate within a third of its length in edits (two for words of four letters and more, one for
 * shorter ones), or undefined. Ties go to the earlier candidate.
 */
export const nearest = (word: string, candidates: Iterable<string>): string | undefined => {
  let best: string | undefined
  let bestDistance = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > allowed(candidate)) continue
    const distance = edits(word.toLowerCase(), candidate.toLowerCase())
    if (distance <= allowed(candidate) && distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

const allowed = ({ length }: string): number =>
  Math.max(Math.min(2, Math.floor(length / 2)), Math.floor(length / 3))

/** Insertions, deletions, replacements and swaps of neighbours between two words. */
const edits = (a: string, b: string): number => {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        value = Math.min(value, (beforeLast[j - 2] ?? 0) + 1)
      }
      row.push(value)
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}
