/** Glyphs of a page -> lines of text with their boxes: one baseline, cut where a column ends. Points. */

import type { Glyph, Page } from './page-trace.ts'

export type TextLine = {
  readonly page: number
  readonly text: string
  /** Ends of the ink: ordinary spaces at either end do not count. */
  readonly left: number
  readonly right: number
  readonly baseline: number
  /** Line box without leading. */
  readonly top: number
  readonly bottom: number
  readonly glyphs: readonly Glyph[]
}

/** Line box of Times New Roman and of the faces with its metrics (hhea ascender and descender over the em). */
const ascent = 0.891
const descent = 0.216

/** Glyphs this near to each other, in points, stand on one baseline. */
const sameBaseline = 0.6
/** An empty stretch wider than this, in ems, parts two columns: a justified line does not open that far … */
const columnGap = 1.6
/** … and in head and foot, where nothing is justified, no line opens even this far: a space takes a quarter. */
export const unjustifiedGap = 0.4
/** From here on, in ems, an empty stretch without a space glyph is a space between words. */
const wordGap = 0.15

/** Other blanks than this hold room on purpose, as for a date to be filled in: they count as ink. */
const isSpace = (glyph: Glyph): boolean => glyph.text === ' ' || glyph.text === ''

export const linesOf = (page: Page, gap = columnGap): TextLine[] =>
  onBaselines(page.glyphs)
    .flatMap((row) => cutColumns(row, gap))
    .map((glyphs) => line(page.number, glyphs))
    .filter((found): found is TextLine => found !== undefined)

const onBaselines = (glyphs: readonly Glyph[]): Glyph[][] => {
  const rows: { baseline: number; glyphs: Glyph[] }[] = []
  for (const glyph of glyphs) {
    const row = rows.find((candidate) => Math.abs(candidate.baseline - glyph.baseline) <= sameBaseline)
    if (row === undefined) rows.push({ baseline: glyph.baseline, glyphs: [glyph] })
    else row.glyphs.push(glyph)
  }
  return rows.sort((a, b) => a.baseline - b.baseline).map((row) => row.glyphs.sort((a, b) => a.left - b.left))
}

const cutColumns = (row: readonly Glyph[], gap: number): Glyph[][] => {
  const cuts: Glyph[][] = []
  for (const glyph of row) {
    const before = cuts.at(-1)?.at(-1)
    const apart = before === undefined || glyph.left - before.right > gap * glyph.size
    if (apart) cuts.push([glyph])
    else cuts.at(-1)?.push(glyph)
  }
  return cuts
}

const line = (page: number, glyphs: readonly Glyph[]): TextLine | undefined => {
  const ink = glyphs.filter((glyph) => !isSpace(glyph))
  const [first, last] = [ink[0], ink.at(-1)]
  if (first === undefined || last === undefined) return undefined
  return {
    page,
    text: spell(glyphs),
    left: first.left,
    right: last.right,
    baseline: first.baseline,
    top: Math.min(...ink.map((glyph) => glyph.baseline - ascent * glyph.size)),
    bottom: Math.max(...ink.map((glyph) => glyph.baseline + descent * glyph.size)),
    glyphs: ink,
  }
}

const spell = (glyphs: readonly Glyph[]): string =>
  glyphs
    .map((glyph, index) => {
      const before = glyphs[index - 1]
      const parted = before !== undefined && glyph.left - before.right > wordGap * glyph.size
      return parted ? ` ${glyph.text}` : glyph.text
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim()

export const centreOf = (box: { readonly left: number; readonly right: number }): number =>
  (box.left + box.right) / 2
export const widthOf = (box: { readonly left: number; readonly right: number }): number =>
  box.right - box.left
