/** An annex → a section of its own: label, title, what it belongs to, content; landscape where a table needs it. */

import type { Annex, Block } from '../notice/notice.ts'
import { arrangeContent, leastWidth, type Setting } from './arrange-content.ts'
import { centred, line } from './arrange-line.ts'
import type { SheetSection } from './sheet.ts'

/** NĐ 30/2020, Phụ lục I, Phần I, mục III.1; landscape: mục I.2. */
export const annexSection = (annex: Annex, label: string, portrait: Setting): SheetSection => {
  const landscape =
    annex.landscape ?? tables(annex.content).some((table) => leastWidth(table, portrait) > portrait.textWidth)
  const { height, margins } = portrait.rules.page
  const textWidth = height - margins.left.use - margins.right.use
  const setting: Setting = landscape ? { ...portrait, textWidth } : portrait
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

const tables = (blocks: readonly Block[]): Extract<Block, { is: 'table' }>[] =>
  blocks.flatMap((block) =>
    block.is === 'table' ? [block] : block.is === 'paragraph' ? [] : tables(block.blocks),
  )
