/** A pipe table of which every row has its cells, each of words and bold. */

import type { AlignType, Table, TableCell, TableRow } from 'mdast'
import { type Line, placeOn, span } from './plain-lines.ts'
import { plainInlines } from './plain-paragraphs.ts'

/** Rows of as many cells as the first one has, below which stands one of dashes; undefined when it may be otherwise. */
export const plainTable = ([head, dashes, ...rows]: readonly Line[]): Table | undefined => {
  if (!head || !dashes || dashes.indent > 0) return undefined
  const align = dashes.words.slice(1, -1).split('|').map(alignOf)
  const children = [head, ...rows].map((row) => rowOf(row, align.length))
  return areSure(align) && areSure(children)
    ? { type: 'table', align, children, position: span(children) }
    : undefined
}

const areSure = <T>(all: readonly (T | undefined)[]): all is T[] => !all.includes(undefined)

const alignOf = (dashes: string): AlignType | undefined => {
  const found = /^ *(:?)-+(:?) *$/.exec(dashes)
  if (!found) return undefined
  const [, left, right] = found
  return left && right ? 'center' : left ? 'left' : right ? 'right' : null
}

const rowOf = (line: Line, columns: number): TableRow | undefined => {
  const { words, indent } = line
  const texts = words.slice(1, -1).split('|')
  if (indent > 0 || words.includes('\\') || texts.length !== columns) return undefined
  const place = placeOn(line)
  let start = 0
  const cells = texts.map((text, index): TableCell | undefined => {
    const from = start
    start += text.length + 1
    const said = text.replace(/^ +|(?<! ) +$/g, '')
    const before = from + 1 + text.search(/[^ ]|$/)
    const children = said === '' ? [] : plainInlines(said, (at) => place(before + at))
    const end = place(index === columns - 1 ? words.length : start)
    return children && { type: 'tableCell', children, position: { start: place(from), end } }
  })
  return areSure(cells) ? { type: 'tableRow', children: cells, position: span(cells) } : undefined
}
