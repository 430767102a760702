/** The words of a table → how wide its columns are, and how crowded they then are. */

import { plain, type Table } from '../notice/notice.ts'
import type { LayoutRules } from './rules.ts'
import type { Measure } from './sheet.ts'
import { type Mm, toMm } from './units.ts'
import { wrap } from './wrap.ts'

type Setting = { readonly rules: LayoutRules; readonly measure: Measure; readonly textWidth: Mm }

/** What a column needs at the least (its longest word) and would like (all its text on one line). */
type Column = { readonly least: Mm; readonly whole: Mm }

/** The columns fill the line. */
export const columnWidths = (table: Table, setting: Setting): Mm[] =>
  shared(columnsOf(table, setting), setting.textWidth)

/** The narrowest that a table can be without breaking words. */
export const leastWidth = (table: Table, setting: Setting): Mm =>
  sum(columnsOf(table, setting).map(({ least }) => least))

/** How many words a line holds on average where words have to turn the line, below the head; endless where none has to. */
export const wordsPerLine = (table: Table, setting: Setting): number => {
  const widths = columnWidths(table, setting)
  const turned = table.rows.flatMap((row) =>
    row.flatMap((cell, column) => {
      const room = (widths[column] ?? 0) - around(setting.rules)
      const lines = wrap(plain(cell), 'tableCell', room, setting.measure)
      return lines.length > 1 ? [lines] : []
    }),
  )
  const words = turned.flat().flatMap((line) => line.split(' '))
  return turned.length === 0 ? Number.POSITIVE_INFINITY : words.length / turned.flat().length
}

/** What a cell adds to its words. */
const around = ({ grid }: LayoutRules): Mm => toMm(grid.padding * 2 + grid.stroke)

const columnsOf = (table: Table, { rules, measure }: Setting): Column[] =>
  table.head.map((head, column) => {
    const title = plain(head)
    const texts = table.rows.map((row) => plain(row[column] ?? []))
    // A cell may be bold throughout.
    const width = (text: string): Mm => Math.max(measure(text, 'tableHead'), measure(text, 'tableCell'))
    const words = [title, ...texts].flatMap((text) => text.split(/[ \n]/))
    const lines = texts.flatMap((text) => text.split('\n'))
    const least = Math.max(...words.map(width))
    return {
      least: least + around(rules),
      whole: Math.max(least, titleWidth(title, width), ...lines.map(width)) + around(rules),
    }
  })

/** A title of one or two words stands on one line; a longer one on two, above figures that need less room. */
const titleWidth = (title: string, width: (text: string) => Mm): Mm => {
  const words = title.split(' ')
  if (words.length < 3) return width(title)
  const halves = words.slice(1).map((_, index) => [words.slice(0, index + 1), words.slice(index + 1)])
  return Math.min(...halves.map((half) => Math.max(...half.map((part) => width(part.join(' '))))))
}

/**
 * Short columns stand on one line; what is left goes to the long ones, by how much each wants, but less than in
 * proportion: beside one of long sentences the others would be left with a word a line.
 */
const shared = (columns: readonly Column[], width: Mm): Mm[] => {
  const short = shortOf(columns, width)
  const rest = width - sum([...short].map(({ whole }) => whole))
  const long = columns.filter((column) => !short.has(column))
  const fits = sum(long.map(({ least }) => least)) <= rest
  const wanting = fits ? long : columns
  const spare = Math.max(0, (fits ? rest : width) - sum(wanting.map(({ least }) => least)))
  const want = ({ whole, least }: Column): number => (whole - least) ** restraint
  const wanted = sum(wanting.map(want))
  const widths = columns.map((column) => {
    if (!wanting.includes(column)) return column.whole
    const part = wanted > 0 ? want(column) / wanted : 1 / wanting.length
    return column.least + spare * part
  })
  const total = sum(widths)
  return widths.map((each) => (each * width) / total)
}

const restraint = 0.75

/** Columns that need no more than an equal share of what still shorter ones leave. */
const shortOf = (columns: readonly Column[], width: Mm): ReadonlySet<Column> => {
  const short = new Set<Column>()
  let rest = width
  for (const column of columns.toSorted((a, b) => a.whole - b.whole)) {
    if (column.whole > rest / (columns.length - short.size)) break
    short.add(column)
    rest -= column.whole
  }
  return short
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
