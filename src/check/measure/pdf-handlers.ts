/** What each drawing operation of a PDF does: moves the pen, changes the state, or leaves letters and strokes. */

import { rgb, visible } from './pdf-colours.ts'
import { strokesOf } from './pdf-drawing.ts'
import { identity, type Matrix, matrixOf, multiply, numbersOf } from './pdf-matrix.ts'
import type { Ink, Pen, State, Surroundings } from './pdf-operators.ts'
import { placeLetters } from './pdf-text.ts'

const initial = (view: Matrix): State => ({
  matrix: view,
  size: 0,
  letterSpace: 0,
  wordSpace: 0,
  stretch: 1,
  rise: 0,
  mode: 0,
  fill: '000000',
  stroke: '000000',
  fillAlpha: 1,
  strokeAlpha: 1,
  lineWidth: 1,
  dashed: false,
})

type Handler = (args: readonly unknown[]) => void

export const handlersOf = (ink: Ink, around: Surroundings): Readonly<Record<string, Handler>> => {
  let state = initial(around.view)
  const kept: State[] = []
  const pen: Pen = { matrix: identity, x: 0, y: 0, lineX: 0, lineY: 0, leading: 0 }
  /** One for each marked content or mask that is open: is what is inside hidden? */
  const layers: boolean[] = []
  const masks: boolean[] = []
  const hidden = (): boolean => layers.includes(true) || masks.includes(true)

  const hows = paintings(around.operators)

  const save: Handler = () => void kept.push({ ...state })
  const restore: Handler = () => {
    state = kept.pop() ?? state
  }
  const transform: Handler = (args) => {
    state.matrix = multiply(state.matrix, matrixOf(args))
  }
  const move = (x: number, y: number): void => {
    pen.x = pen.lineX += x
    pen.y = pen.lineY += y
  }
  const setFont: Handler = ([id, size]) => {
    const font = around.font(String(id))
    if (font) state.font = font
    state.size = number(size)
  }
  const paint: Handler = ([code, path]) => {
    const how = hows.get(number(code))
    if (!how || hidden()) return
    const filled = how.filled && visible(state.fill, state.fillAlpha)
    const stroked = how.stroked && visible(state.stroke, state.strokeAlpha)
    const { matrix, lineWidth, dashed } = state
    const data = Array.isArray(path) ? path[0] : undefined
    const found = strokesOf(data, { filled, stroked, closed: how.closed, matrix, lineWidth, dashed })
    ink.marks.push(...found.marks)
    ink.edges.push(...found.edges)
  }

  return {
    save,
    restore,
    transform,
    paintFormXObjectBegin: ([matrix]) => {
      save([])
      if (matrix) state.matrix = multiply(state.matrix, matrixOf(matrix))
    },
    paintFormXObjectEnd: restore,
    beginGroup: ([group]) => {
      save([])
      masks.push(Boolean((group as { smask?: unknown } | null)?.smask))
    },
    endGroup: () => {
      restore([])
      masks.pop()
    },
    beginMarkedContent: () => void layers.push(false),
    beginMarkedContentProps: ([tag, layer]) =>
      void layers.push(tag === 'OC' && layer !== null && !around.shown(layer)),
    endMarkedContent: () => void layers.pop(),
    setGState: ([pairs]) => {
      for (const [key, value] of Array.isArray(pairs) ? pairs : []) {
        if (key === 'LW') state.lineWidth = number(value)
        if (key === 'ca') state.fillAlpha = number(value)
        if (key === 'CA') state.strokeAlpha = number(value)
        if (key === 'D') state.dashed = isDashed(value?.[0])
        if (key === 'Font') setFont(value)
      }
    },
    setLineWidth: ([width]) => {
      state.lineWidth = number(width)
    },
    setDash: ([pattern]) => {
      state.dashed = isDashed(pattern)
    },
    setFillRGBColor: ([colour]) => {
      state.fill = rgb(colour)
    },
    setStrokeRGBColor: ([colour]) => {
      state.stroke = rgb(colour)
    },
    setFillColorN: () => {
      state.fill = undefined
    },
    setStrokeColorN: () => {
      state.stroke = undefined
    },
    setFillTransparent: () => {
      state.fill = 'FFFFFF'
    },
    setStrokeTransparent: () => {
      state.stroke = 'FFFFFF'
    },
    constructPath: paint,
    beginText: () => {
      pen.matrix = identity
      pen.x = pen.y = pen.lineX = pen.lineY = 0
    },
    setTextMatrix: ([matrix]) => {
      pen.matrix = matrixOf(matrix)
      pen.x = pen.y = pen.lineX = pen.lineY = 0
    },
    moveText: ([x, y]) => move(number(x), number(y)),
    setLeading: ([leading]) => {
      pen.leading = -number(leading)
    },
    setLeadingMoveText: ([x, y]) => {
      pen.leading = number(y)
      move(number(x), number(y))
    },
    nextLine: () => move(0, pen.leading),
    setCharSpacing: ([space]) => {
      state.letterSpace = number(space)
    },
    setWordSpacing: ([space]) => {
      state.wordSpace = number(space)
    },
    setHScale: ([percent]) => {
      state.stretch = number(percent) / 100
    },
    setTextRise: ([rise]) => {
      state.rise = number(rise)
    },
    setTextRenderingMode: ([mode]) => {
      state.mode = number(mode)
    },
    setFont,
    showText: ([letters]) => placeLetters(letters, state, pen, ink, hidden()),
  }
}

const number = (value: unknown): number => (Number.isFinite(Number(value)) ? Number(value) : 0)

const isDashed = (pattern: unknown): boolean => numbersOf(pattern).some((gap) => gap > 0)

type How = { readonly filled: boolean; readonly stroked: boolean; readonly closed: boolean }

const paintings = (codes: Readonly<Record<string, number>>): ReadonlyMap<number, How> =>
  new Map(
    (
      [
        ['stroke', false, true, false],
        ['closeStroke', false, true, true],
        ['fill', true, false, false],
        ['eoFill', true, false, false],
        ['fillStroke', true, true, false],
        ['eoFillStroke', true, true, false],
        ['closeFillStroke', true, true, true],
        ['closeEOFillStroke', true, true, true],
      ] as const
    ).map(([name, filled, stroked, closed]) => [codes[name] ?? -1, { filled, stroked, closed }]),
  )
