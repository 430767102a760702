/** A .docx, ours, typed by hand in Word or edited after we made it → what can be read off it (ECMA-376, both dialects). */

import { openWalk, type Start } from './docx-blocks.ts'
import { readNumbering } from './docx-numbering.ts'
import { openPackage, type Package, type Part } from './docx-package.ts'
import type { Book } from './docx-paragraph.ts'
import { type Bands, bandsOf, noBands, pageOf, paperOf } from './docx-sections.ts'
import { readStyles } from './docx-styles.ts'
import type { Measured, MeasuredPage } from './measured.ts'
import type { Ruler } from './text-lines.ts'
import { child, isOn, twips, valOf, type Xml } from './xml.ts'

export { FileRefused } from './docx-package.ts'

/** Throws `FileRefused` for what is not a readable .docx. */
export const measureDocx = async (file: string, bytes: Uint8Array, ruler: Ruler): Promise<Measured> =>
  readDocx(file, bytes, ruler).measured

export type ReadDocx = {
  readonly measured: Measured
  readonly document: Part
  /** The XML of a measured paragraph, by index. */
  readonly sources: ReadonlyMap<number, Xml>
}

/** Word's default tab stops, twips. */
const usualTabStop = 720

export const readDocx = (file: string, bytes: Uint8Array, ruler: Ruler): ReadDocx => {
  const packed = openPackage(bytes)
  const settings = packed.related('settings')?.xml
  const gaps = new Set<string>()
  const book: Book = {
    styles: readStyles(packed.related('styles')?.xml, packed.related('theme')?.xml),
    numbering: readNumbering(packed.related('numbering')?.xml),
    fields: [],
    gaps,
    ruler,
    tabStop: twips(valOf(settings, 'w:defaultTabStop')) || usualTabStop,
  }
  const evenAndOdd = isOn(child(settings, 'w:evenAndOddHeaders')) === true
  if (isOn(child(settings, 'w:mirrorMargins')))
    gaps.add('lề đối xứng (mirror margins): lề trái, phải đo theo trang lẻ')
  const walk = openWalk(book)
  const pages: MeasuredPage[] = []
  let bands: Bands = noBands
  const later: (() => void)[] = []
  sectionsOf(child(packed.document.xml, 'w:body')).forEach(({ blocks, properties }, index) => {
    const paper = paperOf(properties)
    if (paper.columns > 1) gaps.add('phần chia nhiều cột: không đo chiều rộng cột')
    const start: Start = {
      stack: 'body',
      section: index + 1,
      area: { left: paper.left, width: paper.width - paper.left - paper.right },
      within: 'body',
      newPage: index > 0 && valOf(properties, 'w:type') !== 'continuous',
    }
    walk.read(blocks, start)
    const before = bands
    bands = bandsOf(properties, before, packed)
    pages.push(pageOf(properties, index + 1, bands, evenAndOdd, book))
    later.push(() => readBands(bandsOfSection(properties, packed), walk, start, index + 1))
  })
  // After the body, so that the numbers of its paragraphs count from the first one that a reader sees.
  for (const read of later) read()
  const { paragraphs, strokes, sources } = walk.end()
  return {
    measured: { file, format: 'docx', pages, paragraphs, strokes, gaps: [...gaps] },
    document: packed.document,
    sources,
  }
}

const bandsOfSection = (properties: Xml | undefined, packed: Package): Bands =>
  bandsOf(properties, noBands, packed)

/** The words of headers and footers: an address line, a mark in the top margin. */
const readBands = (bands: Bands, walk: ReturnType<typeof openWalk>, start: Start, section: number): void => {
  for (const within of ['header', 'footer'] as const)
    for (const [kind, xml] of Object.entries(bands[within]))
      walk.read(xml.children, { ...start, stack: `${within} ${kind} ${section}`, within, newPage: false })
}

type Section = { readonly blocks: readonly Xml[]; readonly properties: Xml | undefined }

/** A section ends with the paragraph that carries its properties; the last one carries them itself. */
const sectionsOf = (body: Xml | undefined): Section[] => {
  const sections: Section[] = []
  let blocks: Xml[] = []
  for (const block of body?.children ?? []) {
    if (block.name === 'w:sectPr') {
      sections.push({ blocks, properties: block })
      blocks = []
      continue
    }
    blocks.push(block)
    const properties = child(child(block, 'w:pPr'), 'w:sectPr')
    if (!properties) continue
    sections.push({ blocks, properties })
    blocks = []
  }
  if (blocks.length > 0 || sections.length === 0) sections.push({ blocks, properties: undefined })
  return sections
}
