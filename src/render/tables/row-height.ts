/** How high a row of a sheet must be for its wrapped texts: LibreOffice does not find that out by itself. */

import type { Cell, Listing } from '../../text/listing.ts'
import { widthOf } from '../../text/terminal.ts'

/** Points of a line in the face of the sheet. */
const line = 15
/** Letters of a text are narrower than the digits that a column is measured in. */
const narrow = 1.1
/** Excel makes no row higher. */
const highest = 409

/** In points; never said to be the user's own, so that Excel goes on fitting it. */
export const rowHeight = (columns: Listing['columns'], cells: readonly Cell[]): number =>
  Math.min(
    highest,
    line *
      Math.max(
        1,
        ...cells.map((cell, column) =>
          cell.is === 'text' ? linesOf(cell.value, columns[column]?.letters ?? 1) : 1,
        ),
      ),
  )

/** Lines of a text when each takes as many words as its letters fit. */
const linesOf = (text: string, letters: number): number =>
  text.split('\n').reduce((count, paragraph) => {
    let [lines, used] = [1, 0]
    for (const word of paragraph.split(' ')) {
      const width = widthOf(word)
      if (used > 0 && used + 1 + width > letters * narrow) {
        lines += 1
        used = 0
      }
      used += (used > 0 ? 1 : 0) + width
      // A word longer than the line runs on.
      lines += Math.floor(Math.max(0, used - 1) / letters)
      used = used > letters ? ((used - 1) % letters) + 1 : used
    }
    return count + lines
  }, 0)
