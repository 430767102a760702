/** Matrices of PDF, [a b c d e f]: x' = ax + cy + e, y' = bx + dy + f. */

export type Matrix = readonly [number, number, number, number, number, number]
export type Point = readonly [number, number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** What `inner` maps, mapped by `outer`. */
export const multiply = (outer: Matrix, inner: Matrix): Matrix => {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

export const apply = ([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point => [
  a * x + c * y + e,
  b * x + d * y + f,
]

/** Six numbers of whatever list-like thing a reader hands out; anything else is the identity. */
export const matrixOf = (value: unknown): Matrix => {
  const [a, b, c, d, e, f] = numbersOf(value)
  return a === undefined ||
    b === undefined ||
    c === undefined ||
    d === undefined ||
    e === undefined ||
    f === undefined
    ? identity
    : [a, b, c, d, e, f]
}

/** Plain and typed arrays, and what a copied typed array becomes. */
export const numbersOf = (value: unknown): number[] =>
  value !== null && typeof value === 'object' ? Object.values(value).map(Number) : []

/** How much longer lines get, on average. */
export const scaleOf = ([a, b, c, d]: Matrix): number => Math.sqrt(Math.abs(a * d - b * c))
