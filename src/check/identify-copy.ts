/** The parts of a copy under the notice (bản sao; Phụ lục I, Phần II, mục II.2) → cut off and named, so that each is checked as itself. */

import type { KnownPart } from './identified-parts.ts'
import { readFoot } from './identify-foot.ts'
import { isCopyForm, isLabel, isNumberLine, isPlaceDate } from './identify-words.ts'
import type { Measured } from './measure/measured.ts'
import type { Piece } from './pieces.ts'

type Styled = (piece: Piece) => KnownPart | undefined

export type Copy = {
  /** "TRÍCH SAO" */
  readonly form: Piece
  readonly parts: ReadonlyMap<KnownPart, readonly Piece[]>
  /** Is there a line across the text area above it? Undefined where the file does not tell. */
  readonly ruled: boolean | undefined
}

/** The notice that was copied, and what was put under it. */
export const cutAtCopy = (
  pieces: readonly Piece[],
  measured: Measured,
  styled: Styled,
): { readonly notice: readonly Piece[]; readonly copy?: Copy } => {
  const at = pieces.findLastIndex(
    (piece, index) =>
      isCopyForm(piece.text) &&
      piece.paragraph.cell?.bordered !== true &&
      pieces.slice(0, index).some(isLabel),
  )
  const form = pieces[at]
  if (!form) return { notice: pieces }
  const rule = ruleAbove(form, measured)
  const start = startOf(pieces, at, rule)
  const below = pieces.slice(start).filter((piece) => piece !== form)
  return {
    notice: pieces.slice(0, start),
    copy: {
      form,
      parts: partsOf(form, below, styled),
      ruled: measured.format === 'pdf' ? rule !== undefined : undefined,
    },
  }
}

/** mm: the line runs across the text area, which is hardly narrower. */
const across = 140

/** Height of the nearest line across the page, in mm; a page of a PDF only. */
const ruleAbove = ({ paragraph: { page, box } }: Piece, { strokes }: Measured): number | undefined => {
  if (box === undefined) return undefined
  const tops = strokes.flatMap((stroke) =>
    stroke.page === page && stroke.length > across && (stroke.top ?? box.top) < box.top
      ? [stroke.top ?? 0]
      : [],
  )
  return tops.length > 0 ? Math.max(...tops) : undefined
}

/** Below the line, or with the table of its head; else with the names in capitals just before it. */
const startOf = (pieces: readonly Piece[], at: number, rule: number | undefined): number => {
  const { page, cell } = pieces[at]?.paragraph ?? {}
  if (rule !== undefined)
    return pieces.findIndex(({ paragraph }) => paragraph.page === page && (paragraph.box?.top ?? 0) > rule)
  if (cell) return pieces.findIndex(({ paragraph }) => paragraph.cell?.table === cell.table)
  const isName = (piece: Piece | undefined): boolean =>
    piece !== undefined && piece.column === 'left' && piece.text === piece.text.toLocaleUpperCase('vi')
  let start = at
  while (isName(pieces[start - 1])) start -= 1
  return start
}

const partsOf = (form: Piece, below: readonly Piece[], styled: Styled): Copy['parts'] => {
  const parts = new Map<KnownPart, Piece[]>([['copyForm', [form]]])
  const put = (part: KnownPart, pieces: readonly Piece[]): void => {
    if (pieces.length > 0) parts.set(part, [...(parts.get(part) ?? []), ...pieces])
  }
  const number = below.find(({ text }) => isNumberLine(text))
  const placeDate = below.find(({ text }) => isPlaceDate(text))
  const rest = below.filter((piece) => piece !== number && piece !== placeDate)
  const foot = readFoot(rest, styled)
  put('issuingBody', rest.slice(0, foot.start))
  if (number) put('number', [number])
  if (placeDate) put('placeDate', [placeDate])
  for (const [part, pieces] of foot.parts) put(part, pieces)
  return parts
}
