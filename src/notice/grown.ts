/** Paragraphs one below the other → the divisions that their labels make of them. */

import { upper } from '../text/names.ts'
import { pointLetters, roman } from '../text/numerals.ts'
import { inlinesOf, type Look, looksOf, textOf } from './looks.ts'
import type { Block, Division, Inline } from './notice.ts'
import type { PrintedRow } from './printed-rows.ts'

type Open = { readonly rank: number; readonly blocks: Block[]; readonly counts: Map<Division['is'], number> }

/** "I." holds groups ("*", titles without a number), these hold "1.", these hold "a)"; all else stands in the nearest. */
const ranks = { section: 0, group: 1, clause: 2, point: 3 } as const

/**
 * `rows` are settled. Titles of numbered sections come out in capitals, as they are printed. What closes the text
 * ("… ./.") stands at the top again. Ids are counted and say nothing.
 */
export const grown = (rows: readonly PrintedRow[]): Block[] => {
  const top: Open = { rank: -1, blocks: [], counts: new Map() }
  const stack: Open[] = [top]
  let ids = 0
  const here = (): Open => stack.at(-1) ?? top
  const enter = (
    made: Omit<Division, 'id' | 'blocks'>,
    blocks: Block[],
    rank: number,
    count?: number,
  ): void => {
    while (here().rank >= rank) stack.pop()
    const { blocks: into, counts } = here()
    ids += 1
    const expected = (counts.get(made.is) ?? 0) + 1
    if (count !== undefined) counts.set(made.is, count)
    const counted = count !== undefined && count !== expected ? { counted: count } : {}
    into.push({ ...made, ...counted, id: `p${ids}`, blocks })
    stack.push({ rank, blocks, counts: new Map() })
  }
  rows.forEach((row, index) => {
    if (row.is === 'table') {
      here().blocks.push({ ...row, align: row.head.map(() => 'left' as const) })
      return
    }
    if (row.is === 'item') {
      const last = here().blocks.at(-1)
      const item: Block = { is: 'item', text: row.text, blocks: [] }
      if (row.deep && last?.is === 'item') (last.blocks as Block[]).push(item)
      else here().blocks.push(item)
      return
    }
    const looks = looksOf(row.text)
    const label = labelOf(looks)
    const rest = label ? inlinesOf(looks.slice(2)) : row.text
    if (!label && row.is === 'line') {
      const closes = index === rows.length - 1 && textOf(looks).endsWith('./.')
      const into = closes ? top : here()
      into.blocks.push({ is: 'paragraph', text: row.text })
      return
    }
    const { is, mark, count, rank } = label ?? {
      is: 'section',
      mark: 'none',
      count: undefined,
      rank: ranks.group,
    }
    if (row.is === 'title' && rest.length > 0)
      enter({ is, mark, title: rank === ranks.section ? capitals(rest) : rest }, [], rank, count)
    else enter({ is, mark }, rest.length > 0 ? [{ is: 'paragraph', text: rest }] : [], rank, count)
  })
  return top.blocks
}

type Label = Pick<Division, 'is' | 'mark'> & { readonly count: number | undefined; readonly rank: number }

const labelOf = ([first, second]: readonly Look[]): Label | undefined => {
  if (!first || (second && second.text !== ' ')) return undefined
  const { text } = first
  if (text === '*') return { is: 'section', mark: 'star', count: undefined, rank: ranks.group }
  const section = /^[IVXLCDM]+\.$/.test(text) ? romans.get(text.slice(0, -1)) : undefined
  if (section !== undefined) return { is: 'section', mark: 'number', count: section, rank: ranks.section }
  if (/^[1-9]\d{0,2}\.$/.test(text))
    return { is: 'clause', mark: 'number', count: Number.parseInt(text, 10), rank: ranks.clause }
  const point = text.endsWith(')') ? letters.get(text.slice(0, -1)) : undefined
  return point === undefined ? undefined : { is: 'point', mark: 'number', count: point, rank: ranks.point }
}

const most = 399
const numbers = Array.from({ length: most }, (_, index) => index + 1)
const romans = new Map(numbers.map((count) => [roman(count), count]))
const letters = new Map(numbers.map((count) => [pointLetters(count), count]))

const capitals = (inlines: readonly Inline[]): Inline[] =>
  inlines.map((inline): Inline => {
    if (inline.is === 'break') return inline
    return inline.is === 'text'
      ? { is: 'text', value: upper(inline.value).normalize('NFC') }
      : { is: inline.is, text: capitals(inline.text) }
  })
