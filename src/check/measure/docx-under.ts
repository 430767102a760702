/** A line drawn somewhere beside the text → the paragraph it stands under, from the heights of what is around it. */

import type { Shape } from './docx-shape.ts'
import { isTypedRule } from './docx-typed.ts'
import type { MeasuredParagraph, MeasuredStroke } from './measured.ts'
import { heightOf, lineHeightOf, type Ruler, wholeHeightOf } from './text-lines.ts'

/** A drawn line and where it hangs. `area`: of the text around its anchor, without the paragraph's own indents. */
export type Hung = {
  readonly shape: Extract<Shape, { is: 'line' }>
  readonly anchor: MeasuredParagraph
  readonly stack: string
  readonly area: { readonly left: number; readonly width: number }
  /** mm: the text between the page's margins. */
  readonly text: { readonly left: number; readonly width: number }
}

type Stacks = ReadonlyMap<string, readonly MeasuredParagraph[]>

/** Above this share of its line's height, a stroke belongs to the line before. */
const upper = 0.4
/** A stroke may reach this share of a line below the paragraph that it belongs to. */
const lower = 0.6

export const strokeOf = (hung: Hung, stacks: Stacks, ruler: Ruler): MeasuredStroke => {
  const { shape } = hung
  const length = shape.whole ? hung.area.width : shape.width
  const left = leftOf(hung, length)
  const under = paragraphAbove(hung, left === undefined ? undefined : left + length / 2, stacks, ruler)
  return {
    ...(under && { under: under.index }),
    length,
    ...(left !== undefined && { left }),
    kind: 'drawn',
    solid: shape.solid,
  }
}

const leftOf = ({ shape, anchor, area, text }: Hung, length: number): number | undefined => {
  if (shape.verticalFrom === 'inline') {
    if (anchor.align === 'centre' && anchor.area) return anchor.area.left + (anchor.area.width - length) / 2
    return anchor.align === 'right' ? undefined : area.left + (anchor.left ?? 0) + (anchor.firstIndent ?? 0)
  }
  const from =
    shape.horizontalFrom === 'column'
      ? area
      : shape.horizontalFrom === 'margin'
        ? text
        : shape.horizontalFrom === 'page'
          ? { left: 0, width: text.left * 2 + text.width }
          : undefined
  if (!from) return undefined
  if (shape.centred) return from.left + (from.width - length) / 2
  return shape.x === undefined ? undefined : from.left + shape.x
}

const paragraphAbove = (
  { shape, anchor, stack }: Hung,
  centre: number | undefined,
  stacks: Stacks,
  ruler: Ruler,
): MeasuredParagraph | undefined => {
  const own = stacks.get(stack) ?? []
  const at = own.indexOf(anchor)
  // Placed on the page and not by the text: which words it falls under is not told.
  if (shape.verticalFrom === 'page') return undefined
  if (shape.verticalFrom === 'inline' || shape.y === undefined) return nearestWords(own, at)
  const other = otherCell(anchor, centre, stacks)
  if (!other) return at < 0 ? undefined : walk(own, at, shape.y, ruler)
  const above = own.slice(0, at).reduce((sum, each) => sum + wholeHeightOf(each, ruler), 0)
  return walk(other, 0, above + shape.y, ruler)
}

/** The cell beside it that the line really stands in, when it was pulled over. */
const otherCell = (
  anchor: MeasuredParagraph,
  centre: number | undefined,
  stacks: Stacks,
): readonly MeasuredParagraph[] | undefined => {
  const { cell, area } = anchor
  if (!cell || !area || centre === undefined) return undefined
  if (centre >= area.left && centre <= area.left + area.width) return undefined
  return [...stacks.values()].find(([first]) => {
    const same = first?.cell?.table === cell.table && first.cell.row === cell.row
    return same && first?.area && centre >= first.area.left && centre <= first.area.left + first.area.width
  })
}

const walk = (
  stack: readonly MeasuredParagraph[],
  from: number,
  y: number,
  ruler: Ruler,
): MeasuredParagraph | undefined => {
  let at = from
  let rest = y
  const first = stack[at]
  if (first && rest < lineHeightOf(first, ruler) * upper) return nearestWords(stack, at - 1)
  for (;;) {
    const [here, next] = [stack[at], stack[at + 1]]
    if (!here || !next) return nearestWords(stack, at)
    const reach = heightOf(here, ruler) + lineHeightOf(next, ruler) * lower
    if (rest <= reach) return nearestWords(stack, at)
    rest -= wholeHeightOf(here, ruler)
    at += 1
    // The top of the next paragraph: what stands there belongs to the one before.
    if (rest < lineHeightOf(next, ruler) * upper) return nearestWords(stack, at - 1)
  }
}

const nearestWords = (stack: readonly MeasuredParagraph[], at: number): MeasuredParagraph | undefined =>
  stack.slice(0, at + 1).findLast(({ text }) => text.trim() !== '' && !isTypedRule(text))
