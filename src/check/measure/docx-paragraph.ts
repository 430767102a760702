/** One `w:p` with all that its style, its number and its place bring along → a measured paragraph. */

import type { Label, Numbering } from './docx-numbering.ts'
import { joined, type Piece, piecesOf } from './docx-pieces.ts'
import {
  overRun,
  type ParagraphProperties,
  readParagraphProperties,
  readRunProperties,
  type Tab,
} from './docx-properties.ts'
import { type Content, type Reading, readContent } from './docx-runs.ts'
import { paragraphLook, runLook, type Setting, type Style, unsaid } from './docx-styles.ts'
import { alignment, mm } from './docx-units.ts'
import type { MeasuredParagraph } from './measured.ts'
import { type Ruler, widthOf } from './text-lines.ts'
import { child, valOf, type Xml } from './xml.ts'

/** Where a paragraph stands. Lengths in mm from the paper's left edge. */
export type Spot = {
  /** Paragraphs of one stack share it: the body, a cell, a text box, a header. */
  readonly stack: string
  readonly area: { readonly left: number; readonly width: number }
  readonly section: number
  readonly column: MeasuredParagraph['column']
  readonly within: MeasuredParagraph['within']
  readonly cell?: NonNullable<MeasuredParagraph['cell']>
  readonly table?: Style | undefined
  readonly frame?: NonNullable<MeasuredParagraph['frame']>
}

/** What the whole file gives to each paragraph. */
export type Book = Reading & {
  readonly numbering: Numbering
  readonly ruler: Ruler
  /** Twips. */
  readonly tabStop: number
}

export type ReadParagraph = {
  readonly paragraph: Omit<MeasuredParagraph, 'index' | 'newPage'>
  readonly look: ParagraphProperties
  readonly content: Content
}

/** Points: Word's "automatic" space of web pages, and one line where space is given in lines. */
const automatic = 14
const oneLine = 12

/** `carried`: text of a paragraph whose mark was deleted, so that it runs on in this one. */
export const readParagraph = (xml: Xml, spot: Spot, book: Book, carried: readonly Piece[]): ReadParagraph => {
  const { styles, ruler } = book
  const own = child(xml, 'w:pPr')
  const direct = readParagraphProperties(own)
  const style = styles.paragraph(valOf(own, 'w:pStyle'))
  const { label, isDirect } = labelOf(direct, style, book)
  const setting: Setting = {
    table: spot.table,
    style,
    ...(label && { numbered: { properties: label.paragraph, direct: isDirect } }),
  }
  const look = paragraphLook(styles, setting, direct)
  const mark = readRunProperties(child(own, 'w:rPr'))
  const content = readContent(xml, setting, book)
  const marked = runLook(styles, setting, undefined, mark)
  const labelled = label
    ? piecesOf(
        `${label.text}${suffixes[label.suffix]}`,
        runLook(styles, setting, undefined, overRun(mark, label.run)),
        styles,
      ).map((piece) => ({ ...piece, label: true as const }))
    : []
  const runs = joined([...labelled, ...carried, ...content.pieces]).map(({ isPageNumber: _, ...run }) => run)
  const text = runs.map((run) => run.text).join('')
  const largest = Math.max(0, ...runs.filter(({ raised }) => !raised).map(({ size }) => size ?? 0))
  const letters = marked.size ?? unsaid.size
  const first = look.firstLineChars ? (look.firstLineChars / 100) * letters * 20 : (look.firstLine ?? 0)
  const [left, right] = [look.left ?? 0, look.right ?? 0]
  const width = spot.area.width - mm(left) - mm(right)
  const isFramed = framedSides.every((side) => drawn(look, side))
  return {
    look,
    content,
    paragraph: {
      text,
      runs,
      section: spot.section,
      align: alignment(look.align) ?? 'left',
      firstIndent: mm(first),
      left: mm(left),
      ...startOf(text, runs, left + first, left, look.tabs ?? [], book, label !== undefined, ruler),
      ...(width > 0 && { area: { left: spot.area.left + mm(left), width } }),
      before: space(look.before, look.beforeLines, look.beforeAuto),
      after: space(look.after, look.afterLines, look.afterAuto),
      leading: leadingOf(look, largest || letters, ruler),
      ...(text.trim() === '' && { emptySize: letters }),
      column: spot.column,
      ...(spot.cell && { cell: spot.cell }),
      ...(style && { style: { id: style.id, name: style.name } }),
      ...(spot.frame ? { frame: spot.frame } : isFramed ? { frame: { width } } : {}),
      within: spot.within,
    },
  }
}

const suffixes = { tab: '\t', space: ' ', nothing: '' } as const

const labelOf = (
  direct: ParagraphProperties,
  style: Style | undefined,
  { numbering }: Book,
): { readonly label: Label | undefined; readonly isDirect: boolean } => {
  const styled = style?.paragraph.numbering
  const id = direct.numbering?.id ?? styled?.id
  const isDirect = direct.numbering?.id !== undefined
  if (id === undefined || id === '0') return { label: undefined, isDirect }
  const level = direct.numbering?.level ?? styled?.level ?? (style && numbering.levelOf(id, style.id)) ?? 0
  return { label: numbering.next(id, level), isDirect }
}

const space = (twips = 0, lines: number | undefined, auto: boolean | undefined): number =>
  auto ? automatic : lines && twips === 0 ? (lines / 100) * oneLine : twips / 20

/** In single lines: an exact height is put against the height that the type asks for. */
const leadingOf = ({ line, lineRule }: ParagraphProperties, size: number, { singleLine }: Ruler): number => {
  if (line === undefined) return 1
  if (lineRule !== 'exact' && lineRule !== 'atLeast') return line / 240
  const ratio = line / 20 / (size * singleLine)
  return lineRule === 'exact' ? ratio : Math.max(1, ratio)
}

const framedSides = ['top', 'bottom', 'left', 'right'] as const
export const drawn = ({ borders }: ParagraphProperties, side: string): boolean => {
  const style =
    borders?.[side]?.style ?? borders?.[side === 'left' ? 'start' : side === 'right' ? 'end' : side]?.style
  return style !== undefined && style !== 'none' && style !== 'nil'
}

/** Where the first letter of a paragraph really stands: people indent with tabs and spaces too. */
const startOf = (
  text: string,
  runs: readonly Piece[],
  first: number,
  left: number,
  tabs: readonly Tab[],
  { tabStop }: Book,
  numbered: boolean,
  ruler: Ruler,
): Pick<MeasuredParagraph, 'start' | 'startBy'> => {
  const lead = numbered ? '' : (/^[\t \u00a0\u2000-\u200a\u3000]*/.exec(text)?.[0] ?? '')
  let at = first
  for (const letter of lead) {
    if (letter !== '\t') {
      at += (widthOf(letter, runs[0] ?? {}, ruler) * 1440) / 25.4
      continue
    }
    // A hanging indent is a tab stop of its own.
    const stops = [...tabs.map((tab) => tab.at), ...(left > at ? [left] : [])].sort((a, b) => a - b)
    at = stops.find((stop) => stop > at + 1) ?? (Math.floor((at + 1) / tabStop) + 1) * tabStop
  }
  return {
    start: mm(at),
    ...(lead.includes('\t')
      ? { startBy: 'tab' as const }
      : lead !== ''
        ? { startBy: 'spaces' as const }
        : {}),
  }
}
