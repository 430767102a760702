/** A text → where its lines start, both ways: places of offsets and offsets of places. */

import type { Place } from '../source.ts'

export type Lines = {
  readonly place: (offset: number) => Place
  readonly offset: (place: Place) => number
}

export const linesIn = (text: string): Lines => {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return {
    offset: ({ line, column }) => Math.min(text.length, (starts[line - 1] ?? text.length) + column - 1),
    place: (offset) => {
      let [low, high] = [0, starts.length - 1]
      while (low < high) {
        const middle = Math.ceil((low + high) / 2)
        if ((starts[middle] ?? 0) <= offset) low = middle
        else high = middle - 1
      }
      return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
    },
  }
}
