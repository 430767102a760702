/** The type of a table of layout rules. Lengths in mm, type and space between lines in pt. */

import type { Mm, Pt } from './units.ts'

/** What we print (`use`) and what the rule allows (`from … to`, inclusive; open where absent). */
export type Limit<T extends number = number> = { readonly use: T; readonly from?: T; readonly to?: T }

export type Align = 'left' | 'centre' | 'right' | 'justify'

export type PartRule = {
  /** Ô số in the placement diagram (Phụ lục I, Phần I, mục IV). */
  readonly box: string
  /** Vietnamese name of the part, for reports and style names. */
  readonly label: string
  readonly size: Limit<Pt>
  readonly weight: 'regular' | 'bold'
  readonly slope: 'upright' | 'italic'
  readonly letters: 'as-is' | 'upper'
  readonly align: Align
  /** First line indent. */
  readonly indent?: Limit<Mm>
  /** Indent of the whole paragraph; with a negative `indent` a hanging one. */
  readonly left?: Limit<Mm>
  /** Space above, dropped at the top of a page. */
  readonly before?: Limit<Pt>
  readonly after?: Limit<Pt>
  /** Line spacing in lines: 1 = single. */
  readonly leading: Limit
  /** The stroke under the part: its length as a share of the text line above it, its distance below, its weight. */
  readonly rule?: { readonly share: Limit; readonly below: Pt; readonly stroke: Pt }
  /** A frame around the part (urgency and circulation marks). */
  readonly frame?: { readonly width?: Mm; readonly height: Mm; readonly stroke: Pt; readonly colour?: string }
  /** Clause and rule ids of the reference table, e.g. 'Phụ lục I, Phần I, mục II.1a'. */
  readonly cite: string
}

export type LayoutRules = {
  readonly id: string
  readonly title: string
  /** First day on which the rules hold, 'YYYY-MM-DD'. */
  readonly validFrom: string
  readonly face: string
  readonly page: {
    readonly width: Mm
    readonly height: Mm
    readonly margins: Readonly<Record<'top' | 'bottom' | 'left' | 'right', Limit<Mm>>>
    /** From the paper's edge to the top of the page number's line. */
    readonly numberTop: Mm
    readonly cite: string
  }
  /** Widths of the two columns of the head (ô 2, 3 | ô 1, 4) and of the foot (ô 9b | ô 7), as shares of the text width. */
  readonly head: { readonly shares: readonly [number, number] }
  readonly foot: { readonly shares: readonly [number, number]; readonly before: Pt }
  /**
   * In lines: what of a paragraph must stand together at a page's foot and at a page's top, the longest closing
   * paragraph kept whole, and how much text must stand above the foot.
   */
  readonly breaks: {
    readonly orphans: number
    readonly widows: number
    readonly closing: number
    readonly aboveFoot: number
  }
  readonly grid: { readonly stroke: Pt; readonly padding: Pt }
  readonly parts: Readonly<Record<string, PartRule>>
}
