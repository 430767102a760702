/** Two sequences → which entries are the same one, in order: the pairing that keeps the most of what they share. */

import { longestRun } from '../diff/blocks.ts'

export type Step<T> = { readonly before?: T; readonly after?: T }

export type Likeness<T> = {
  readonly same: (x: T, y: T) => boolean
  /** Equal keys are the same entry wherever only one on each side has that key; undefined: not told by a key. */
  readonly key: (x: T) => string | undefined
  /** How well two entries match; 0: not at all. */
  readonly score: (x: T, y: T) => number
}

/**
 * What went stands before what came in its place. The time grows with the product of what is left when equal
 * beginnings and ends are taken off, between one pair that is sure by its key and the next.
 */
export const align = <T>(a: readonly T[], b: readonly T[], like: Likeness<T>): Step<T>[] => {
  const most = Math.min(a.length, b.length)
  let head = 0
  while (head < most && like.same(a[head] as T, b[head] as T)) head += 1
  let tail = 0
  while (tail < most - head && like.same(a.at(-1 - tail) as T, b.at(-1 - tail) as T)) tail += 1
  return [
    ...a.slice(0, head).map((before, index) => ({ before, after: b[index] as T })),
    ...between(a.slice(head, a.length - tail), b.slice(head, b.length - tail), like),
    ...a.slice(a.length - tail).map((before, index) => ({ before, after: b[b.length - tail + index] as T })),
  ]
}

/** Sure pairs that keep their order, and the best of what stands between them. */
const between = <T>(a: readonly T[], b: readonly T[], { key, score }: Likeness<T>): Step<T>[] => {
  const [keysA, keysB] = [onceIn(a.map(key)), onceIn(b.map(key))]
  const sure = [...keysA].flatMap(([each, from]) => {
    const to = keysB.get(each)
    return to === undefined ? [] : [{ from, to }]
  })
  const steps: Step<T>[] = []
  let [i, j] = [0, 0]
  for (const { from, to } of longestRun(sure, (pair) => pair.to)) {
    steps.push(...middle(a.slice(i, from), b.slice(j, to), score), {
      before: a[from] as T,
      after: b[to] as T,
    })
    i = from + 1
    j = to + 1
  }
  return [...steps, ...middle(a.slice(i), b.slice(j), score)]
}

/** Keys that stand there once, in order, and where. */
const onceIn = (keys: readonly (string | undefined)[]): Map<string, number> => {
  const found = new Map<string, number>()
  const twice = new Set<string>()
  for (const [index, key] of keys.entries()) {
    if (key === undefined) continue
    if (found.has(key)) twice.add(key)
    found.set(key, index)
  }
  for (const key of twice) found.delete(key)
  return found
}

const middle = <T>(a: readonly T[], b: readonly T[], score: (x: T, y: T) => number): Step<T>[] => {
  const width = b.length + 1
  // The best sum for what follows a[i] and b[j].
  const best = new Float64Array((a.length + 1) * width)
  const scores = new Float64Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const own = score(a[i] as T, b[j] as T)
      const at = i * width + j
      scores[at] = own
      const paired = own > 0 ? own + (best[at + width + 1] ?? 0) : 0
      best[at] = Math.max(paired, best[at + width] ?? 0, best[at + 1] ?? 0)
    }
  }
  const steps: Step<T>[] = []
  let came: Step<T>[] = []
  const flush = (): void => {
    steps.push(...came)
    came = []
  }
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    const at = i * width + j
    const own = scores[at] ?? 0
    if (own > 0 && best[at] === own + (best[at + width + 1] ?? 0)) {
      flush()
      steps.push({ before: a[i] as T, after: b[j] as T })
      i += 1
      j += 1
    } else if (best[at] === best[at + width]) {
      steps.push({ before: a[i] as T })
      i += 1
    } else {
      came.push({ after: b[j] as T })
      j += 1
    }
  }
  for (; i < a.length; i += 1) steps.push({ before: a[i] as T })
  flush()
  for (; j < b.length; j += 1) steps.push({ after: b[j] as T })
  return steps
}
