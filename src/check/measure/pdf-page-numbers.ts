/** Rows at the upper and lower edge of pages → page numbers and running heads, apart from the text. */

import type { MeasuredPage, MeasuredParagraph } from './measured.ts'
import type { Area } from './pdf-area.ts'
import { centreOf, type InkPage } from './pdf-ink.ts'
import { joined, type Piece, type Row } from './pdf-lines.ts'

type Number = NonNullable<MeasuredPage['pageNumber']>

export type Edging = {
  readonly place: 'top' | 'bottom'
  readonly line: Piece
  readonly number: boolean
}

/** "2", "- 2 -", "Trang 2/3", "2/3". */
const numberText = /^[-–—\s]*(?:trang\s*)?\d{1,3}(?:\s*\/\s*\d{1,3})?[-–—\s.]*$/iu

/** Baselines of page numbers stand within this much of the edge (pt); text below a margin of 20 mm starts lower. */
const margin = 66
/** Baselines (pt) of a running head differ by less from page to page. */
const sameHeight = 1

/** At most one row at each end of a page, and rows that come back on every page. */
export const edgingsOf = (
  page: InkPage,
  rows: readonly Row[],
  recurring: ReadonlySet<string>,
): Map<Row, Edging> => {
  const out = new Map<Row, Edging>()
  const look = (row: Row | undefined, place: 'top' | 'bottom'): boolean => {
    const line = row && joined(row.pieces)
    if (!row || !line || !isAtEdge(line, page, place)) return false
    const number = row.pieces.length === 1 && numberText.test(line.text) && hasMore(page, line)
    if (!number && !recurring.has(keyOf(line, page))) return false
    out.set(row, { place, line, number })
    return true
  }
  const rest = [...rows]
  while (look(rest[0], 'top')) rest.shift()
  while (look(rest.at(-1), 'bottom')) rest.pop()
  return out
}

/** A page with nothing else on it shows its number in the text. */
const hasMore = ({ glyphs }: InkPage, { letters }: Piece): boolean => glyphs.length > letters.length

const isAtEdge = (line: Piece, page: InkPage, place: 'top' | 'bottom'): boolean =>
  place === 'top' ? line.baseline < margin : line.baseline > page.height - margin

/** The same words at the same height, whatever the figures in them. */
const keyOf = (line: Piece, page: InkPage): string =>
  `${Math.round(page.width)}|${Math.round(line.baseline / sameHeight)}|${line.text.replace(/\d+/g, '#')}`

/** Lines at the edges of two pages or more. */
export const recurringLines = (
  pages: readonly { readonly page: InkPage; readonly rows: readonly Row[] }[],
): Set<string> => {
  const counts = new Map<string, number>()
  for (const { page, rows } of pages) {
    const lines = rows.flatMap((row) => joined(row.pieces) ?? [])
    const edge = lines.filter((line) => isAtEdge(line, page, 'top') || isAtEdge(line, page, 'bottom'))
    for (const key of new Set(edge.map((line) => keyOf(line, page))))
      counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([key]) => key))
}

export const pageNumberOf = (edging: Edging, area: Area, onFirstPage: boolean): Number => {
  const { line, place } = edging
  const look = line.letters[0]?.look
  return {
    text: line.text,
    place,
    align: edgeAlign(line, area),
    ...(look ? { ...look, size: Math.round(look.size * 10) / 10 } : {}),
    onFirstPage,
  }
}

/** By the third of the text area in which it stands. */
export const edgeAlign = (line: Piece, area: Area): NonNullable<MeasuredParagraph['align']> => {
  const share = (centreOf(line) - area.left) / (area.right - area.left)
  return share < 1 / 3 ? 'left' : share > 2 / 3 ? 'right' : 'centre'
}
