/** Lines of the sheet → text nodes for pdfmake to measure, and what they become once they are set in a width. */

import type { Fonts } from '../../fonts/fonts.ts'
import type { Align } from '../../layout/rules.ts'
import type { Line, Run, Sheet } from '../../layout/sheet.ts'
import { type Mm, type Pt, toPoints } from '../../layout/units.ts'
import { breakLines } from './lines.ts'
import type { Leaf, PdfLine, Piece } from './pdfmake.ts'
import { alignments, lineMetrics } from './styles.ts'

/** What every row of a section is set with: the table, the faces, and the size of the text area. */
export type Setting = {
  readonly rules: Sheet['rules']
  readonly fonts: Fonts
  readonly width: Pt
  readonly room: Pt
}

/** Ink, counted from the left edge of the text area and the top of its slice. */
export type Mark = { readonly is: 'text'; readonly line: PdfLine; readonly x: Pt; readonly y: Pt } | Stroke
export type Stroke = {
  readonly is: 'stroke'
  readonly from: readonly [Pt, Pt]
  readonly to: readonly [Pt, Pt]
  readonly weight: Pt
}

export type SetLine = { readonly height: Pt; readonly slack: Pt; readonly marks: readonly Mark[] }

export type Paragraph = {
  readonly leaf: Leaf
  readonly before: Pt
  readonly after: Pt
  /** To be called after pdfmake has measured `leaf`. */
  readonly set: (x: Pt, width: Pt) => readonly SetLine[]
}

export const paragraphOf = (line: Line, { rules, fonts }: Setting, align?: Align): Paragraph => {
  const part = rules.parts[line.part]
  const { pitch, gap, slack } = lineMetrics(part, fonts)
  const leaf: Leaf = {
    text: piecesOf(line.runs),
    style: line.part,
    ...(align && { alignment: alignments[align] }),
  }
  const set = (x: Pt, width: Pt): SetLine[] => {
    if (!leaf._inlines) throw new Error(`pdfmake has not measured a line of ${line.part}`)
    const inset = toPoints(line.inset ?? 0)
    const left = toPoints(part.left?.use ?? 0) + inset
    const lines = breakLines(leaf._inlines, width - left - inset, toPoints(part.indent?.use ?? 0))
    return lines.map((pdfLine, index) => {
      const text: Mark = { is: 'text', line: pdfLine, x: x + left, y: gap }
      const last = index === lines.length - 1
      const marks = last && line.rule !== undefined ? [text, strokeUnder(line, line.rule)] : [text]
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
  return { leaf, before: part.before?.use ?? 0, after: part.after?.use ?? 0, set }
}

/** pdfmake makes no line of no text. */
const piecesOf = (runs: readonly Run[]): Piece[] =>
  (runs.length > 0 ? runs : [{ text: '' }]).map(({ text, strong, emphasis }: Run) => ({
    text,
    ...(strong && { bold: true }),
    ...(emphasis && { italics: true }),
  }))

/** Between two paragraphs stands the larger of the spaces they ask for, as in Word and LibreOffice. */
export const between = (after: Pt, before: Pt): Pt => Math.max(after, before)
