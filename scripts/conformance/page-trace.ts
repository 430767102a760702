/**
 * The drawing operations of a PDF as `mutool trace` tells them -> glyphs and straight strokes on pages.
 * Points, from the top left corner of the page.
 */

export type Glyph = {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  readonly size: number
  readonly font: string
  readonly bold: boolean
  readonly italic: boolean
  readonly black: boolean
  /** Bright red, for the mark of urgency. */
  readonly red?: true
}

/** Horizontal. */
export type Stroke = {
  readonly left: number
  readonly right: number
  readonly y: number
  readonly thickness: number
}

/** Vertical: the borders of a table. */
export type Upright = { readonly x: number; readonly top: number; readonly bottom: number }

export type Box = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export type Page = {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly glyphs: readonly Glyph[]
  readonly strokes: readonly Stroke[]
  readonly uprights: readonly Upright[]
  /** Thin lines of bright red, either way. */
  readonly reds?: readonly Box[]
}

type Drawing = {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly glyphs: Glyph[]
  readonly strokes: Stroke[]
  readonly uprights: Upright[]
  readonly reds: Box[]
}

type Matrix = readonly [number, number, number, number, number, number]
type Point = readonly [number, number]

const identity: Matrix = [1, 0, 0, 1, 0, 0]
const attribute = (line: string, name: string): string | undefined =>
  new RegExp(` ${name}="([^"]*)"`).exec(line)?.[1]
const numbers = (text: string | undefined): number[] => (text ?? '').split(' ').map(Number)
const numeric = (line: string, name: string): number => Number(attribute(line, name))

const matrix = (text: string | undefined): Matrix => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers(text)
  return [a, b, c, d, e, f]
}
const apply = ([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point => [a * x + c * y + e, b * x + d * y + f]

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, dec?: string, name?: string) =>
    hex !== undefined
      ? String.fromCodePoint(Number.parseInt(hex, 16))
      : dec !== undefined
        ? String.fromCodePoint(Number(dec))
        : (entities[name ?? ''] ?? whole),
  )

const isBlack = (line: string): boolean => numbers(attribute(line, 'color')).every((part) => part === 0)
const isRed = (line: string): boolean => attribute(line, 'color') === '1 0 0'

/** Thinner than this is a stroke even when it is drawn as a filled box, in points. */
const thin = 2

export const readTrace = (trace: string): Page[] => {
  const pages: Drawing[] = []
  let operation = ''
  let transform = identity
  let black = true
  let red = false
  let lineWidth = 0
  let span = { font: '', size: 0, advance: 0 }
  let path: Point[] = []

  for (const line of trace.split('\n')) {
    const tag = /^\s*<(\/?[a-z_]+)/.exec(line)?.[1]
    const page = pages.at(-1)
    if (tag === 'page') {
      const [left = 0, top = 0, right = 0, bottom = 0] = numbers(attribute(line, 'mediabox'))
      const number = numeric(line, 'number')
      pages.push({
        number,
        width: right - left,
        height: bottom - top,
        glyphs: [],
        strokes: [],
        uprights: [],
        reds: [],
      })
    } else if (tag === 'fill_text' || tag === 'stroke_path' || tag === 'fill_path') {
      operation = tag
      transform = matrix(attribute(line, 'transform'))
      black = isBlack(line)
      red = isRed(line)
      lineWidth = Number(attribute(line, 'linewidth') ?? 0) * Math.hypot(transform[2], transform[3])
      path = []
    } else if (tag === 'span') {
      const [a, b, c, d] = matrix(attribute(line, 'trm'))
      const wide = Math.hypot(transform[0], transform[1])
      const high = Math.hypot(transform[2], transform[3])
      span = {
        font: (attribute(line, 'font') ?? '').replace(/^[A-Z]{6}\+/, ''),
        size: Math.hypot(c, d) * high,
        advance: Math.hypot(a, b) * wide,
      }
    } else if (tag === 'g' && operation === 'fill_text' && page !== undefined) {
      const [x, y] = apply(transform, [numeric(line, 'x'), numeric(line, 'y')])
      page.glyphs.push({
        text: decoded(attribute(line, 'unicode') ?? ''),
        left: x,
        right: x + numeric(line, 'adv') * span.advance,
        baseline: y,
        size: span.size,
        font: span.font,
        bold: /bold/i.test(span.font),
        italic: /ital|oblique/i.test(span.font),
        black,
        ...(red && { red }),
      })
    } else if (tag === 'moveto' || tag === 'lineto') {
      path.push(apply(transform, [numeric(line, 'x'), numeric(line, 'y')]))
    } else if ((tag === '/stroke_path' || tag === '/fill_path') && page !== undefined) {
      for (const box of tag === '/stroke_path' ? legs(path, lineWidth) : [bounds(path)]) {
        if (black) keep(box, page)
        if (red && Math.min(box.right - box.left, box.bottom - box.top) < thin) page.reds.push(box)
      }
    } else if (tag === '/fill_text') operation = ''
  }
  return pages
}

const bounds = (path: readonly Point[], grow = 0): Box => ({
  left: Math.min(...path.map(([x]) => x)) - grow,
  right: Math.max(...path.map(([x]) => x)) + grow,
  top: Math.min(...path.map(([, y]) => y)) - grow,
  bottom: Math.max(...path.map(([, y]) => y)) + grow,
})

/** Each leg of a stroked path as the box it inks; butt ends, as every line of ours and of LibreOffice has. */
const legs = (path: readonly Point[], lineWidth: number): Box[] =>
  path.slice(1).map((to, index) => {
    const box = bounds([path[index] ?? to, to])
    const half = lineWidth / 2
    return box.right - box.left > box.bottom - box.top
      ? { ...box, top: box.top - half, bottom: box.bottom + half }
      : { ...box, left: box.left - half, right: box.right + half }
  })

const keep = ({ left, right, top, bottom }: Box, page: Drawing): void => {
  const [width, height] = [right - left, bottom - top]
  if (height < thin && width > thin)
    page.strokes.push({ left, right, y: (top + bottom) / 2, thickness: height })
  if (width < thin && height > thin) page.uprights.push({ x: (left + right) / 2, top, bottom })
}
