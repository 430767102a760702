/** The text of a page → its margins in mm, as far as lines show them. */

import { toMm } from '../../layout/units.ts'
import type { MeasuredPage } from './measured.ts'
import type { Area } from './pdf-area.ts'
import { widthOf } from './pdf-ink.ts'
import type { Piece } from './pdf-lines.ts'
import { hundredths } from './pdf-runs.ts'
import { ascent, descent } from './pdf-spacing.ts'

/** Points. Lines that start or end this near to the edges of the document's text show the margins of their page. */
const near = 3
/** Share of the text width that a line of full width takes at least. */
const full = 0.97
/** mm. A page that starts lower than others has an empty line or a space on top: it does not show its margin. */
const sameTop = 0.5

type Paper = { readonly width: number; readonly height: number }
type Margins = NonNullable<MeasuredPage['margins']>

/**
 * Left and right: where the lines of full width start and end. Top: where the first line starts.
 * Bottom: what is left below the last line, at least the margin and often more.
 */
export const marginsOf = (paper: Paper, lines: readonly Piece[], area: Area): Margins | undefined => {
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last) return undefined
  const lefts = (area.told ? lines : [])
    .map(({ left }) => left)
    .filter((at) => Math.abs(at - area.left) < near)
  const ends = (area.told ? lines : []).some(
    (line) => widthOf(line) > full * (area.right - area.left) && Math.abs(line.right - area.right) < near,
  )
  return {
    top: hundredths(toMm(first.baseline - ascent * first.size)),
    bottom: hundredths(toMm(paper.height - last.baseline - descent * last.size)),
    ...(lefts.length > 0 ? { left: hundredths(toMm(Math.min(...lefts))) } : {}),
    ...(ends ? { right: hundredths(toMm(paper.width - area.reach)) } : {}),
  }
}

/** Top margins only of pages that start as high as any. */
export const withCommonTop = (pages: readonly MeasuredPage[]): MeasuredPage[] => {
  const highest = Math.min(...pages.flatMap(({ margins }) => margins?.top ?? []))
  return pages.map((page) => {
    const { top, ...others } = page.margins ?? {}
    return top === undefined || top - highest <= sameTop ? page : { ...page, margins: others }
  })
}
