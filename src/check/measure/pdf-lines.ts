/** Letters in a row → a piece of text: its words, its place, its usual size; pieces joined where nothing parts them. */

import { type Look, widthOf } from './pdf-ink.ts'

/** Text without a wide gap. */
export type Piece = {
  readonly page: number
  readonly text: string
  /** Letters with inferred spaces between them; the first and the last are no spaces. */
  readonly letters: readonly Letter[]
  readonly left: number
  readonly right: number
  readonly baseline: number
  /** Of most of its letters. */
  readonly size: number
  /** With the spaces drawn before and after its letters. */
  readonly drawn: { readonly left: number; readonly right: number }
  /** A space was drawn after the last letter. */
  readonly trailing: boolean
}

export type Letter = {
  readonly text: string
  /** None for letters that are not seen. */
  readonly look?: Look
  readonly size: number
  readonly left: number
  readonly right: number
  /** A superscript or subscript. */
  readonly raised?: true
}

/** From left to right. */
export type Row = { readonly baseline: number; readonly pieces: readonly Piece[] }

export const pieceFrom = (page: number, baseline: number, all: readonly Letter[]): Piece => {
  const from = all.findIndex(({ text }) => text !== ' ')
  const to = all.findLastIndex(({ text }) => text !== ' ')
  const letters = all.slice(Math.max(from, 0), to + 1)
  return {
    page,
    text: letters
      .map(({ text }) => text)
      .join('')
      .normalize('NFC'),
    letters,
    left: Math.min(...letters.map(({ left }) => left)),
    right: Math.max(...letters.map(({ right }) => right)),
    baseline,
    size: usualSize(letters),
    drawn: {
      left: Math.min(...all.map(({ left }) => left)),
      right: Math.max(...all.map(({ right }) => right)),
    },
    trailing: to < all.length - 1,
  }
}

export const lookOf = ({ look }: { readonly look?: Look }): { readonly look?: Look } =>
  look === undefined ? {} : { look }

const usualSize = (letters: readonly Letter[]): number => {
  const counts = new Map<number, number>()
  for (const { size, left, right } of letters) counts.set(size, (counts.get(size) ?? 0) + right - left)
  const [usual] = [...counts].sort((a, b) => b[1] - a[1])
  return usual?.[0] ?? 0
}

/** All pieces of a row as one, with a space in each gap. */
export const joined = (pieces: readonly Piece[]): Piece | undefined => {
  const [first, ...rest] = pieces
  if (!first || rest.length === 0) return first
  const letters = [...first.letters]
  for (const piece of rest) {
    const last = letters.at(-1)
    letters.push({
      text: ' ',
      size: last?.size ?? 0,
      left: last?.right ?? 0,
      right: piece.left,
      ...(last ? lookOf(last) : {}),
    })
    letters.push(...piece.letters)
  }
  const main = [...pieces].sort((a, b) => widthOf(b) - widthOf(a))[0] ?? first
  const last = pieces.at(-1) ?? first
  return { ...pieceFrom(first.page, main.baseline, letters), trailing: last.trailing }
}

/** A justified line of few words has wide gaps everywhere: they are spaces and part nothing. */
export const unstretched = (pieces: readonly Piece[]): readonly Piece[] => {
  if (pieces.length < 2) return pieces
  const between = pieces.slice(1).map((piece, index) => piece.left - (pieces[index]?.right ?? 0))
  const all = [...between, ...pieces.flatMap(spacesIn)]
  const even = all.length >= 2 && Math.min(...all) > 0.5 * Math.max(...all)
  const whole = even ? joined(pieces) : undefined
  return whole ? [whole] : pieces
}

/** Widths of the gaps between words, from letter to letter. */
const spacesIn = ({ letters }: Piece): number[] =>
  letters.flatMap((letter, index) => {
    if (letter.text !== ' ' || letters[index - 1]?.text === ' ') return []
    const next = letters.slice(index).find(({ text }) => text !== ' ')
    return [(next?.left ?? letter.right) - letter.left]
  })
