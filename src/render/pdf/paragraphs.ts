/** Lines of the sheet → words to be measured with the faces of a document, and what they become in a width. */

import type { Fonts } from '../../fonts/fonts.ts'
import type { Align, PartRule } from '../../layout/rules.ts'
import type { Line, Run, Sheet } from '../../layout/sheet.ts'
import { type Mm, type Pt, toPoints } from '../../layout/units.ts'
import { breakLines, type TextLine } from './lines.ts'
import { type FontOf, type Inline, measure } from './measure.ts'
import type { Piece } from './pdfmake.ts'
import { alignments, colourOf, lineMetrics, type Styles } from './styles.ts'

/** What every row of a section is set with: the table, the faces, and the size of the text area. */
export type Setting = {
  readonly rules: Sheet['rules']
  readonly fonts: Fonts
  readonly styles: Styles
  readonly width: Pt
  readonly room: Pt
}

/** Ink, counted from the left edge of the text area and the top of its slice. */
export type Mark = { readonly is: 'text'; readonly line: TextLine; readonly x: Pt; readonly y: Pt } | Stroke
export type Stroke = {
  readonly is: 'stroke'
  readonly from: readonly [Pt, Pt]
  readonly to: readonly [Pt, Pt]
  readonly weight: Pt
  /** '#RRGGBB'; black when absent. */
  readonly colour?: string
}

export type SetLine = { readonly height: Pt; readonly slack: Pt; readonly marks: readonly Mark[] }

export type Paragraph = {
  /** Faces are embedded in the order in which paragraphs ask for them. */
  readonly measure: (fontOf: FontOf) => void
  readonly before: Pt
  readonly after: Pt
  /** To be called after `measure`. */
  readonly set: (x: Pt, width: Pt) => readonly SetLine[]
}

export const paragraphOf = (line: Line, { rules, fonts, styles }: Setting, align?: Align): Paragraph => {
  const part = rules.parts[line.part]
  const { pitch, gap, slack } = lineMetrics(part, fonts)
  const alignment = alignments[align ?? part.align]
  let words: readonly Inline[] | undefined
  const measured = (): readonly Inline[] => {
    if (words) return words
    throw new Error(`a line of ${line.part} has not been measured`)
  }
  const framed = (x: Pt, frameWidth: Mm): SetLine => {
    if (!part.frame) throw new Error(`a frame around a part without one: ${line.part}`)
    const [width, height] = [toPoints(frameWidth), toPoints(part.frame.height)]
    const lines = breakLines(measured(), width, 0)
    const top = (height - lines.length * pitch) / 2 + gap
    const text = lines.map(
      (pdfLine, index): Mark => ({ is: 'text', line: pdfLine, x, y: top + index * pitch }),
    )
    return { height, slack: 0, marks: [...text, ...box(x, width, height, part.frame)] }
  }
  const set = (x: Pt, width: Pt): SetLine[] => {
    if (line.frame !== undefined) return [framed(x, line.frame)]
    const inset = toPoints(line.inset ?? 0)
    const left = toPoints(part.left?.use ?? 0) + inset
    const lines = breakLines(measured(), width - left - inset, toPoints(part.indent?.use ?? 0))
    return lines.map((pdfLine, index) => {
      const text: Mark = { is: 'text', line: pdfLine, x: x + left, y: gap }
      const last = index === lines.length - 1 && line.change !== 'deleted'
      const marks = [
        text,
        ...(last && line.rule !== undefined ? [strokeUnder(line, line.rule)] : []),
        ...(isChanged(pdfLine) ? [bar(pitch, rules)] : []),
      ]
      return { height: pitch, slack, marks }
    })

    function strokeUnder({ part: name }: Line, length: Mm): Stroke {
      if (!part.rule) throw new Error(`a stroke under a part without one: ${name}`)
      const middle = x + width / 2
      const half = toPoints(length) / 2
      const y = pitch + part.rule.below + part.rule.stroke / 2
      return { is: 'stroke', from: [middle - half, y], to: [middle + half, y], weight: part.rule.stroke }
    }
  }
  return {
    measure: (fontOf) => {
      words = measure(piecesOf(line.runs, rules.redline), styles[line.part], alignment, fontOf)
    },
    before: part.before?.use ?? 0,
    after: part.after?.use ?? 0,
    set,
  }
}

/** The strokes of a frame, drawn on its edges and meeting at its corners. */
const box = (x: Pt, width: Pt, height: Pt, frame: NonNullable<PartRule['frame']>): Stroke[] => {
  const half = frame.stroke / 2
  const [right, colour] = [x + width, colourOf(frame.colour)]
  const edge = (from: Stroke['from'], to: Stroke['to']): Stroke => ({
    is: 'stroke',
    from,
    to,
    weight: frame.stroke,
    ...(colour && { colour }),
  })
  return [
    edge([x - half, 0], [right + half, 0]),
    edge([x - half, height], [right + half, height]),
    edge([x, 0], [x, height]),
    edge([right, 0], [right, height]),
  ]
}

/** No text is a line too; a tab is four spaces. What went is struck through, what came is underlined. */
const piecesOf = (runs: readonly Run[], colours: Sheet['rules']['redline']): Piece[] =>
  (runs.length > 0 ? runs : [{ text: '' }]).map(({ text, strong, emphasis, change }: Run) => ({
    text: text.replaceAll('\t', '    '),
    ...(strong && { bold: true }),
    ...(emphasis && { italics: true }),
    ...(change && {
      decoration: change === 'deleted' ? 'lineThrough' : 'underline',
      color: colourOf(colours[change]),
    }),
  }))

const isChanged = ({ inlines }: TextLine): boolean => inlines.some(({ decoration }) => Boolean(decoration))

/** In the left margin, whichever column the line stands in. */
const bar = (height: Pt, { redline }: Sheet['rules']): Stroke => {
  const x = -toPoints(redline.bar.away)
  return { is: 'stroke', from: [x, 0], to: [x, height], weight: redline.bar.stroke }
}

/** Between two paragraphs stands the larger of the spaces they ask for, as in Word and LibreOffice. */
export const between = (after: Pt, before: Pt): Pt => Math.max(after, before)

export const moved = (mark: Mark, down: Pt): Mark =>
  mark.is === 'text'
    ? { ...mark, y: mark.y + down }
    : {
        ...mark,
        from: [mark.from[0], mark.from[1] + down],
        to: [mark.to[0], mark.to[1] + down],
      }
