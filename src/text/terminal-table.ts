/** A listing as lines of a terminal: columns as wide as their letters are drawn, long cells on several lines. */

import { shortDate } from './dates.ts'
import type { Cell, Listing } from './listing.ts'
import { cellsOf, safe, widthOf } from './terminal.ts'

/** Between two columns. */
const gap = '  '
/** A column is not made narrower than this, however narrow the terminal. */
const least = 6
/** Longer words than this may be torn. */
const longestWord = 14

/**
 * `width`: cells of the terminal; without it every row stays on one line, for programs that read lines. A row follows a
 * head and a stroke; nothing of the text can drive the terminal.
 */
export const terminalTable = ({ columns, rows }: Listing, width?: number): string => {
  const head = columns.map(({ title }) => title)
  const texts = [head, ...rows.map((row) => row.map((cell) => safe(terminalText(cell))))]
  const numeric = columns.map((_, column) => rows.length > 0 && rows.every((row) => isFigure(row[column])))
  const natural = columns.map((_, column) => Math.max(...texts.map((row) => widthOf(row[column] ?? ''))))
  const wishes = columns.map(({ letters }, column) => ({
    natural: natural[column] ?? 0,
    word: Math.min(longestWord, wordIn(texts, column)),
    letters,
  }))
  const widths = width === undefined ? natural : fitted(wishes, width - gap.length * (columns.length - 1))
  const lines = texts.flatMap((row) => wrapped(row, widths, numeric))
  const headLines = wrapped(head, widths, numeric).length
  const stroke = widths.map((each) => '─'.repeat(each)).join(gap)
  return [...lines.slice(0, headLines), stroke, ...lines.slice(headLines)].map((line) => `${line}\n`).join('')
}

export const terminalText = (cell: Cell): string =>
  cell.is === 'date' ? shortDate(cell.value) : String(cell.value)

/** Cells of the longest word of a column. */
const wordIn = (texts: readonly (readonly string[])[], column: number): number =>
  texts.reduce(
    (most, row) =>
      (row[column] ?? '').split(' ').reduce((longest, word) => Math.max(longest, widthOf(word)), most),
    least,
  )

const isFigure = (cell: Cell | undefined): boolean =>
  cell === undefined || cell.is === 'number' || (cell.is === 'text' && cell.value === '')

type Wish = { readonly natural: number; readonly word: number; readonly letters: number }

/** Each as wide as it is; when not all fit, as wide as its words and its share of the letters. */
const fitted = (wishes: readonly Wish[], room: number): number[] => {
  const widths = (share: number, whole: boolean): number[] =>
    wishes.map(({ natural, word, letters }) =>
      Math.min(natural, Math.max(whole ? word : least, Math.floor((letters * share) / steps))),
    )
  // Words are torn only where the terminal is too narrow for them.
  const whole = sum(widths(0, true)) <= room
  let share = Math.max(...wishes.map(({ natural, letters }) => Math.ceil((natural / letters) * steps)))
  while (share > 0 && sum(widths(share, whole)) > room) share -= 1
  return widths(share, whole)
}

/** How finely the room is shared out. */
const steps = 20

const wrapped = (
  row: readonly string[],
  widths: readonly number[],
  numeric: readonly boolean[],
): string[] => {
  const cells = row.map((text, column) => wrap(text, widths[column] ?? least))
  const height = Math.max(1, ...cells.map(({ length }) => length))
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((cell, column) => {
        const text = cell[line] ?? ''
        const room = ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(text)))
        return numeric[column] ? room + text : text + room
      })
      .join(gap)
      .trimEnd(),
  )
}

/** At spaces; a word that is longer than the column is torn. */
const wrap = (text: string, width: number): string[] => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((each) => torn(each, width))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && widthOf(longer) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line]
}

const torn = (word: string, width: number): string[] => {
  if (widthOf(word) <= width) return [word]
  const pieces: string[] = []
  let piece = ''
  for (const letter of word) {
    if (piece !== '' && widthOf(piece) + cellsOf(letter) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...pieces, piece]
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
