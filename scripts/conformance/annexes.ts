/** Pages after the notice -> where each annex begins, and which of its first lines are label, title and reference. */

import type { Part } from '../../src/layout/decree30.ts'
import type { TextLine } from './text-lines.ts'

const label = /^Phụ lục( [IVXLC]+)?$/
const all = (line: TextLine, is: 'bold' | 'italic'): boolean => line.glyphs.every((glyph) => glyph[is])

/** First pages: an annex opens a page with the word itself. `lines`: the text of all pages, without what stands above it. */
export const annexPages = (lines: readonly TextLine[]): number[] => {
  const pages = [...new Set(lines.map(({ page }) => page))]
  return pages.filter((page) => {
    const first = topOf(lines, page)
    return page > 1 && first !== undefined && label.test(first.text) && all(first, 'bold')
  })
}

const topOf = (lines: readonly TextLine[], page: number): TextLine | undefined =>
  lines.find((line) => line.page === page)

export type Opening = Readonly<Record<Extract<Part, `annex${string}`>, readonly TextLine[]>>

/** The label, then bold lines, then italic ones. */
export const openingOf = (lines: readonly TextLine[], page: number): Opening => {
  const [first, ...rest] = lines.filter((line) => line.page === page)
  const titled = rest.findIndex((line) => !all(line, 'bold'))
  const after = rest.slice(titled)
  const referred = after.findIndex((line) => !all(line, 'italic'))
  return {
    annexLabel: first === undefined ? [] : [first],
    annexTitle: rest.slice(0, titled),
    annexReference: referred === -1 ? after : after.slice(0, referred),
  }
}
