/** Blocks of the content → rows: labels before the words, titles kept with what follows, tables with their widths. */

import { isCapitalTitle, labels } from '../notice/labels.ts'
import { type Block, type Division, type Inline, isDivision, plain, type Table } from '../notice/notice.ts'
import { upper } from '../text/names.ts'
import type { LayoutRules } from './rules.ts'
import type { Grid, Line, Measure, Part, Row, Run } from './sheet.ts'
import { type Mm, toMm } from './units.ts'

export type Setting = { readonly rules: LayoutRules; readonly measure: Measure; readonly textWidth: Mm }

export const arrangeContent = (blocks: readonly Block[], setting: Setting, dash = '-'): Row[] => {
  const marks = labels(blocks)
  return blocks.flatMap((block, index): Row[] => {
    if (isDivision(block)) return division(block, marks[index], setting)
    if (block.is === 'paragraph') return [{ is: 'line', part: 'paragraph', runs: runs(block.text) }]
    if (block.is === 'table') return [grid(block, setting)]
    return [
      { is: 'line', part: 'item', runs: merged([{ text: `${dash} ` }, ...runs(block.text)]) },
      ...arrangeContent(block.blocks, setting, '+'),
    ]
  })
}

const division = (block: Division, label: string | undefined, setting: Setting): Row[] => {
  const lead: Run[] = label === undefined ? [] : [{ text: `${label} ` }]
  if (block.title && !block.runIn) {
    const part: Part = isCapitalTitle(block) ? 'section' : 'clauseTitle'
    const title = merged([...lead, ...runs(block.title)])
    return [
      { is: 'line', part, runs: inLetters(title, part, setting.rules), keepNext: true },
      ...arrangeContent(block.blocks, setting),
    ]
  }
  const [first, ...rest] = block.blocks
  const opening = first?.is === 'paragraph' ? runs(first.text) : []
  const title: Run[] = block.title ? runs([{ is: 'strong', text: block.title }]) : []
  const between: Run[] = title.length > 0 && opening.length > 0 ? [{ text: ' ' }] : []
  const spoken = merged([...lead, ...title, ...between, ...opening])
  const part: Part = block.is === 'section' ? 'paragraph' : block.is
  return [
    ...(spoken.length > 0 ? [{ is: 'line' as const, part, runs: spoken }] : []),
    ...arrangeContent(first?.is === 'paragraph' ? rest : block.blocks, setting),
  ]
}

/** Inlines laid flat; a break is a line feed. */
export const runs = (inlines: readonly Inline[], style: Omit<Run, 'text'> = {}): Run[] =>
  inlines.flatMap((inline): Run[] => {
    if (inline.is === 'text') return [{ text: inline.value, ...style }]
    if (inline.is === 'break') return [{ text: '\n', ...style }]
    return runs(inline.text, { ...style, [inline.is]: true })
  })

/** Neighbours of the same style as one run; empty ones dropped. */
const merged = (all: readonly Run[]): Run[] => {
  const out: Run[] = []
  for (const run of all) {
    const last = out.at(-1)
    if (run.text === '') continue
    if (last && last.strong === run.strong && last.emphasis === run.emphasis)
      out[out.length - 1] = { ...last, text: last.text + run.text }
    else out.push(run)
  }
  return out
}

/** The only place, with `line` of the head, where letters change: as the table says. */
export const inLetters = (all: readonly Run[], part: Part, rules: LayoutRules): readonly Run[] =>
  rules.parts[part]?.letters === 'upper' ? all.map((run) => ({ ...run, text: upper(run.text) })) : all

const grid = (table: Table, setting: Setting): Grid => {
  const cell =
    (part: Part) =>
    (text: readonly Inline[]): Line => ({ is: 'line', part, runs: runs(text) })
  return {
    is: 'grid',
    widths: columnWidths(table, setting),
    head: table.head.map(cell('tableHead')),
    align: table.align,
    rows: table.rows.map((row) => row.map(cell('tableCell'))),
  }
}

type Column = { readonly least: Mm; readonly whole: Mm }

/** What each column needs at the least (its longest word) and would like (all its text on one line). */
const columnsOf = (table: Table, { rules, measure }: Omit<Setting, 'textWidth'>): Column[] => {
  const padding = toMm(rules.grid.padding * 2 + rules.grid.stroke)
  return table.head.map((head, column) => {
    const texts = [plain(head), ...table.rows.map((row) => plain(row[column] ?? []))]
    const width = (text: string): Mm => Math.max(measure(text, 'tableHead'), measure(text, 'tableCell'))
    return {
      least: Math.max(...texts.flatMap((text) => text.split(/[ \n]/).map(width))) + padding,
      whole: Math.max(...texts.map(width)) + padding,
    }
  })
}

/** The narrowest that a table can be without breaking words. */
export const leastWidth = (table: Table, setting: Setting): Mm =>
  sum(columnsOf(table, setting).map(({ least }) => least))

/** Every column as wide as its longest word; what is left of the line is shared out by how much each still wants. */
const columnWidths = (table: Table, setting: Setting): Mm[] => {
  const columns = columnsOf(table, setting)
  const spare = Math.max(0, setting.textWidth - sum(columns.map(({ least }) => least)))
  const wants = columns.map(({ least, whole }) => whole - least)
  const wanted = sum(wants)
  const given = columns.map(
    ({ least }, column) =>
      least + (wanted > 0 ? (spare * (wants[column] ?? 0)) / wanted : spare / columns.length),
  )
  const total = sum(given)
  return given.map((width) => (width * setting.textWidth) / total)
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
