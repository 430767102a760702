/** The content of a finished notice × the decree table: first line indent, justification, line and paragraph spacing. */

import { decree30 } from '../../src/layout/decree30.ts'
import { tolerance } from './against-table.ts'
import { areaOn, exactly, mm, outside, placeInSection } from './geometry.ts'
import type { Findings } from './ledger.ts'
import type { Measured } from './parts.ts'
import type { TextLine } from './text-lines.ts'

/** Distance of baselines at single spacing over the type size: Times New Roman's line gap is a matter of taste. */
const single = { from: 1.107, to: 1.149 } as const
/** What a layout program may round by: a line distance, in lines, and a space between paragraphs, in points. */
const rounding = { lines: 0.02, points: 0.3 } as const

const { indent, before, leading } = decree30.parts.paragraph

type Pair = { readonly line: TextLine; readonly next: TextLine | undefined; readonly wraps: boolean }

/** `justified`: how far from the edge, in mm, a full line may end. */
export const paragraphFindings = (measured: Measured, justified: number = tolerance.mm): Findings => {
  const opens = (line: TextLine): boolean => mm(line.left - areaOn(measured, line.page).left) > 1
  const pairs = measured.body.map((line, index): Pair => {
    const next = measured.body[index + 1]
    return { line, next, wraps: next !== undefined && !opens(next) && !opensSection(measured, line, next) }
  })
  const usual = median(pairs.flatMap(({ line, next, wraps }) => (wraps ? pitch(line, next) : [])))
  return pairs.flatMap(({ line, next, wraps }) => {
    const told = `trang ${line.page}, “${line.text}”`
    const area = areaOn(measured, line.page)
    const full = wraps && !hasRoomFor(next, line, area.right)
    return [
      ...(opens(line) ? outside(`${told}, thụt đầu dòng`, mm(line.left - area.left), indent) : []),
      ...(full ? exactly(`${told}, canh đều bên phải`, mm(line.right), mm(area.right), justified) : []),
      ...pitch(line, next).flatMap((distance) =>
        wraps ? lineSpacing(told, line, distance) : paragraphSpacing(told, distance - usual),
      ),
    ]
  })
}

const opensSection = (measured: Measured, line: TextLine, next: TextLine): boolean =>
  next.page > line.page && placeInSection(measured, next.page) === 0

const lineSpacing = (told: string, line: TextLine, distance: number): string[] => {
  const size = line.glyphs[0]?.size ?? 0
  const fits =
    distance > (leading.from - rounding.lines) * size * single.from &&
    distance < (leading.to + rounding.lines) * size * single.to
  const lines = (distance / (size * single.to)).toFixed(2)
  return fits ? [] : [`${told}: cách dòng ${lines}, cần ${leading.from}–${leading.to}`]
}

const paragraphSpacing = (told: string, gap: number): string[] =>
  gap >= before.from - rounding.points
    ? []
    : [`${told}: cách đoạn sau ${gap.toFixed(1)} pt, cần ít nhất ${before.from} pt`]

/** Distance of two baselines on one page; none over a page break. */
const pitch = (line: TextLine, next: TextLine | undefined): number[] =>
  next === undefined || next.page !== line.page ? [] : [next.baseline - line.baseline]

/** The first word of the next line would have fitted: this line was ended by hand, and need not be full. */
const hasRoomFor = (next: TextLine | undefined, line: TextLine, right: number): boolean => {
  const [first, space] = [next?.glyphs[0], (line.glyphs[0]?.size ?? 0) / 4]
  if (next === undefined || first === undefined) return false
  const length = next.text.split(' ')[0]?.length ?? 0
  const last = next.glyphs[length - 1] ?? first
  return line.right + space + (last.right - first.left) < right
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
