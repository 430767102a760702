/** Paths painted on a page of a PDF → horizontal marks and vertical edges. */

import type { Edge, Mark } from './pdf-ink.ts'
import { apply, type Matrix, numbersOf, type Point, scaleOf } from './pdf-matrix.ts'

export type Painting = {
  readonly filled: boolean
  readonly stroked: boolean
  readonly closed: boolean
  readonly matrix: Matrix
  readonly lineWidth: number
  readonly dashed: boolean
}

/** A filled box is a line when it is at most this thick (pt), and this many times as long. */
const thickest = 4
const slenderness = 3
/** Shorter ones are dots and the corners of borders. */
const shortest = 2

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

export const strokesOf = (path: unknown, painting: Painting): { marks: Mark[]; edges: Edge[] } => {
  const out: { marks: Mark[]; edges: Edge[] } = { marks: [], edges: [] }
  const keep = ({ left, right, top, bottom }: Box, solid: boolean): void => {
    const [width, height] = [right - left, bottom - top]
    if (width > shortest && height <= thickest && width >= slenderness * height)
      out.marks.push({ left, right, y: (top + bottom) / 2, thickness: height, solid })
    else if (height > shortest && width <= thickest && height >= slenderness * width)
      out.edges.push({ x: (left + right) / 2, top, bottom })
  }
  for (const { points, closed } of subpaths(path)) {
    const shown = points.map((point) => apply(painting.matrix, point))
    if (painting.filled && shown.length > 1) keep(boundsOf(shown, 0, 0), true)
    if (!painting.stroked) continue
    const half = (painting.lineWidth * scaleOf(painting.matrix)) / 2
    const first = shown[0]
    const ring = first && (closed || painting.closed) ? [...shown, first] : shown
    ring.slice(1).forEach((to, index) => {
      const leg = [ring[index] ?? to, to]
      const flat = boundsOf(leg, 0, 0)
      const lies = flat.right - flat.left > flat.bottom - flat.top
      keep(lies ? boundsOf(leg, 0, half) : boundsOf(leg, half, 0), !painting.dashed)
    })
  }
  return out
}

const boundsOf = (points: readonly Point[], aside: number, above: number): Box => {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return {
    left: Math.min(...xs) - aside,
    right: Math.max(...xs) + aside,
    top: Math.min(...ys) - above,
    bottom: Math.max(...ys) + above,
  }
}

type Subpath = { readonly points: Point[]; closed: boolean }

/** Codes of pdf.js: 0 move, 1 line, 2 curve (three points), 3 curve (two points), 4 close. Of a curve its end counts. */
const subpaths = (path: unknown): Subpath[] => {
  const out: Subpath[] = []
  const data = numbersOf(path)
  const steps = [2, 2, 6, 4]
  for (let at = 0; at < data.length; ) {
    const code = data[at] ?? -1
    const step = steps[code]
    const last = out.at(-1)
    if (code === 4 && last) last.closed = true
    if (step === undefined) {
      if (code !== 4) return out
      at += 1
      continue
    }
    const point: Point = [data[at + step - 1] ?? 0, data[at + step] ?? 0]
    if (code === 0 || !last) out.push({ points: [point], closed: false })
    else last.points.push(point)
    at += step + 1
  }
  return out
}
