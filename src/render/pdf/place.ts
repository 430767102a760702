/** Blocks of a section → ink on pdfmake's pages: joins the blocks, lets the pages be found, and writes line by line. */

import type { Pt } from '../../layout/units.ts'
import { paginate } from './breaks.ts'
import type { Fixed } from './fixed.ts'
import { between, type Mark } from './paragraphs.ts'
import type { PageItem, Writer } from './pdfmake.ts'
import type { Block, Inked } from './rows.ts'

/** Distances from the upper left corner of the paper to the text area, and the area's height. */
export type Area = { readonly left: Pt; readonly top: Pt; readonly room: Pt }

/** pdfmake has opened the section's first page; every further page is asked for here. */
export const place = (blocks: readonly Block[], fixed: Fixed, area: Area, writer: Writer): void => {
  const write = (marks: readonly Mark[], y: Pt): void => {
    const { items } = writer.context().getCurrentPage()
    for (const mark of marks) items.push(itemOf(mark, area.left, area.top + y))
  }
  const { above, below } = fixed.set()
  const pages = paginate(join(blocks), area.room, area.room - below.height)
  write(above.marks, above.y)
  if (pages.length === 0) write(below.marks, area.room - below.height)
  for (const [index, page] of pages.entries()) {
    if (index > 0) writer.moveToNextPage()
    for (const { slice, y } of page) write(slice.marks, y)
    if (index === 0) write(below.marks, area.room - below.height)
  }
}

/** What stands before a block decides about the space above it and whether a page may end there. */
const join = (blocks: readonly Block[]): Inked[] => {
  const joined: Inked[] = []
  let before: Pick<Block, 'keepNext' | 'after' | 'pageBreak'> = { keepNext: false, after: 0, pageBreak: true }
  for (const block of blocks) {
    const [first, ...rest] = block.slices()
    if (first) {
      const cut = before.pageBreak ? 'must' : before.keepNext ? 'poor' : first.cut
      const apart = before.pageBreak ? 0 : (block.apart ?? 0)
      joined.push({ ...first, cut, above: between(Math.max(before.after, apart), first.above) })
      for (const slice of rest) joined.push(slice)
    }
    before = block
  }
  return joined
}

const itemOf = (mark: Mark, left: Pt, top: Pt): PageItem => {
  if (mark.is === 'stroke') {
    const [x1, y1] = [left + mark.from[0], top + mark.from[1]]
    const [x2, y2] = [left + mark.to[0], top + mark.to[1]]
    const lineColor = mark.colour ?? 'black'
    return { type: 'vector', item: { type: 'line', x1, y1, x2, y2, lineWidth: mark.weight, lineColor } }
  }
  // The head of a table stands on several pages.
  return { type: 'line', item: mark.line.at(left + mark.x, top + mark.y) }
}
