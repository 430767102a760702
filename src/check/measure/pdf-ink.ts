/**
 * What is drawn on a page of a PDF: letters, horizontal strokes, vertical edges.
 * Points, from the top left corner of the page as it is shown.
 */

/** Shared by all letters that look the same; an invisible letter (of a scan) has none. */
export type Look = {
  /** Absent where the file does not tell. */
  readonly face?: string
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
  /** RRGGBB; absent for a pattern. */
  readonly colour?: string
}

export type Glyph = {
  readonly text: string
  readonly left: number
  /** Where its advance ends, without added letter or word space. */
  readonly right: number
  /** `right` with added letter space: where the next letter of the word stands. */
  readonly end: number
  readonly baseline: number
  readonly size: number
  readonly look?: Look
}

/** Horizontal: a drawn line, or a filled box as thin as one. */
export type Mark = {
  readonly left: number
  readonly right: number
  readonly y: number
  readonly thickness: number
  readonly solid: boolean
}

/** Vertical. */
export type Edge = { readonly x: number; readonly top: number; readonly bottom: number }

export type InkPage = {
  readonly number: number
  readonly width: number
  readonly height: number
  /** In the order of drawing. */
  readonly glyphs: readonly Glyph[]
  readonly marks: readonly Mark[]
  readonly edges: readonly Edge[]
  /** What was met and could not be measured; `unreadable` by the name of the face. */
  readonly unmeasured: {
    readonly turned: number
    readonly invisible: number
    readonly unreadable: ReadonlyMap<string, number>
    readonly cut: boolean
  }
}

export const centreOf = (box: { readonly left: number; readonly right: number }): number =>
  (box.left + box.right) / 2

export const widthOf = (box: { readonly left: number; readonly right: number }): number =>
  box.right - box.left
