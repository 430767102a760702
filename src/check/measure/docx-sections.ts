/** `w:sectPr` and the headers it names → pages of a section: paper, margins, and where the page number stands. */

import type { Package } from './docx-package.ts'
import { inFormat, pageNumberOf } from './docx-page-numbers.ts'
import type { Reading } from './docx-runs.ts'
import { mm } from './docx-units.ts'
import type { MeasuredPage } from './measured.ts'
import { child, children, isOn, numberIn, twips, type Xml } from './xml.ts'

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

export type Kind = 'default' | 'first' | 'even'
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
