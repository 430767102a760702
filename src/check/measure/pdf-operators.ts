/** The drawing operations of a page of a PDF, as pdf.js lists them → its letters, marks and edges. */

import type { Font } from './pdf-fonts.ts'
import { handlersOf } from './pdf-handlers.ts'
import type { Edge, Glyph, InkPage, Look, Mark } from './pdf-ink.ts'
import type { Matrix } from './pdf-matrix.ts'

export type Operations = {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly (readonly unknown[] | null)[]
}

export type Surroundings = {
  readonly number: number
  readonly width: number
  readonly height: number
  /** Page space → points from the top left corner, turned as the page is shown. */
  readonly view: Matrix
  readonly operators: Readonly<Record<string, number>>
  readonly font: (id: string) => Font | undefined
  /** Is a layer of optional content shown? */
  readonly shown: (layer: unknown) => boolean
}

/** What `q` keeps and `Q` brings back. */
export type State = {
  matrix: Matrix
  font?: Font
  size: number
  letterSpace: number
  wordSpace: number
  stretch: number
  rise: number
  mode: number
  fill: string | undefined
  stroke: string | undefined
  fillAlpha: number
  strokeAlpha: number
  lineWidth: number
  dashed: boolean
}

/** Where the next letter goes; outlives `q` and `Q`. */
export type Pen = { matrix: Matrix; x: number; y: number; lineX: number; lineY: number; leading: number }

export type Ink = {
  readonly glyphs: Glyph[]
  readonly marks: Mark[]
  readonly edges: Edge[]
  readonly looks: Map<string, Look>
  readonly unreadable: Map<string, number>
  turned: number
  invisible: number
  cut: boolean
}

/** A page of dense text has about 5 000 letters; a file that goes on and on must not take us along. */
const mostLetters = 20_000
const mostStrokes = 4_000

export const readOperations = (operations: Operations, around: Surroundings): InkPage => {
  const ink: Ink = {
    glyphs: [],
    marks: [],
    edges: [],
    looks: new Map(),
    unreadable: new Map(),
    turned: 0,
    invisible: 0,
    cut: false,
  }
  const handlers = handlersOf(ink, around)
  const byCode = new Map(Object.entries(handlers).map(([name, handle]) => [around.operators[name], handle]))
  operations.fnArray.forEach((code, index) => {
    if (ink.glyphs.length > mostLetters || ink.marks.length + ink.edges.length > mostStrokes) ink.cut = true
    else byCode.get(code)?.(operations.argsArray[index] ?? [])
  })
  const { glyphs, marks, edges, unreadable, turned, invisible, cut } = ink
  const { number, width, height } = around
  const onPaper = ({ left, right, baseline }: Glyph): boolean =>
    right > 0 && left < width && baseline > 0 && baseline < height
  return {
    number,
    width,
    height,
    glyphs: glyphs.filter(onPaper),
    marks,
    edges,
    unmeasured: { turned, invisible, unreadable, cut },
  }
}
