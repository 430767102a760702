/** Letters in the order of drawing → what was drawn in one go, on one baseline, from left to right. */

import type { Edge, Glyph, Look } from './pdf-ink.ts'

/** In ems. A jump this wide inside what was drawn in one go parts columns. */
export const columnGap = 1
/** Where spaces are drawn, a gap without one is none: this wide, it parts columns. */
export const bareGap = 0.3
/** Share of the letters of a page that are spaces, if its program draws them. */
const spaceShare = 0.05
/** The same letter again, nearer than this, is the same letter drawn twice. */
const hair = 0.08

export type Chunk = {
  readonly glyphs: Glyph[]
  /** Place in the order of drawing. */
  readonly order: number
  readonly baseline: number
  left: number
  right: number
  size: number
}

/** Some programs thicken a face that has no bold by drawing it twice, a hair apart: one letter, and bold. */
const withoutDoubles = (glyphs: readonly Glyph[]): Glyph[] => {
  const drawn = new Map<string, number[]>()
  const out: Glyph[] = []
  for (const glyph of glyphs) {
    const key = `${glyph.text}|${Math.round(glyph.baseline)}`
    const places = drawn.get(key) ?? []
    const at = places.find((place) => Math.abs((out[place]?.left ?? 0) - glyph.left) < hair * glyph.size)
    const twin = at === undefined ? undefined : out[at]
    if (at === undefined || !twin || glyph.text === ' ') {
      drawn.set(key, [...places, out.length])
      out.push(glyph)
    } else if (twin.look && twin.left !== glyph.left) out[at] = { ...twin, look: bolder(twin.look) }
  }
  return out
}

const bold = new WeakMap<Look, Look>()

const bolder = (look: Look): Look => {
  const known = bold.get(look) ?? { ...look, bold: true }
  bold.set(look, known)
  return known
}

/** Does the program draw a letter for each space? */
export const drawsSpaces = (glyphs: readonly Glyph[]): boolean =>
  glyphs.filter(({ text }) => text === ' ').length > spaceShare * glyphs.length

/** A gap is bare where neither letter beside it is a space. */
export const isBare = (before: Glyph | undefined, after: Glyph | undefined): boolean =>
  before !== undefined && after !== undefined && before.text !== ' ' && after.text !== ' '

export const chunksOf = (drawn: readonly Glyph[], edges: readonly Edge[]): Chunk[] => {
  const spaces = drawsSpaces(drawn)
  const chunks: Chunk[] = []
  let order = 0
  for (const glyph of withoutDoubles(drawn)) {
    const last = chunks.at(-1)
    const em = Math.max(glyph.size, last?.size ?? 0)
    const before = last?.glyphs.at(-1)
    const gap = before ? glyph.left - before.end : 0
    const limit = spaces && isBare(before, glyph) ? bareGap : columnGap
    const follows =
      last !== undefined &&
      Math.abs(glyph.baseline - last.baseline) < 0.02 * em + 0.05 &&
      gap > -0.6 * em &&
      gap < limit * em &&
      !parted(last.right, glyph.left, glyph.baseline, edges)
    if (last && follows) {
      last.glyphs.push(glyph)
      last.right = Math.max(last.right, glyph.right)
      last.size = em
    } else
      chunks.push({
        glyphs: [glyph],
        order: order++,
        baseline: glyph.baseline,
        left: glyph.left,
        right: glyph.right,
        size: glyph.size,
      })
  }
  return chunks.filter((chunk) => chunk.glyphs.some(({ text }) => text !== ' '))
}

/** An edge of a table stands between. */
export const parted = (right: number, left: number, baseline: number, edges: readonly Edge[]): boolean =>
  edges.some(({ x, top, bottom }) => x > right - 1 && x < left + 1 && top < baseline && baseline < bottom)
