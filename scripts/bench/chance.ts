/** A seed -> the same choices on every machine and in every run: sfc32, started from the hash of a text. */

export type Chance = {
  /** From 0 up to, not including, `below`. */
  readonly below: (below: number) => number
  /** Both ends included. */
  readonly between: (from: number, to: number) => number
  readonly one: <T>(of: readonly T[]) => T
  /** Different ones, in the order in which they stand in the list. */
  readonly some: <T>(of: readonly T[], count: number) => T[]
  /** True in so many of a hundred cases. */
  readonly in100: (cases: number) => boolean
}

export const openChance = (seed: string): Chance => {
  const next = sfc32(seed)
  const below = (limit: number): number => Math.floor(next() * limit)
  const one = <T>(of: readonly T[]): T => {
    const chosen = of[below(of.length)]
    if (chosen === undefined) throw new Error('nothing to choose from')
    return chosen
  }
  const some = <T>(of: readonly T[], count: number): T[] => {
    const left = of.map((_, index) => index)
    const chosen: number[] = []
    while (chosen.length < count && left.length > 0) chosen.push(...left.splice(below(left.length), 1))
    return chosen.sort((a, b) => a - b).flatMap((index) => of.slice(index, index + 1))
  }
  return {
    below,
    between: (from, to) => from + below(to - from + 1),
    one,
    some,
    in100: (cases) => below(100) < cases,
  }
}

/** Numbers from 0 up to 1, by Chris Doty-Humphrey's small fast counting generator (public domain). */
const sfc32 = (seed: string): (() => number) => {
  let [a, b, c, d] = [fnv1a(`${seed}/a`), fnv1a(`${seed}/b`), fnv1a(`${seed}/c`), 1]
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 4294967296
  }
  for (let round = 0; round < 12; round += 1) next()
  return next
}

const fnv1a = (text: string): number => {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return hash | 0
}
