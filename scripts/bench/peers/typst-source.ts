/** Sheet -> the same notice as Typst: its own words, on the same paper, in the same type, rows for rows. */

import type { Columns, Grid, Line, Row, Run, Sheet, SheetSection } from '../../../src/layout/sheet.ts'
import { preludeFile } from './typst-prelude.ts'

export const typstSource = (sheet: Sheet): string =>
  [
    `#import "${preludeFile}": *`,
    `#set document(title: ${quoted(sheet.properties.title)}, author: ${quoted(sheet.properties.author)}, date: ${dateOf(sheet.properties.date)})`,
    '#show: paper',
    ...sheet.sections.map((section, index) => sectionSource(section, index, sheet.rules)),
  ].join('\n')

const sectionSource = (section: SheetSection, index: number, rules: Sheet['rules']): string => {
  const rows = section.rows.map((row) => rowSource(row, rules)).join('\n\n')
  if (index === 0) return rows
  const body = `#counter(page).update(1)\n\n${rows}`
  return section.landscape ? `#page(flipped: true)[\n${body}\n]` : `#pagebreak()\n${body}`
}

const rowSource = (row: Row, rules: Sheet['rules']): string => {
  if (row.is === 'line') return lineSource(row, rules)
  if (row.is === 'columns') return columnsSource(row, rules)
  if (row.is === 'grid') return gridSource(row, rules)
  return '#pagebreak()'
}

/** Parts that look like the document's own paragraphs, but for their weight, slope and letters. */
const plainParts = new Set(['paragraph', 'basis', 'section', 'clauseTitle', 'clause', 'point', 'item'])

const lineSource = (line: Line, rules: Sheet['rules']): string => {
  const text = runsSource(line.runs)
  const { weight, slope } = rules.parts[line.part]
  if (!plainParts.has(line.part)) return partSource(line, rules)
  const strong = weight === 'bold' ? `#strong[${text}]` : text
  const set = slope === 'italic' ? `#emph[${strong}]` : strong
  return line.keepNext ? `#block(sticky: true, par[${set}])` : set
}

const partSource = (line: Line, rules: Sheet['rules']): string => {
  const { rule, after } = rules.parts[line.part]
  const sticky = line.keepNext ? '(sticky: true)' : ''
  const body = runsSource(line.runs)
  const inset = line.inset ? `#pad(x: ${round(line.inset)}mm)[${body}]` : body
  const under =
    line.rule !== undefined && rule
      ? `\n#stroke-under(${round(line.rule)}mm, ${rule.below}, ${after?.use ?? 0}, ${rule.stroke})`
      : ''
  return `#${line.part}${sticky}[${inset}]${under}`
}

const columnsSource = ({ role, widths, rows }: Columns, rules: Sheet['rules']): string => {
  const cells = rows.map((row) =>
    row.map((lines) => `[${lines.map((line) => partSource(line, rules)).join('\n')}]`).join(', '),
  )
  const above = role === 'foot' ? `above: ${rules.foot.before}pt, ` : ''
  return `#block(${above}breakable: false, grid(columns: (${sizes(widths)}), ${cells.join(',\n  ')}))`
}

const gridSource = ({ widths, head, numbers, align, rows }: Grid, rules: Sheet['rules']): string => {
  const { stroke, padding, before } = rules.grid
  const cell = (line: Line): string => `[${runsSource(line.runs)}]`
  const strong = (line: Line): string => `[#strong[${runsSource(line.runs)}]]`
  const columns = align.map((side) => (side === 'centre' ? 'center' : side === 'justify' ? 'left' : side))
  const headers = [head, ...(numbers ? [numbers] : [])].map((row) => row.map(strong).join(', '))
  const { size } = rules.parts.tableCell
  return `#block(above: ${before}pt, below: ${before}pt, {
  set text(size: ${size.use}pt)
  set par(justify: false, first-line-indent: 0pt, leading: 0.042em)
  table(columns: (${sizes(widths)}), align: (${columns.join(', ')},), stroke: ${stroke}pt, inset: ${padding}pt,
  table.header(${headers.join(', ')}),
  ${rows.map((row) => row.map(cell).join(', ')).join(',\n  ')})})`
}

const runsSource = (runs: readonly Run[]): string => {
  const text = runs
    .map((run) => {
      const plain = run.text.split('\n').map(escaped).join(' \\\n')
      const strong = run.strong ? `#strong[${plain}]` : plain
      return run.emphasis ? `#emph[${strong}]` : strong
    })
    .join('')
  // At the start of a line these would open a list, a term, a heading or a numbered item.
  return text.replace(/^(?=[-+=/])/, '\\').replace(/^(\d+)\./, '$1\\.')
}

/** Also "--", "..." and "-1", which Typst would set as dashes, an ellipsis and a minus sign. */
const escaped = (text: string): string =>
  text
    .replace(/[\\#$*_`<>@[\]~"']/g, '\\$&')
    .replace(/-(?=[-?\d])/g, '\\-')
    .replace(/\/(?=[/*])/g, '\\/')
    .replace(/\.(?=\.)/g, '\\.')

const dateOf = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number)
  return `datetime(year: ${year}, month: ${month}, day: ${day})`
}

const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`
const round = (length: number): number => Math.round(length * 1000) / 1000
const sizes = (widths: readonly number[]): string => widths.map((width) => `${round(width)}mm`).join(', ')
