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
  /**
   * A single-line frame around the part: its height, its width for each wording, the colour of frame and words
   * (RRGGBB; black when absent), and for a mark in the top margin its distance from the paper's edge.
   */
  readonly frame?: {
    readonly height: Mm
    readonly widths: Readonly<Record<string, Mm>>
    readonly stroke: Pt
    readonly colour?: string
    readonly top?: Mm
  }
  /** No part of a notice itself, but of a copy of one or of a register: a style only where it is used. */
  readonly aside?: true
  /** Clause and rule ids of the reference table, e.g. 'Phụ lục I, Phần I, mục II.1a'. */
  readonly cite: string
}

export type LayoutRules = {
  readonly id: string
  readonly title: string
  /** First day on which the rules hold, 'YYYY-MM-DD'. */
  readonly validFrom: string
  readonly face: string
  /** Height of a single line of the face in ems: ascender, descender and line gap. */
  readonly singleLine: number
  readonly page: {
    readonly width: Mm
    readonly height: Mm
    readonly margins: Readonly<Record<'top' | 'bottom' | 'left' | 'right', Limit<Mm>>>
    /** From the paper's edge to the top of the page number's line. */
    readonly numberTop: Mm
    readonly cite: string
  }
  /**
   * Widths of the two columns of the head (ô 2, 3 | ô 1, 4) and of the foot (ô 9b | ô 7), as shares of the text width.
   * A long place name may widen the right column of the head: by `air` more than its line, up to the share `most`.
   */
  readonly head: { readonly shares: readonly [number, number]; readonly air: Pt; readonly most: number }
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
  /** `crowded`: an annex whose table has fewer words a line than this is turned on its side (mục I.2). */
  readonly grid: {
    readonly stroke: Pt
    readonly padding: Pt
    readonly before: Pt
    readonly crowded: number
  }
  /** The stroke over the address line, across the text area, and the space between the two. */
  readonly address: { readonly stroke: Pt; readonly above: Pt }
  /** How the ten columns of a register share the width that their longest words leave. */
  readonly book: { readonly shares: readonly number[] }
  /**
   * What came and what went between two versions: their colours (RRGGBB), and the bar beside changed lines, so far out
   * in the left margin.
   */
  readonly redline: {
    readonly inserted: string
    readonly deleted: string
    readonly bar: { readonly stroke: Pt; readonly away: Mm }
  }
  readonly parts: Readonly<Record<string, PartRule>>
}
