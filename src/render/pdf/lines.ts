/** Measured words → lines of a width, and where each word stands in its line. */

import type { Pt } from '../../layout/units.ts'
import { type Inline, widthOf } from './measure.ts'
import type { Alignment, PdfLine } from './pdfmake.ts'

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
    let most = 0
    for (const { height } of this.inlines) most = Math.max(most, height)
    return most
  }

  getAscenderHeight(): Pt {
    let most = 0
    for (const { font, fontSize } of this.inlines) most = Math.max(most, (font.ascender / 1000) * fontSize)
    return most
  }

  at(x: Pt, y: Pt): TextLine {
    return new TextLine(this.inlines, x, y)
  }
}

/** Lines as narrow as sums of widths make them; measured widths differ in the last digits. */
const tolerance: Pt = 1 / 1000

type Broken = { readonly inlines: readonly Inline[]; readonly forced: boolean }

/**
 * Lines with `x` counted from the left edge of the paragraph; `indent` moves the first one in. Spaces at a line's end
 * take no room; no-break spaces always do, so that a blank to be filled in keeps its width.
 */
export const breakLines = (inlines: readonly Inline[], width: Pt, indent: Pt): TextLine[] => {
  const broken = wrap(inlines, (line) => width - (line === 0 ? indent : 0))
  return broken.map((line, index) => {
    const start = index === 0 ? indent : 0
    const stretch = !line.forced && index < broken.length - 1
    return set(line.inlines, start, width - start, stretch)
  })
}

/** A word is everything up to the next place where a line may end. As in Word, "/" is no such place. */
const goesOn = ({ lineEnd, noNewLine, text }: Inline): boolean =>
  !lineEnd && (noNewLine || text.endsWith('/'))

const wrap = (inlines: readonly Inline[], widthOf: (line: number) => Pt): Broken[] => {
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
  for (let first = 0, next = 0; first < inlines.length; first = next) {
    let last: Inline
    let width = 0
    do {
      last = inlines[next++] as Inline
      width += last.width
    } while (next < inlines.length && goesOn(last))
    const visible = width - trailing(inlines, first, next)
    if (line.length > 0 && !fits(visible)) end(false)
    if (fits(visible)) for (let index = first; index < next; index++) add(inlines[index] as Inline)
    // Longer than a whole line: torn between its parts, then between letters.
    else
      for (const inline of inlines.slice(first, next))
        for (const piece of pieces(inline, Math.min(widthOf(0), widthOf(1)))) {
          if (line.length > 0 && !fits(piece.width - trailing([piece]))) end(false)
          add(piece)
        }
    if (last.lineEnd) end(true)
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
    out.push(inline.part(text))
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
  let used = 0
  let spaces = 0
  for (const inline of inlines) {
    used += inline.width
    spaces += inline.spaces
  }
  const free = width - (used - trailing(inlines))
  const gaps = spaces - (inlines.at(-1)?.spaces ?? 0)
  const alignment = inlines[0]?.alignment ?? 'left'
  const gap = alignment === 'justify' && stretch && free > 0 ? free / (gaps || Infinity) : 0
  let x = start + offsets[alignment](free)
  for (const inline of inlines) {
    inline.x = x
    x += inline.width + inline.spaces * gap
  }
  return new TextLine(inlines, 0, 0)
}

const offsets: Readonly<Record<Alignment, (free: Pt) => Pt>> = {
  left: () => 0,
  center: (free) => free / 2,
  right: (free) => free,
  justify: () => 0,
}

/** Width of the spaces at the end of what stands between two places of a line. */
const trailing = (inlines: readonly Inline[], from = 0, to = inlines.length): Pt => {
  let width = 0
  for (let index = to - 1; index >= from; index--) {
    const { spaces, blank, text } = inlines[index] as Inline
    width += blank
    if (spaces < text.length) break
  }
  return width
}
