/** An option of the office: the words of a deadline in bold, "**trước ngày 30/8/2026**". Nothing is rewritten. */

import type { Block, Inline } from '../notice/notice.ts'

/** `days`: 'YYYY-MM-DD'. The first paragraphs of blocks and dash lines, not tables. */
export const boldDeadlines = (blocks: readonly Block[], days: readonly string[]): Block[] => {
  if (days.length === 0) return [...blocks]
  const pattern = new RegExp(`(?:${lead}\\s+)?(?:ngày\\s+)?(?:${days.map(spelt).join('|')})`, 'giu')
  return blocks.map((block) => inBlock(block, pattern))
}

const lead = '(?:xong\\s+)?(?:trước|chậm nhất(?:\\s+là)?|muộn nhất(?:\\s+là)?|đến hết|hết|đến)'

/** "24/3/2020", "24/03/2020", "24-3-2020", "24 tháng 3 năm 2020", "24/3"; not "24/3" of another year or of a symbol. */
const spelt = (day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-')
  const [m, d] = [`0?${Number(month)}`, `(?<!\\d)0?${Number(date)}`]
  const figures = `\\s*[/.-]\\s*${m}(?:\\s*[/.-]\\s*${year})?(?![\\d/-]|\\.\\d)`
  const words = `\\s+tháng\\s+${m}(?:\\s+năm\\s+${year})?(?!\\d|\\s+năm\\s+\\d)`
  return `${d}(?:${figures}|${words})`
}

const inBlock = (block: Block, pattern: RegExp): Block => {
  if (block.is === 'paragraph') return { ...block, text: bold(block.text, pattern) }
  if (block.is === 'item')
    return {
      ...block,
      text: bold(block.text, pattern),
      blocks: block.blocks.map((each) => inBlock(each, pattern)),
    }
  return block.is === 'table'
    ? block
    : { ...block, blocks: block.blocks.map((each) => inBlock(each, pattern)) }
}

/** What the author made bold already stays as it is. */
const bold = (inlines: readonly Inline[], pattern: RegExp): Inline[] =>
  inlines.flatMap((inline): Inline[] => {
    if (inline.is === 'emphasis') return [{ ...inline, text: bold(inline.text, pattern) }]
    if (inline.is !== 'text') return [inline]
    const out: Inline[] = []
    let from = 0
    for (const match of inline.value.matchAll(pattern)) {
      if (match.index > from) out.push({ is: 'text', value: inline.value.slice(from, match.index) })
      out.push({ is: 'strong', text: [{ is: 'text', value: match[0] }] })
      from = match.index + match[0].length
    }
    if (from < inline.value.length) out.push({ is: 'text', value: inline.value.slice(from) })
    return out
  })
