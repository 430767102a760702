/** Marks of a page, and lines of underscores and dashes → the strokes that a reader sees, each under its paragraph. */

import { toMm } from '../../layout/units.ts'
import type { MeasuredStroke } from './measured.ts'
import type { Mark } from './pdf-ink.ts'
import type { Piece } from './pdf-lines.ts'
import { hundredths, isUnderline } from './pdf-runs.ts'

/** Points. Marks whose ends are this near are one line drawn in parts; with gaps up to the second one, a broken line. */
const touching = 1
const gapOfDashes = 8
/** Marks at heights that differ by less are on one line. */
const sameHeight = 0.5
/** A stroke stands under a line when it is at most this far below its baseline, in ems. */
const reach = 1.7

/** Lines drawn in parts as one; three parts or more with gaps between them are a broken line. */
export const joinMarks = (marks: readonly Mark[]): Mark[] => {
  const out: { mark: Mark; parts: number; gaps: number; last: number }[] = []
  for (const mark of [...marks].sort((a, b) => a.y - b.y || a.left - b.left)) {
    const line = out.findLast(
      ({ mark: { y, right } }) => Math.abs(y - mark.y) < sameHeight && mark.left - right < gapOfDashes,
    )
    const gap = line ? mark.left - line.mark.right : 0
    const regular =
      line && (line.gaps === 0 ? mark.right - mark.left < 4 * gapOfDashes : Math.abs(gap - line.last) < 1)
    if (!line || (gap > touching && !regular)) out.push({ mark, parts: 1, gaps: 0, last: 0 })
    else {
      const { left, right, y } = line.mark
      const gapped = gap > touching
      line.mark = {
        left: Math.min(left, mark.left),
        right: Math.max(right, mark.right),
        y,
        thickness: Math.max(line.mark.thickness, mark.thickness),
        solid: line.mark.solid && mark.solid && !gapped,
      }
      line.parts += 1
      line.gaps += gapped ? 1 : 0
      if (gapped) line.last = gap
    }
  }
  return out.map(({ mark }) => mark)
}

/** Where fonts draw underscores below the baseline, and dashes above it, in ems. */
const underscore = 0.13
const dash = -0.25

/** Letters that touch make an unbroken line. */
export const ruleOf = (piece: Piece): Mark => ({
  left: piece.left,
  right: piece.right,
  y: piece.baseline + (/[_‗]/u.test(piece.text) ? underscore : dash) * piece.size,
  thickness: 0,
  solid: /^[_—―─━═]+$/u.test(piece.text),
})

export type Standing = { readonly index: number; readonly lines: readonly Piece[] }

/** The paragraph of which a line is nearest above the mark. */
const under = (
  mark: Mark,
  page: number,
  paragraphs: readonly Standing[],
): (Standing & { line: Piece }) | undefined => {
  const near = paragraphs.flatMap((paragraph) =>
    paragraph.lines
      .filter((line) => line.page === page && mark.left < line.right && line.left < mark.right)
      .map((line) => ({ ...paragraph, line, distance: mark.y - line.baseline }))
      .filter(({ line, distance }) => distance > -0.5 && distance < reach * line.size),
  )
  return near.sort((a, b) => a.distance - b.distance)[0]
}

export const measuredStroke = (
  mark: Mark,
  page: number,
  typed: boolean,
  paragraphs: readonly Standing[],
): MeasuredStroke => {
  const above = under(mark, page, paragraphs)
  const kind = typed ? 'characters' : above && isUnderline(mark, above.line) ? 'underline' : 'drawn'
  return { ...borderStroke(mark, page), kind, ...(above ? { under: above.index } : {}) }
}

/** A line of a table or a frame stands under no paragraph. */
export const borderStroke = (mark: Mark, page: number): MeasuredStroke => ({
  page,
  length: hundredths(toMm(mark.right - mark.left)),
  left: hundredths(toMm(mark.left)),
  top: hundredths(toMm(mark.y)),
  kind: 'border',
  solid: mark.solid,
})
