/** Slices of text one below the other → pages: where each page ends. Pure; the cost is linear in the slices. */

import type { Pt } from '../../layout/units.ts'

/**
 * May a page end above the slice? `never` and `poor` give way, `poor` first, when what they hold together is longer
 * than a page: text is never lost.
 */
export type Cut = 'must' | 'good' | 'poor' | 'never'

/** A line of text or a row of a table: never torn. */
export type Slice<S = unknown> = {
  readonly height: Pt
  /** Blank at the end of `height` that may hang over the foot of a page. */
  readonly slack: Pt
  /** Space above, dropped where the text runs on to a new page. */
  readonly above: Pt
  readonly cut: Cut
  /** Printed again above the slice when a page begins with it: the head of a table. */
  readonly head?: S
}

/** `y` is the top of the slice below the top of the text area. */
export type Placed<S> = { readonly slice: S; readonly y: Pt }

/** Heights are twentieths of a point; sums of them in floating point are not quite. */
const tolerance: Pt = 1 / 100

/** `room`: height of the text area; the first page may have less of it. */
export const paginate = <S extends Slice<S>>(
  slices: readonly S[],
  room: Pt,
  firstRoom = room,
): readonly (readonly Placed<S>[])[] => {
  const pages: (readonly Placed<S>[])[] = []
  for (let start = 0; start < slices.length; ) {
    const page = fill(slices, start, start === 0 ? firstRoom : room)
    pages.push(page.placed)
    start = page.end
  }
  return pages
}

const fill = <S extends Slice<S>>(
  slices: readonly S[],
  start: number,
  room: Pt,
): { placed: readonly Placed<S>[]; end: number } => {
  const placed: Placed<S>[] = []
  // How many slices would be on the page if it ended at the last good, or else poor, place.
  const ends: Partial<Record<Cut, { readonly index: number; readonly count: number }>> = {}
  let y = 0
  for (let index = start; index < slices.length; index++) {
    const slice = slices[index] as S
    const top = index === start
    if (!top && slice.cut === 'must') return { placed, end: index }
    if (!top) ends[slice.cut] = { index, count: placed.length }
    const runsOn = top && start > 0 && slice.cut !== 'must'
    if (runsOn && slice.head) {
      placed.push({ slice: slice.head, y })
      y += slice.head.height
    }
    y += runsOn ? 0 : slice.above
    if (!top && y + slice.height - slice.slack > room + tolerance) {
      const end = ends.good ?? ends.poor ?? { index, count: placed.length }
      return { placed: placed.slice(0, end.count), end: end.index }
    }
    placed.push({ slice, y })
    y += slice.height
  }
  return { placed, end: slices.length }
}
