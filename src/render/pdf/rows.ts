/** Rows of the sheet → blocks: paragraphs to be measured, and slices to be put on pages. */

import type { Line, Row } from '../../layout/sheet.ts'
import type { Pt } from '../../layout/units.ts'
import type { Cut, Slice } from './breaks.ts'
import { type Mark, type Paragraph, paragraphOf, type Setting } from './paragraphs.ts'
import { columnsBlock, gridBlock } from './tables.ts'

export interface Inked extends Slice<Inked> {
  readonly marks: readonly Mark[]
}

export type Block = {
  readonly paragraphs: readonly Paragraph[]
  /** To be called after they were measured. The first slice's `cut` is settled by what stands before it. */
  readonly slices: () => readonly Inked[]
  readonly keepNext: boolean
  /** Space to what stands before it; none at the top of a page. */
  readonly apart?: Pt
  readonly after: Pt
  /** A new page begins here. */
  readonly pageBreak?: true
}

type Handlers = {
  readonly [K in Row['is']]: (row: Extract<Row, { is: K }>, setting: Setting) => Block
}

const lineBlock = (line: Line, setting: Setting): Block => {
  const paragraph = paragraphOf(line, setting)
  const { before, after, set } = paragraph
  const { orphans, widows } = setting.rules.breaks
  return {
    paragraphs: [paragraph],
    slices: () => {
      const lines = set(0, setting.width)
      return lines.map((setLine, index): Inked => {
        const torn = index < orphans || lines.length - index < widows
        const cut: Cut = index === 0 ? 'good' : torn ? 'never' : line.keepLines ? 'poor' : 'good'
        return { ...setLine, above: index === 0 ? before : 0, cut }
      })
    },
    keepNext: line.keepNext ?? false,
    after,
  }
}

const handlers: Handlers = {
  line: lineBlock,
  columns: columnsBlock,
  grid: gridBlock,
  'page-break': () => ({ paragraphs: [], slices: () => [], keepNext: false, after: 0, pageBreak: true }),
}

export const blockOf = (row: Row, setting: Setting): Block =>
  (handlers[row.is] as (row: Row, setting: Setting) => Block)(row, setting)
