/** Lines of full width, over the pages → paragraphs: told from gaps, indents, short last lines and changes of type. */

import type { Area } from './pdf-area.ts'
import { centreOf, widthOf } from './pdf-ink.ts'
import type { Letter, Piece } from './pdf-lines.ts'
import { middle, pitchOf } from './pdf-spacing.ts'

/** Places (pt) that differ by less are the same. */
const same = 2
const exactly = 0.5
/** Type sizes (pt) that differ by more are different. */
const otherSize = 0.6
/** Distance of lines of one paragraph, in ems, at most: double spacing is 2.3. */
const widest = 2.5
/** A centred line that goes on is not much shorter than the next. */
const muchShorter = 0.6

export type Flow = {
  readonly area: Area
  /** Usual distance of baselines inside a paragraph, for a size of type; absent where none was seen. */
  readonly pitch: (size: number) => number | undefined
  /** Is there a stroke between two lines? */
  readonly parted: (above: Piece, below: Piece) => boolean
}

export const paragraphsIn = (lines: readonly Piece[], flow: Flow): Piece[][] => {
  const out: Piece[][] = []
  for (const line of lines) {
    const current = out.at(-1)
    if (current && continues(current, line, flow)) current.push(line)
    else out.push([line])
  }
  return out
}

/** Distances between lines where the upper one is full and the lower one starts at the left edge. */
export const usualPitch = (lines: readonly Piece[], area: Area): Flow['pitch'] => {
  const found = new Map<number, number[]>()
  lines.forEach((line, index) => {
    const last = lines[index - 1]
    if (!last || last.page !== line.page || Math.abs(last.size - line.size) > otherSize) return
    if (line.left - area.left > same || !isFull(last, line, area)) return
    const size = Math.round(line.size)
    found.set(size, [...(found.get(size) ?? []), line.baseline - last.baseline])
  })
  return (size) => middle(found.get(Math.round(size)) ?? [])
}

const continues = (current: readonly Piece[], next: Piece, flow: Flow): boolean => {
  const { area, pitch, parted } = flow
  const last = current.at(-1)
  if (!last || Math.abs(last.size - next.size) > otherSize || parted(last, next)) return false
  if (last.page === next.page) {
    const distance = next.baseline - last.baseline
    const expected = pitchOf(current) ?? pitch(next.size)
    const goesOn = current.length === 1 && isSecondLine(last, next, area)
    if (distance > (expected === undefined || goesOn ? widest * next.size : expected + same)) return false
    if (current.length > 1 && expected !== undefined && distance < expected - same) return false
  }
  const [above, below] = [isCentred(last, area), isCentred(next, area)]
  if (above || below) {
    if (!sameLook(last, next) || isCapitals(last) !== isCapitals(next)) return false
    if (above && below) return widthOf(last) > muchShorter * widthOf(next)
    return isWide(above ? next : last, area)
  }
  if (!isFull(last, next, area)) return isBrokenByHand(last, next, flow)
  if (current.length > 1) return Math.abs(next.left - (current[1]?.left ?? 0)) < same
  if (next.left < area.left + same) return true
  // Side by side below each other: in the middle of a paragraph, or two that begin at the usual place.
  if (Math.abs(next.left - last.left) < same) return Math.abs(next.left - area.left - area.indent) > same
  if (next.left < last.left) return false
  if (Math.abs(next.left - afterLabel(last)) < same) return true
  // Further in than the line above: a hanging indent, or the first line of the next paragraph.
  return Math.abs(next.left - area.left - area.indent) > same
}

/**
 * A full line, and one at the left edge below its indent, or below the text behind its label: they belong together
 * however far apart they stand.
 */
const isSecondLine = (last: Piece, next: Piece, area: Area): boolean => {
  const indented = last.left > area.left + same && Math.abs(next.left - area.left) < same
  const text = afterLabel(last)
  return (indented || (text > last.left && Math.abs(next.left - text) < same)) && isFull(last, next, area)
}

/** Where paragraphs begin with an indent and a space above, a line with neither goes on. */
const isBrokenByHand = (last: Piece, next: Piece, { area, pitch }: Flow): boolean => {
  const usual = pitch(next.size)
  return (
    area.indent > same &&
    usual !== undefined &&
    last.page === next.page &&
    Math.abs(next.left - area.left) < same &&
    Math.abs(next.baseline - last.baseline - usual) < same &&
    sameLook(last, next)
  )
}

/** Where the text of a list item starts: the lines that go on hang there. */
const afterLabel = ({ text, letters, left }: Piece): number => {
  const label = /^(?:[-–—+•▪*]|\p{L}\)|\d{1,2}[.)]|[IVX]{1,4}\.)\s+/u.exec(text)?.[0]
  return (label && letters[[...label].length]?.left) || left
}

/** As far from the left edge as from the right, and not just indented. */
export const isCentred = (line: Piece, area: Area): boolean => {
  const left = line.left - area.left
  const off = Math.abs(centreOf(line) - centreOf(area))
  if (left < 3 * same || off > same) return false
  // An indented line may end as far from the other edge by chance; a title ends without a stop.
  return Math.abs(left - area.indent) > same || (off < exactly && !/^[-+•*]|[.;:,]$/u.test(line.text))
}

const isWide = (line: Piece, area: Area): boolean => widthOf(line) > widthOf(area) - 3 * same

/** The next word would not have fitted. Without a next line: it ends at the right edge. */
export const isFull = (line: Piece, next: Piece | undefined, area: Area): boolean => {
  if (area.right - line.right < same / 2) return true
  if (!next) return false
  const [first] = wordsOf(next)
  const space = line.size / 4
  return line.right + space + (first ? first.right - first.left : 0) > area.right - same / 2
}

/** Letters up to the next place where a line may end. */
const wordsOf = (line: Piece): { readonly left: number; readonly right: number }[] => {
  const words: { left: number; right: number }[] = []
  let open = false
  for (const letter of line.letters) {
    const last = words.at(-1)
    if (letter.text === ' ') open = false
    else if (open && last) last.right = letter.right
    else {
      words.push({ left: letter.left, right: letter.right })
      open = true
    }
  }
  return words
}

export const firstWordWidth = (line: Piece): number => {
  const [first] = wordsOf(line)
  return first ? first.right - first.left : 0
}

const styleOf = (line: Piece): string => {
  const seen = (letter: Letter): boolean => letter.text !== ' '
  const first = line.letters.find(seen)?.look
  const last = line.letters.findLast(seen)?.look
  return [first, last].map((look) => `${look?.bold}${look?.italic}${look?.face}`).join()
}

/** The same weight, slope and face at their ends. */
export const sameLook = (a: Piece, b: Piece): boolean => styleOf(a) === styleOf(b)

export const isCapitals = ({ text }: Piece): boolean =>
  text === text.toLocaleUpperCase('vi') && text !== text.toLocaleLowerCase('vi')
