/** A measured paragraph → its lines as they come out in Times New Roman, with their widths. Word breaks them the same way. */

import { type Fonts, faceOf } from '../../fonts/fonts.ts'
import { toMm } from '../../layout/units.ts'
import type { MeasuredParagraph, MeasuredRun } from './measured.ts'

/** What lengths of text are measured with: letters, and the height of a single line in ems. */
export type Ruler = { readonly fonts: Fonts; readonly singleLine: number }

/** mm */
export type TextLine = { readonly text: string; readonly width: number }

type Look = Pick<MeasuredRun, 'size' | 'bold' | 'italic' | 'raised'>

/** Word sets a superscript in about two thirds of the size; the file does not say how much exactly. */
const raisedScale = 0.65

/** Width of a text of one look, in mm. Tabs and line feeds count as nothing. */
export const widthOf = (text: string, look: Look, { fonts }: Ruler): number => {
  const size = (look.size ?? 0) * (look.raised ? raisedScale : 1)
  return toMm(
    fonts.width(text.replace(/[\t\n]/g, ''), faceOf(look.bold === true, look.italic === true), size),
  )
}

/** The lines of a paragraph: those measured in the file, or else as many words a line as fit in its area. */
export const linesOf = (paragraph: MeasuredParagraph, ruler: Ruler): readonly TextLine[] => {
  if (paragraph.lines) return paragraph.lines
  const most = paragraph.area?.width ?? Number.POSITIVE_INFINITY
  const lines: TextLine[] = []
  let text = ''
  let width = Math.max(0, paragraph.firstIndent ?? 0)
  // Of the line without the spaces at its end.
  let solid = { text: '', width }
  const end = (): void => {
    lines.push(solid)
    text = ''
    width = 0
    solid = { text: '', width: 0 }
  }
  for (const { word, wide } of words(paragraph.runs, ruler)) {
    if (word === '\n') {
      end()
      continue
    }
    if (word.trim() !== '' && width + wide > most && text.trim() !== '') end()
    // Spaces at the start of a later line are swallowed by the one before.
    if (word.trim() === '' && text === '' && lines.length > 0) continue
    text += word
    width += wide
    if (word.trim() !== '') solid = { text: text.trimStart(), width }
  }
  end()
  return lines.map((line, index) =>
    index === 0 ? { ...line, width: line.width - Math.max(0, paragraph.firstIndent ?? 0) } : line,
  )
}

type Word = { word: string; wide: number }

/** Words, spaces and line feeds in order; a word that changes its look midway is still one word. */
const words = (runs: readonly MeasuredRun[], ruler: Ruler): Word[] => {
  const out: Word[] = []
  for (const run of runs)
    for (const part of run.text.match(/\n|[ \t]+|[^ \t\n]+/g) ?? []) {
      const last = out.at(-1)
      const wide = widthOf(part, run, ruler)
      const goes = last && last.word.trim() !== '' && part.trim() !== ''
      if (goes) out[out.length - 1] = { word: last.word + part, wide: last.wide + wide }
      else out.push({ word: part, wide })
    }
  return out
}

/** Height in mm of the lines alone, without the space around the paragraph. An empty one is as high as one line. */
export const heightOf = (paragraph: MeasuredParagraph, ruler: Ruler): number =>
  Math.max(1, linesOf(paragraph, ruler).length) * lineHeightOf(paragraph, ruler)

export const lineHeightOf = (paragraph: MeasuredParagraph, { singleLine }: Ruler): number => {
  const size = Math.max(0, ...paragraph.runs.map((run) => run.size ?? 0)) || (paragraph.emptySize ?? 0)
  return toMm(size * singleLine * (paragraph.leading ?? 1))
}

/** Height in mm with the space before and after. */
export const wholeHeightOf = (paragraph: MeasuredParagraph, ruler: Ruler): number =>
  heightOf(paragraph, ruler) + toMm((paragraph.before ?? 0) + (paragraph.after ?? 0))
