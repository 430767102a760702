/** Offsets of a text → lines and columns, and what stands on a line. */

import type { Place } from '../source.ts'

/** 1-based line and column (UTF-16 units) of an offset; offsets outside the text are taken to its nearer end. */
export const placesIn = (text: string): ((offset: number) => Place) => {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    const inside = Math.max(0, Math.min(offset, text.length))
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= inside) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: inside - (starts[low] ?? 0) + 1 }
  }
}

/** The line around an offset, and where the offset stands in it. */
export const lineAt = (text: string, offset: number): { readonly line: string; readonly index: number } => {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  return { line: text.slice(start, end === -1 ? text.length : end), index: offset - start }
}
