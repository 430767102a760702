/** Measured words → lines of a width, and where each word stands in its line. */

import type { Pt } from '../../layout/units.ts'
import { spacesAfter, widthOf } from './measure.ts'
import type { Alignment, Inline, PdfLine } from './pdfmake.ts'

/** Words set side by side, and where on its page the line stands. */
export class TextLine implements PdfLine {
  readonly inlines: readonly Inline[]
  readonly x: Pt
  readonly y: Pt

  constructor(inlines: readonly Inline[], x: Pt, y: Pt) {
    this.inlines = inlines
    this.x = x
    this.y = y
  }

  getHeight(): Pt {
    return this.inlines.reduce((most, { height }) => Math.max(most, height), 0)
  }

  getAscenderHeight(): Pt {
    return this.inlines.reduce(
      (most, { font, fontSize }) => Math.max(most, (font.ascender / 1000) * fontSize),
      0,
    )
  }

  at(x: Pt, y: Pt): TextLine {
    return new TextLine(this.inlines, x, y)
  }
}

/** Lines as narrow as sums of widths make them; measured widths differ in the last digits. */
const tolerance: Pt = 1 / 1000

type Word = { readonly inlines: Inline[]; width: Pt }
type Broken = { readonly inlines: Inline[]; readonly forced: boolean }

/**
 * Lines with `x` counted from the left edge of the paragraph; `indent` moves the first one in. Spaces at a line's end
 * take no room; no-break spaces always do, so that a blank to be filled in keeps its width.
 */
export const breakLines = (inlines: readonly Inline[], width: Pt, indent: Pt): TextLine[] => {
  const broken = wrap(wordsOf(inlines), (line) => width - (line === 0 ? indent : 0))
  return broken.map((line, index) => {
    const start = index === 0 ? indent : 0
    const stretch = !line.forced && index < broken.length - 1
    return set(line.inlines, start, width - start, stretch)
  })
}

/** A word is everything up to the next place where a line may end. As in Word, "/" is no such place. */
const wordsOf = (inlines: readonly Inline[]): Word[] => {
  const words: Word[] = []
  let open = false
  for (const inline of inlines) {
    const last = words.at(-1)
    if (open && last) {
      last.inlines.push(inline)
      last.width += inline.width
    } else words.push({ inlines: [inline], width: inline.width })
    open = !inline.lineEnd && (inline.noNewLine === true || inline.text.endsWith('/'))
  }
  return words
}

const wrap = (words: readonly Word[], widthOf: (line: number) => Pt): Broken[] => {
  const lines: Broken[] = []
  let line: Inline[] = []
  let used = 0
  const fits = (width: Pt): boolean => used + width <= widthOf(lines.length) + tolerance
  const end = (forced: boolean): void => {
    lines.push({ inlines: line, forced })
    line = []
    used = 0
  }
  const add = (inline: Inline): void => {
    line.push(inline)
    used += inline.width
  }
  for (const { inlines, width } of words) {
    const visible = width - trailing(inlines)
    if (line.length > 0 && !fits(visible)) end(false)
    if (fits(visible)) inlines.forEach(add)
    // Longer than a whole line: torn between its parts, then between letters.
    else
      for (const inline of inlines)
        for (const piece of pieces(inline, Math.min(widthOf(0), widthOf(1)))) {
          if (line.length > 0 && !fits(piece.width - trailing([piece]))) end(false)
          add(piece)
        }
    if (inlines.at(-1)?.lineEnd) end(true)
  }
  if (line.length > 0) end(false)
  return lines
}

/** Splits an inline into pieces that are no wider than a line, at least one letter each. */
const pieces = (inline: Inline, width: Pt): Inline[] => {
  if (inline.width <= width) return [inline]
  const out: Inline[] = []
  let text = ''
  const cut = (): void => {
    const spaces = spacesAfter(text)
    const blank = widthOf(' '.repeat(spaces), inline.font, inline.fontSize)
    out.push({ ...inline, text, width: widthOf(text, inline.font, inline.fontSize), spaces, blank })
  }
  for (const letter of inline.text) {
    if (text && widthOf((text + letter).trimEnd(), inline.font, inline.fontSize) > width) {
      cut()
      text = ''
    }
    text += letter
  }
  cut()
  return out
}

/** pdfmake aligns by itself, but stretches between any two runs, even inside a word. */
const set = (inlines: readonly Inline[], start: Pt, width: Pt, stretch: boolean): TextLine => {
  const used = sum(inlines.map((inline) => inline.width)) - trailing(inlines)
  const free = width - used
  const alignment = inlines[0]?.alignment ?? 'left'
  const gaps = inlines.slice(0, -1).map(({ spaces }) => spaces)
  const gap = alignment === 'justify' && stretch && free > 0 ? free / (sum(gaps) || Infinity) : 0
  let x = start + offsets[alignment](free)
  inlines.forEach((inline, index) => {
    inline.x = x
    x += inline.width + (gaps[index] ?? 0) * gap
  })
  return new TextLine(inlines, 0, 0)
}

const offsets: Readonly<Record<Alignment, (free: Pt) => Pt>> = {
  left: () => 0,
  center: (free) => free / 2,
  right: (free) => free,
  justify: () => 0,
}

/** Width of the spaces at the end of a line. */
const trailing = (inlines: readonly Inline[]): Pt => {
  let width = 0
  for (let index = inlines.length - 1; index >= 0; index--) {
    const { spaces, blank, text } = inlines[index] as Inline
    width += blank
    if (spaces < text.length) break
  }
  return width
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
