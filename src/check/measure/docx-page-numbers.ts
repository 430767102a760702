/** Headers and footers → the page number in them: where it stands, how it looks, whether the first page shows it. */

import type { Piece } from './docx-pieces.ts'
import { readParagraphProperties } from './docx-properties.ts'
import { type Reading, readContent } from './docx-runs.ts'
import type { Bands, Kind, Paper } from './docx-sections.ts'
import { paragraphLook } from './docx-styles.ts'
import { alignment, mm } from './docx-units.ts'
import type { MeasuredPage } from './measured.ts'
import { child, descendants, isOn, valOf, type Xml } from './xml.ts'

type PageNumber = NonNullable<MeasuredPage['pageNumber']>

/** A number at the foot counts as the one that is shown, whatever the header says: it must not be there. */
export const pageNumberOf = (
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

export const inFormat = (text: string, format: string | undefined): string => {
  const two: Readonly<Record<string, string>> = {
    upperRoman: 'II',
    lowerRoman: 'ii',
    upperLetter: 'B',
    lowerLetter: 'b',
    numberInDash: '- 2 -',
  }
  return text.replace('2', two[format ?? ''] ?? '2')
}
