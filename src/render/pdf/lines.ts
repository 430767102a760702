/** Measured words → lines of a width, and where each word stands in its line. */

import type { Pt } from '../../layout/units.ts'
import type { Alignment, Inline } from './pdfmake.ts'
import { PdfLine } from './pdfmake.ts'

/** Lines as narrow as sums of widths make them; measured widths differ in the last digits. */
const tolerance: Pt = 1 / 1000

type Word = { readonly inlines: Inline[]; width: Pt }
type Broken = { readonly inlines: Inline[]; readonly forced: boolean }

/**
 * Lines with `x` counted from the left edge of the paragraph; `indent` moves the first one in. Spaces at a line's end
 * take no room; no-break spaces always do, so that a blank to be filled in keeps its width.
 */
export const breakLines = (inlines: readonly Inline[], width: Pt, indent: Pt): PdfLine[] => {
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
    out.push({ ...inline, text, width: widthOf(text, inline) })
  }
  for (const letter of inline.text) {
    if (text && widthOf((text + letter).trimEnd(), inline) > width) {
      cut()
      text = ''
    }
    text += letter
  }
  cut()
  return out
}

/** pdfmake aligns by itself, but stretches between any two runs, even inside a word. */
const set = (inlines: readonly Inline[], start: Pt, width: Pt, stretch: boolean): PdfLine => {
  const line = new PdfLine(width)
  const used = sum(inlines.map((inline) => inline.width)) - trailing(inlines)
  const free = width - used
  const alignment = inlines[0]?.alignment ?? 'left'
  const gaps = inlines.slice(0, -1).map((inline) => spacesAfter(inline.text))
  const gap = alignment === 'justify' && stretch && free > 0 ? free / (sum(gaps) || Infinity) : 0
  let x = start + offsets[alignment](free)
  inlines.forEach((inline, index) => {
    line.addInline(inline)
    inline.x = x
    x += inline.width + (gaps[index] ?? 0) * gap
  })
  return line
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
  for (const inline of inlines.toReversed()) {
    const spaces = spacesAfter(inline.text)
    width += widthOf(' '.repeat(spaces), inline)
    if (spaces < inline.text.length) break
  }
  return width
}

const spacesAfter = (text: string): number => / *$/.exec(text)?.[0].length ?? 0
const widthOf = (text: string, inline: Inline): Pt =>
  text ? inline.font.widthOfString(text, inline.fontSize) : 0
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
