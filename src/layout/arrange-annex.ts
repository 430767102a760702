/** An annex → a section of its own: label, title, what it belongs to, content; landscape where a table needs it. */

import type { Annex, Block } from '../notice/notice.ts'
import { arrangeContent, type Setting } from './arrange-content.ts'
import { centred, line } from './arrange-line.ts'
import { leastWidth, wordsPerLine } from './column-widths.ts'
import type { SheetSection } from './sheet.ts'

/** NĐ 30/2020, Phụ lục I, Phần I, mục III.1; landscape: mục I.2. */
export const annexSection = (annex: Annex, label: string, portrait: Setting): SheetSection => {
  const { height, margins } = portrait.rules.page
  const across: Setting = { ...portrait, textWidth: height - margins.left.use - margins.right.use }
  const landscape = annex.landscape ?? tables(annex.content).some((table) => isWide(table, portrait))
  const setting = landscape ? across : portrait
  return {
    ...(landscape ? { landscape: true as const } : {}),
    rows: [
      { ...line('annexLabel', label, setting), keepNext: true },
      { ...centred('annexTitle', annex.title, setting.textWidth, setting), keepNext: true },
      { ...centred('annexReference', annex.reference, setting.textWidth, setting), keepNext: true },
      ...arrangeContent(annex.content, setting),
    ],
  }
}

type Table = Extract<Block, { is: 'table' }>

/** Upright its words would be broken, or stand one below the other. */
const isWide = (table: Table, setting: Setting): boolean =>
  leastWidth(table, setting) > setting.textWidth || wordsPerLine(table, setting) < setting.rules.grid.crowded

const tables = (blocks: readonly Block[]): Table[] =>
  blocks.flatMap((block) =>
    block.is === 'table' ? [block] : block.is === 'paragraph' ? [] : tables(block.blocks),
  )
