/** The lines of a document → the edges of its text area and its usual first line indent, as the lines show them. Points. */

import { widthOf } from './pdf-ink.ts'
import type { Piece, Row } from './pdf-lines.ts'

export type Area = {
  readonly left: number
  readonly right: number
  /** Where the longest of the lines that end there ends: programs round, and end lines short. */
  readonly reach: number
  /** Distance of most indented lines from the left edge. */
  readonly indent: number
  /** Told by lines of full width, not by what there happens to be. */
  readonly told: boolean
}

/** Lines that take this share of the paper's width run from edge to edge. */
const wide = 0.55
/** Lines that end this far beyond the edge (pt) stick out of the text. */
const nearEdge = 3
/** Edges nearer than this are one. */
const same = 1
/** Beyond this, a line is set apart by more than an indent. */
const deepest = 60
/** A line that ends nearer to the right edge goes on below. */
const shortEnd = 4

/** Absent where no line is wide enough to tell. */
export const areaOf = (rows: readonly Row[], paper: number): Area | undefined => {
  // A row of several pieces is one of columns side by side.
  const lines = rows.flatMap(({ pieces }) => (pieces.length === 1 ? pieces : []))
  const long = lines.filter((line) => widthOf(line) > wide * paper)
  if (long.length === 0) return undefined
  // Short lines tell the left edge as well: lists of recipients, ends of paragraphs.
  const lefts = clusters(rows.flatMap(({ pieces: [first] }) => (first ? [first.left] : [])))
  const often = lefts.filter(({ count }) => count >= Math.max(2, rows.length / 40))
  const left = Math.min(often[0]?.at ?? paper, ...long.map((line) => line.left))
  const right = rightEdge(long)
  const reach = Math.max(...long.map((line) => line.right).filter((at) => at < right + nearEdge))
  return { left, right, reach, indent: indentOf(lines, left, right), told: long.length > 1 }
}

/** Justified lines all end at one place; without such a place the longest line tells. */
const rightEdge = (lines: readonly Piece[]): number => {
  const rights = clusters(lines.map(({ right }) => right))
  const most = [...rights].sort((a, b) => b.count - a.count)[0]
  const last = rights.at(-1)?.at ?? 0
  return most && most.count >= 2 && most.count >= lines.length / 4 ? most.at : last
}

/** Of lines that begin a paragraph: the line above ends early. Centred lines are not indented ones. */
const indentOf = (lines: readonly Piece[], left: number, right: number): number => {
  const starts = lines.filter((line, index) => {
    const above = lines[index - 1]
    const off = line.left - left
    const centred = Math.abs(off - (right - line.right)) < 4 * same
    return off > same && off < deepest && !centred && !(above && right - above.right < shortEnd)
  })
  const [most] = clusters(starts.map((line) => line.left - left)).sort((a, b) => b.count - a.count)
  return most?.at ?? 0
}

/** Values that lie together, by their median, in rising order. */
const clusters = (values: readonly number[]): { readonly at: number; readonly count: number }[] => {
  const groups: number[][] = []
  for (const value of [...values].sort((a, b) => a - b)) {
    const group = groups.at(-1)
    if (group && value - (group[0] ?? value) <= same) group.push(value)
    else groups.push([value])
  }
  return groups.map((group) => ({ at: group[group.length >> 1] ?? 0, count: group.length }))
}
