/** Lines of page 1 -> those that stand outside the text: the marks of urgency and circulation, and the address. */

import { decree30 } from '../../src/layout/decree30.ts'
import type { Page } from './page-trace.ts'
import type { TextLine } from './text-lines.ts'

/** The wording of the table that a line has, and the width of the frame around it. */
export const worded = (part: 'urgency' | 'circulation', text: string): [string, number] | undefined =>
  Object.entries(decree30.parts[part].frame.widths).find(
    ([wording]) => wording.toLocaleUpperCase('vi') === text.toLocaleUpperCase('vi'),
  )

export const isUrgency = (line: TextLine): boolean => worded('urgency', line.text) !== undefined
export const isCirculation = (line: TextLine): boolean => worded('circulation', line.text) !== undefined

/** A stroke of at least this share of the paper's width, in its lower part, parts the address from the text. */
const across = { share: 0.7, from: 0.6 } as const

/** Ô 13: what stands on page 1 below a stroke across the text area that is no border of a table. */
export const addressLines = (page: Page | undefined, lines: readonly TextLine[]): TextLine[] => {
  const stroke = page?.strokes.find(
    ({ left, right, y }) =>
      right - left > across.share * page.width &&
      y > across.from * page.height &&
      !page.uprights.some(({ top, bottom }) => top < y + 2 && y - 2 < bottom),
  )
  return stroke === undefined ? [] : lines.filter((line) => line.page === 1 && line.top > stroke.y - 1)
}
