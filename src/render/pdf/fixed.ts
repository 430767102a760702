/** What stands at a fixed place of a section's first page: the mark in the top margin, the address at the text's foot. */

import type { SheetSection } from '../../layout/sheet.ts'
import { type Pt, toPoints } from '../../layout/units.ts'
import { type Mark, moved, type Paragraph, paragraphOf, type Setting } from './paragraphs.ts'

export type Fixed = {
  readonly paragraphs: readonly Paragraph[]
  /** To be called after they were measured. */
  readonly set: () => {
    /** `y`: below the top of the text area, so negative. */
    readonly above: { readonly marks: readonly Mark[]; readonly y: Pt }
    /** Takes its height from the text. */
    readonly below: { readonly marks: readonly Mark[]; readonly height: Pt }
  }
}

export const fixedOf = ({ topMark, address }: SheetSection, setting: Setting): Fixed => {
  const { page, head, parts, address: rule } = setting.rules
  const mark = topMark && paragraphOf(topMark, setting)
  const lines = (address ?? []).map((line) => paragraphOf(line, setting))

  const above = () => {
    if (!topMark || !mark) return { marks: [], y: 0 }
    // Ô 11: over the right column of the head.
    const [left, right] = head.shares.map((share) => share * setting.width) as [Pt, Pt]
    const x = left + (right - toPoints(topMark.frame ?? 0)) / 2
    const y = toPoints((parts[topMark.part].frame?.top ?? 0) - page.margins.top.use)
    return { marks: mark.set(x, right).flatMap(({ marks }) => marks), y }
  }

  const below = () => {
    if (lines.length === 0) return { marks: [], height: 0 }
    const middle = rule.stroke / 2
    const overline: Mark = {
      is: 'stroke',
      from: [0, middle],
      to: [setting.width, middle],
      weight: rule.stroke,
    }
    let height = rule.stroke + rule.above
    const marks = lines.flatMap((line) =>
      line.set(0, setting.width).flatMap((set) => {
        const top = height
        height += set.height
        return set.marks.map((each) => moved(each, top))
      }),
    )
    return { marks: [overline, ...marks], height }
  }

  return {
    paragraphs: [...(mark ? [mark] : []), ...lines],
    set: () => ({ above: above(), below: below() }),
  }
}
