/** `w:sectPr` and the headers it names → pages of a section: paper, margins, and where the page number stands. */

import type { Package } from './docx-package.ts'
import { readParagraphProperties } from './docx-properties.ts'
import { type Piece, type Reading, readContent } from './docx-runs.ts'
import { paragraphLook } from './docx-styles.ts'
import type { MeasuredPage } from './measured.ts'
import { child, children, descendants, isOn, numberIn, twips, valOf, type Xml } from './xml.ts'

export type PageNumber = NonNullable<MeasuredPage['pageNumber']>

/** mm */
export type Paper = {
  readonly width: number
  readonly height: number
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
  /** More than one column of text. */
  readonly columns: number
}

export const mm = (value: number): number => (value * 25.4) / 1440

/** Word's own page where the file says nothing: Letter, an inch all around. */
const letter = { width: 12_240, height: 15_840, margin: 1_440 } as const

export const paperOf = (section: Xml | undefined): Paper => {
  const size = child(section, 'w:pgSz')?.attributes ?? {}
  const margin = child(section, 'w:pgMar')?.attributes ?? {}
  const side = (name: string): number => Math.abs(twips(margin[`w:${name}`]) ?? letter.margin)
  const gutter = twips(margin['w:gutter']) ?? 0
  const gutterRight = isOn(child(section, 'w:rtlGutter')) === true
  return {
    width: mm(twips(size['w:w']) ?? letter.width),
    height: mm(twips(size['w:h']) ?? letter.height),
    top: mm(side('top')),
    bottom: mm(side('bottom')),
    left: mm(side('left') + (gutterRight ? 0 : gutter)),
    right: mm(side('right') + (gutterRight ? gutter : 0)),
    columns: numberIn(child(section, 'w:cols')?.attributes['w:num']) ?? 1,
  }
}

type Kind = 'default' | 'first' | 'even'
/** Headers and footers by kind; a section that names none has those of the one before it. */
export type Bands = {
  readonly header: Partial<Record<Kind, Xml>>
  readonly footer: Partial<Record<Kind, Xml>>
}

export const noBands: Bands = { header: {}, footer: {} }

export const bandsOf = (section: Xml | undefined, before: Bands, file: Package): Bands => {
  const own = (tag: string): Partial<Record<Kind, Xml>> =>
    Object.fromEntries(
      children(section, tag).flatMap(({ attributes }) => {
        const xml = file.byId(attributes['r:id'] ?? '')?.xml
        return xml ? [[attributes['w:type'] ?? 'default', xml]] : []
      }),
    )
  return {
    header: { ...before.header, ...own('w:headerReference') },
    footer: { ...before.footer, ...own('w:footerReference') },
  }
}

export const pageOf = (
  section: Xml | undefined,
  number: number,
  bands: Bands,
  evenAndOdd: boolean,
  reading: Reading,
): MeasuredPage => {
  const paper = paperOf(section)
  const numbering = child(section, 'w:pgNumType')?.attributes ?? {}
  const first = numberIn(numbering['w:start'])
  const pageNumber = pageNumberOf(section, bands, evenAndOdd, paper, reading)
  return {
    number,
    width: paper.width,
    height: paper.height,
    margins: { top: paper.top, bottom: paper.bottom, left: paper.left, right: paper.right },
    ...(first !== undefined && { firstNumber: first }),
    ...(pageNumber && { pageNumber: { ...pageNumber, text: inFormat(pageNumber.text, numbering['w:fmt']) } }),
  }
}

/** A number at the foot counts as the one that is shown, whatever the header says: it must not be there. */
const pageNumberOf = (
  section: Xml | undefined,
  { header, footer }: Bands,
  evenAndOdd: boolean,
  paper: Paper,
  reading: Reading,
): PageNumber | undefined => {
  const hasFirst = isOn(child(section, 'w:titlePg')) === true
  const within = (band: Partial<Record<Kind, Xml>>, place: 'top' | 'bottom'): PageNumber | undefined => {
    const [usual, even] = [found(band.default, paper, reading), found(band.even, paper, reading)]
    const shown = usual ?? (evenAndOdd ? even : undefined)
    if (!shown) return undefined
    const onFirst = hasFirst ? found(band.first, paper, reading) !== undefined : true
    const missingOnEven = evenAndOdd && (usual === undefined || even === undefined)
    return { ...shown, place, onFirstPage: onFirst, ...(missingOnEven && { missingOnEven: true as const }) }
  }
  return within(footer, 'bottom') ?? within(header, 'top')
}

type Found = Omit<PageNumber, 'place' | 'onFirstPage'>

const found = (band: Xml | undefined, paper: Paper, reading: Reading): Found | undefined => {
  if (!band) return undefined
  const boxed = new Set(descendants(band, 'w:txbxContent').flatMap((box) => descendants(box, 'w:p')))
  const { styles } = reading
  for (const paragraph of descendants(band, 'w:p')) {
    const own = child(paragraph, 'w:pPr')
    const style = styles.paragraph(valOf(own, 'w:pStyle'))
    const { pieces } = readContent(paragraph, { style }, { ...reading, fields: [] })
    const at = pieces.findIndex(({ isPageNumber }) => isPageNumber)
    const piece = pieces[at]
    if (!piece) continue
    const look = paragraphLook(styles, { style }, readParagraphProperties(own))
    // Where a text box stands on the page is not told by the paragraph in it.
    const align = boxed.has(paragraph) ? undefined : alignOf(look, pieces, at, paper)
    const { size, bold, italic, face, colour } = piece
    return {
      text: pieces
        .map(({ text }) => text)
        .join('')
        .trim(),
      ...(align && { align }),
      ...(size !== undefined && { size }),
      ...(face !== undefined && { face }),
      ...(colour !== undefined && { colour }),
      bold: bold === true,
      italic: italic === true,
    }
  }
  return undefined
}

/** By the frame it stands in, or the tab stop before it, or the alignment of the paragraph. */
const alignOf = (
  look: ReturnType<typeof paragraphLook>,
  pieces: readonly Piece[],
  at: number,
  paper: Paper,
): PageNumber['align'] => {
  if (look.framed?.align === 'center') return 'centre'
  if (look.framed?.align !== undefined) return look.framed.align === 'left' ? 'left' : 'right'
  const tabs = pieces
    .slice(0, at)
    .map(({ text }) => text.replace(/[^\t]/g, ''))
    .join('').length
  if (tabs === 0) return alignment(look.align)
  const stop = (look.tabs ?? [])[tabs - 1]
  if (!stop) return undefined
  const middle = (paper.width - paper.left - paper.right) / 2
  if (stop.align === 'center') return Math.abs(mm(stop.at) - middle) <= offCentre ? 'centre' : undefined
  return stop.align === 'right' ? 'right' : 'left'
}

/** mm: Word's own header style has its centre stop in the middle of another paper. */
const offCentre = 5

export const alignment = (jc: string | undefined): PageNumber['align'] => {
  switch (jc) {
    case 'center':
      return 'centre'
    case 'right':
    case 'end':
      return 'right'
    case undefined:
    case 'left':
    case 'start':
      return 'left'
    default:
      return 'justify'
  }
}

const inFormat = (text: string, format: string | undefined): string => {
  const two: Readonly<Record<string, string>> = {
    upperRoman: 'II',
    lowerRoman: 'ii',
    upperLetter: 'B',
    lowerLetter: 'b',
    numberInDash: '- 2 -',
  }
  return text.replace('2', two[format ?? ''] ?? '2')
}
