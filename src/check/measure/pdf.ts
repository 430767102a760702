/**
 * A finished .pdf, whoever made it → what can be read off its pages. Lengths come from where letters and strokes are
 * drawn; what the drawing does not tell is absent.
 */

import { toMm } from '../../layout/units.ts'
import type { Measured, MeasuredPage, MeasuredParagraph } from './measured.ts'
import { type Draft, draftsOf } from './pdf-drafts.ts'
import { withPdf } from './pdf-file.ts'
import type { Flow } from './pdf-flow.ts'
import { frameAround } from './pdf-grid.ts'
import { centreOf } from './pdf-ink.ts'
import { type LaidPage, layOut } from './pdf-layout.ts'
import type { Piece } from './pdf-lines.ts'
import { marginsOf, withCommonTop } from './pdf-margins.ts'
import { pageNumberOf } from './pdf-page-numbers.ts'
import { readPages } from './pdf-pages.ts'
import { drawsSpaces, hundredths, measuredLine, runsOf, textOf } from './pdf-runs.ts'
import { ascent, descent, leadingOf, single, spaceBetween } from './pdf-spacing.ts'
import { borderStroke, measuredStroke } from './pdf-strokes.ts'

/** `file`: its name, for the report. Rejects with `FileRefused` for what is not a readable PDF. */
export const measurePdf = (file: string, bytes: Uint8Array): Promise<Measured> =>
  withPdf(bytes, async (opened) => {
    const { pages: inked, gaps } = await readPages(opened)
    const pages = layOut(inked)
    const { drafts, pitch } = draftsOf(pages)
    const usual = usualLeading(pitch)
    const spaces = drawsSpaces(drafts.map(({ lines }) => lines))
    const standing = drafts.map(({ lines }, index) => ({ index: index + 1, lines }))
    return {
      file,
      format: 'pdf',
      pages: withCommonTop(pages.map(pageOf)),
      paragraphs: drafts.map((draft, index) => paragraphOf(draft, index + 1, pages, usual, spaces)),
      strokes: pages.flatMap(({ page: { number }, rules, typed, borders }) => [
        ...rules.map((mark) => measuredStroke(mark, number, false, standing)),
        ...typed.map((mark) => measuredStroke(mark, number, true, standing)),
        ...borders.map((mark) => borderStroke(mark, number)),
      ]),
      gaps,
    }
  })

const inMm = (points: number): number => hundredths(toMm(points))

type Leading = (line: Piece) => number

/** What lines of this size have inside paragraphs; single where none goes on. */
const usualLeading =
  (pitch: Flow['pitch']): Leading =>
  (line) =>
    (pitch(line.size) ?? single * line.size) / (single * line.size || 1)

const pageOf = ({ page, area, stretches, edgings, frames }: LaidPage): MeasuredPage => {
  const { number, width, height } = page
  const lines = stretches
    .flatMap((stretch) =>
      stretch.is === 'columns'
        ? stretch.lines.map(({ piece }) => piece)
        : stretch.is === 'table'
          ? stretch.cells.flatMap((cell) => cell.lines)
          : stretch.lines,
    )
    .filter((line) => !frameAround([line], frames, height / 2)) // marks may stand in the margin
    .sort((a, b) => a.baseline - b.baseline)
  const margins = marginsOf(page, lines, area)
  const shown = edgings.find((edging) => edging.number)
  return {
    number,
    width: inMm(width),
    height: inMm(height),
    ...(margins ? { margins } : {}),
    ...(shown ? { pageNumber: pageNumberOf(shown, area, number === 1) } : {}),
  }
}

/** pt */
const sameCentre = 2

const paragraphOf = (
  { lines, area, setting, column, within, cell, above }: Draft,
  index: number,
  pages: readonly LaidPage[],
  usual: Leading,
  spaces: boolean,
): MeasuredParagraph => {
  const [first, last] = [lines[0], lines.at(-1)]
  const right = column === 'full' && !cell ? area.right : undefined
  const drawn = pages.find(({ page }) => page.number === first?.page)
  const marks = drawn?.rules ?? []
  const frame = drawn && frameAround(lines, drawn.frames, drawn.page.height / 2)
  const runs = runsOf(lines, marks, { drawsSpaces: spaces, ...(right === undefined ? {} : { right }) })
  const centred = frame && first && Math.abs(centreOf(frame) - centreOf(first)) < sameCentre
  const align = centred ? 'centre' : setting.align
  const leading = leadingOf(lines)
  const before = first && above && spaceBetween(above.line, likelyLeading(above.draft, usual), first)
  return {
    index,
    ...(first ? { page: first.page } : {}),
    text: textOf(runs),
    lines: lines.map(measuredLine),
    runs,
    ...(align ? { align } : {}),
    ...(setting.firstIndent === undefined ? {} : { firstIndent: inMm(setting.firstIndent) }),
    ...(setting.left === undefined ? {} : { left: inMm(setting.left) }),
    ...(before === undefined ? {} : { before }),
    ...(leading === undefined ? {} : { leading }),
    column,
    ...(frame ? { frame: { width: inMm(frame.right - frame.left), height: inMm(frame.height) } } : {}),
    ...(cell ? { cell } : {}),
    within,
    ...(first && last ? { box: boxOf(lines.filter((line) => line.page === first.page)) } : {}),
  }
}

/** A single line tells nothing; in running text it is spaced as its neighbours are. */
const likelyLeading = ({ lines, column, setting }: Draft, usual: Leading): number => {
  const [first] = lines
  const flowing = column === 'full' && setting.align !== 'centre'
  return leadingOf(lines) ?? (first && flowing ? usual(first) : 1)
}

const boxOf = (lines: readonly Piece[]): NonNullable<MeasuredParagraph['box']> => {
  const left = Math.min(...lines.map((line) => line.left))
  const right = Math.max(...lines.map((line) => line.right))
  const top = Math.min(...lines.map((line) => line.baseline - ascent * line.size))
  const bottom = Math.max(...lines.map((line) => line.baseline + descent * line.size))
  return {
    left: inMm(left),
    top: inMm(top),
    width: inMm(right - left),
    height: inMm(bottom - top),
  }
}
