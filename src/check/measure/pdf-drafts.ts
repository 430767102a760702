/** The pages laid out → paragraphs in the order of reading, still as lines, with where they stand and how they are set. */

import type { MeasuredParagraph } from './measured.ts'
import { type Setting, settingOf } from './pdf-align.ts'
import type { Area } from './pdf-area.ts'
import { columnAlign, columnParagraphs } from './pdf-column-text.ts'
import type { Block, Side } from './pdf-columns.ts'
import { type Flow, paragraphsIn, usualPitch } from './pdf-flow.ts'
import type { Mark } from './pdf-ink.ts'
import type { LaidPage } from './pdf-layout.ts'
import type { Piece } from './pdf-lines.ts'
import { edgeAlign } from './pdf-page-numbers.ts'
import { isUnderline } from './pdf-runs.ts'
import { noTables, tableDrafts } from './pdf-table-text.ts'

export type Draft = {
  readonly lines: readonly Piece[]
  readonly area: Area
  readonly setting: Setting
  readonly column: MeasuredParagraph['column']
  readonly within: MeasuredParagraph['within']
  readonly cell?: NonNullable<MeasuredParagraph['cell']>
  /** What stands above it in its column, for the space between them. */
  readonly above?: { readonly line: Piece; readonly draft: Draft }
}

export const draftsOf = (
  pages: readonly LaidPage[],
): { readonly drafts: Draft[]; readonly pitch: Flow['pitch'] } => {
  const lines = pages.flatMap(({ stretches }) =>
    stretches.flatMap((each) => (each.is === 'full' ? each.lines : [])),
  )
  const area = pages[0]?.area ?? { left: 0, right: 0, reach: 0, indent: 0, told: false }
  const pitch = usualPitch(lines, area)
  const drafts: Draft[] = []
  const tables = noTables()
  let flow: Piece[] = []
  let waiting: Draft[] = []
  let current = area
  const flush = (): void => {
    const parted = partedBy(pages)
    const found = paragraphsIn(flow, { area: current, pitch, parted })
    for (const paragraph of found) {
      const above = lowest(drafts, paragraph[0])
      drafts.push({
        lines: paragraph,
        area: current,
        setting: settingOf(paragraph, current),
        column: 'full',
        within: 'body',
        ...(above ? { above } : {}),
      })
    }
    drafts.push(...waiting)
    flow = []
    waiting = []
  }
  for (const page of pages) {
    if (page.area !== current) flush()
    current = page.area
    for (const edging of page.edgings) {
      const within = edging.place === 'top' ? 'header' : 'footer'
      const setting = { align: edgeAlign(edging.line, page.area) }
      waiting.push({ lines: [edging.line], area: page.area, setting, column: 'full', within })
    }
    for (const stretch of page.stretches) {
      if (stretch.is === 'full') flow.push(...stretch.lines)
      else if (stretch.is === 'aside')
        for (const line of stretch.lines)
          waiting.push({
            lines: [line],
            area: current,
            setting: settingOf([line], current),
            column: 'full',
            within: 'footer',
          })
      else {
        flush()
        if (stretch.is === 'columns') drafts.push(...columnDrafts(stretch, current, drafts))
        else drafts.push(...tableDrafts(stretch, current, tables))
      }
      tables.open = stretch.is === 'table'
    }
  }
  flush()
  return { drafts, pitch }
}

/** The line above, on the same page, in the given paragraphs; none below a table, whose cells have room of their own. */
const lowest = (drafts: readonly Draft[], line: Piece | undefined): Draft['above'] => {
  if (!line) return undefined
  const [above] = drafts
    .filter(({ within }) => within === 'body')
    .flatMap((draft) => draft.lines.map((each) => ({ line: each, draft })))
    .filter(({ line: { page, baseline } }) => page === line.page && baseline < line.baseline)
    .sort((a, b) => b.line.baseline - a.line.baseline)
  return above?.draft.cell ? undefined : above
}

/** Is there a stroke, drawn or typed, between two lines? Underlining parts nothing. */
const partedBy =
  (pages: readonly LaidPage[]): Flow['parted'] =>
  (above, below) => {
    if (above.page !== below.page) return false
    const page = pages.find(({ page: { number } }) => number === above.page)
    const between = (mark: Mark): boolean =>
      mark.y > above.baseline &&
      mark.y < below.baseline - below.size / 3 &&
      mark.left < Math.max(above.right, below.right) &&
      mark.right > Math.min(above.left, below.left) &&
      !isUnderline(mark, above)
    return page !== undefined && [...page.rules, ...page.typed].some(between)
  }

const columnDrafts = (
  block: Extract<Block, { is: 'columns' }>,
  area: Area,
  before: readonly Draft[],
): Draft[] => {
  const drafts = (['left', 'right'] as const).flatMap((side: Side) => {
    const lines = block.lines.filter((line) => line.side === side).map(({ piece }) => piece)
    const edges = block.edges[side]
    const found = columnParagraphs(lines, edges)
    const column: Draft[] = []
    for (const paragraph of found) {
      const [first] = paragraph
      const align = first && columnAlign(first, lines, side, edges)
      const above = lowest(column, first) ?? lowest(before, first)
      column.push({
        lines: paragraph,
        area,
        setting: align ? { align } : {},
        column: side,
        within: 'body',
        ...(above ? { above } : {}),
      })
    }
    return column
  })
  if (!block.head) return drafts
  const place = ({ lines: [first] }: Draft): number => block.lines.findIndex(({ piece }) => piece === first)
  return drafts.sort((a, b) => place(a) - place(b))
}
