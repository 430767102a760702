/** Blocks of the content → rows: labels before the words, titles kept with what follows, tables with their widths. */

import { isCapitalTitle, labels } from '../notice/labels.ts'
import { type Block, type Division, type Inline, isDivision, type Table } from '../notice/notice.ts'
import { upper } from '../text/names.ts'
import { columnWidths } from './column-widths.ts'
import type { LayoutRules } from './rules.ts'
import type { Grid, Line, Measure, Part, Row, Run } from './sheet.ts'
import type { Mm } from './units.ts'

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
  if (block.title && !block.runIn) {
    const part: Part = isCapitalTitle(block) ? 'section' : 'clauseTitle'
    const title = merged([...labelled(label, block.title), ...runs(block.title)])
    return [
      { is: 'line', part, runs: inLetters(title, part, setting.rules), keepNext: true },
      ...arrangeContent(block.blocks, setting),
    ]
  }
  const [first, ...rest] = block.blocks
  const opening = first?.is === 'paragraph' ? runs(first.text) : []
  const title: Run[] = block.title ? runs([{ is: 'strong', text: block.title }]) : []
  const between: Run[] = title.length > 0 && opening.length > 0 ? [{ text: ' ' }] : []
  const said = [...title, ...between, ...opening]
  const spoken = merged([...labelled(label, said), ...said])
  // A label or a title without words of its own speaks of what follows.
  const keepNext = opening.length === 0 && block.blocks.length > 0 ? { keepNext: true as const } : {}
  const part: Part = block.is === 'section' ? 'paragraph' : block.is
  return [
    ...(spoken.length > 0 ? [{ is: 'line' as const, part, runs: spoken, ...keepNext }] : []),
    ...arrangeContent(first?.is === 'paragraph' ? rest : block.blocks, setting),
  ]
}

const labelled = (label: string | undefined, words: readonly unknown[]): Run[] =>
  label === undefined ? [] : [{ text: words.length > 0 ? `${label} ` : label }]

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
