/** What stands outside the text of page 1: framed marks × the decree table, and the words of mark and address. */

import { decree30 } from '../../src/layout/decree30.ts'
import { exactly, mm } from './geometry.ts'
import type { Findings } from './ledger.ts'
import { worded } from './marks.ts'
import type { Box, Page } from './page-trace.ts'
import type { Measured } from './parts.ts'
import type { Written } from './read-markdown.ts'
import { type TextLine, widthOf } from './text-lines.ts'

/** Mục III.2: a single-line frame of the table's size around the words. */
export const frameFindings = ({ pages, lines }: Measured): Findings => {
  const [page] = pages
  if (page === undefined) return []
  return [
    ...framed('urgency', lines.urgency?.[0], page.reds ?? []),
    ...framed('circulation', lines.circulation?.[0], blackAbove(page)),
  ]
}

const framed = (
  part: 'urgency' | 'circulation',
  line: TextLine | undefined,
  edges: readonly Box[],
): string[] => {
  const { label, frame } = decree30.parts[part]
  if (line === undefined) return edges.length === 0 ? [] : [`${label}: khung không có chữ`]
  if (edges.length < 4) return [`${label} “${line.text}”: khung chỉ có ${edges.length} cạnh`]
  const left = Math.min(...edges.map((edge) => edge.left))
  const right = Math.max(...edges.map((edge) => edge.right))
  const top = Math.min(...edges.map((edge) => edge.top))
  const bottom = Math.max(...edges.map((edge) => edge.bottom))
  const holds = left < line.left && line.right < right && top < line.top && line.bottom < bottom
  const [, width = 0] = worded(part, line.text) ?? []
  return [
    ...(holds ? [] : [`${label}: khung không ôm chữ “${line.text}”`]),
    ...exactly(`${label}, chiều cao khung`, mm(bottom - top) - stroke, frame.height, drawn),
    ...exactly(`${label}, chiều rộng khung`, mm(right - left) - stroke, width, drawn),
    ...exactly(
      `${label}, chữ ở giữa khung`,
      mm((left + right) / 2 - line.left),
      mm(widthOf(line) / 2),
      drawn,
    ),
  ]
}

/** A frame is drawn on its edges; word processors round the room inside it to whole points. In mm. */
const stroke = 0.26
const drawn = 0.6

/** Black lines in the top margin: nothing else is drawn there. */
const blackAbove = ({ strokes, uprights }: Page): Box[] =>
  [
    ...strokes.map(({ left, right, y, thickness }) => ({
      left,
      right,
      top: y - thickness / 2,
      bottom: y + thickness / 2,
    })),
    ...uprights.map(({ x, top, bottom }) => ({ left: x, right: x, top, bottom })),
  ].filter(({ bottom }) => mm(bottom) < decree30.page.margins.top.from)

/** Ô 11, 13: the words that the Markdown edition has for them, on page 1. */
export const outsideFindings = ({ lines }: Measured, { circulation, address }: Written): Findings =>
  (
    [
      ['circulation', circulation],
      ['address', address],
    ] as const
  ).flatMap(([part, expected]) => {
    const found = (lines[part] ?? []).map((line) => line.text).join('\n')
    return found === expected ? [] : [`${part}: “${found}”, cần “${expected}”`]
  })
