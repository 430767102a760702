/** A PDF × findings → the same PDF with boxes around the places and notes in them, as any reader shows annotations. */

import { PDFDocument, PDFHexString, PDFName, type PDFObject, type PDFPage } from '@cantoo/pdf-lib'
import { toPoints } from '../../layout/units.ts'
import type { Level } from '../../problem.ts'
import type { Finding } from '../against-decree.ts'
import type { Measured, MeasuredParagraph } from '../measure/measured.ts'
import { type Note, notesOf } from './notes.ts'

const author = 'thongbao'
const colours: Readonly<Record<Level, readonly [number, number, number]>> = {
  error: [0.85, 0, 0],
  warning: [0.9, 0.5, 0],
  info: [0, 0.35, 0.8],
}
/** Points: air around the words, the weight of the box, and the corner where notes on the whole page stand. */
const air = 2
const weight = 1
const corner = { left: 20, top: 20, size: 20 }

/** Undefined when the file may not be written to (a password protects it). */
export const annotatePdf = async (
  bytes: Uint8Array,
  measured: Measured,
  findings: readonly Finding[],
): Promise<Uint8Array | undefined> => {
  const document = await open(bytes)
  if (!document) return undefined
  const pages = document.getPages()
  const boxed = new Map(
    measured.paragraphs.flatMap((paragraph) =>
      paragraph.box && paragraph.page ? [[paragraph.index, paragraph] as const] : [],
    ),
  )
  const notes = notesOf(findings, (index) => boxed.has(index))
  for (const [index, note] of notes.paragraphs) {
    const paragraph = boxed.get(index)
    const page = pages[(paragraph?.page ?? 0) - 1]
    if (paragraph && page) box(page, rectangle(page, paragraph), note)
  }
  for (const [number, note] of notes.pages) {
    const page = pages[number - 1] ?? pages[0]
    if (page) remark(page, note)
  }
  return document.save({ useObjectStreams: false, updateFieldAppearances: false })
}

const open = async (bytes: Uint8Array): Promise<PDFDocument | undefined> => {
  try {
    // Keeps the dates and the name of the program that made the file.
    return await PDFDocument.load(bytes, { updateMetadata: false })
  } catch {
    return undefined
  }
}

type Rectangle = readonly [number, number, number, number]

/** From the paper's top left corner in mm to the page's own points. A turned page keeps its own corner. */
const rectangle = (page: PDFPage, { box }: MeasuredParagraph): Rectangle => {
  const { x, y, width, height } = page.getCropBox()
  const [left, top] = [toPoints(box?.left ?? 0), toPoints(box?.top ?? 0)]
  const [wide, high] = [toPoints(box?.width ?? 0), toPoints(box?.height ?? 0)]
  switch (((page.getRotation().angle % 360) + 360) % 360) {
    case 90:
      return around([x + top, y + left, x + top + high, y + left + wide])
    case 180:
      return around([x + width - left - wide, y + top, x + width - left, y + top + high])
    case 270:
      return around([x + width - top - high, y + height - left - wide, x + width - top, y + height - left])
    default:
      return around([x + left, y + height - top - high, x + left + wide, y + height - top])
  }
}

const around = ([left, bottom, right, top]: Rectangle): Rectangle => [
  left - air,
  bottom - air,
  right + air,
  top + air,
]

const box = (page: PDFPage, rect: Rectangle, note: Note): void => {
  const { context } = page.doc
  const [left, bottom, right, top] = rect
  const [width, height] = [right - left, top - bottom]
  const colour = colours[note.level]
  // Drawn by us: not every reader draws a box that comes without a picture of itself.
  const picture = context.stream(
    `${colour.join(' ')} RG ${weight} w ${weight / 2} ${weight / 2} ${width - weight} ${height - weight} re S`,
    { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height] },
  )
  annotate(page, {
    ...said(note),
    Subtype: 'Square',
    Rect: [...rect],
    BS: { W: weight },
    AP: { N: context.register(picture) },
  })
}

const remark = (page: PDFPage, note: Note): void => {
  const { x, y, height } = page.getCropBox()
  const left = x + corner.left
  const top = y + height - corner.top
  annotate(page, {
    ...said(note),
    Subtype: 'Text',
    Name: 'Note',
    Rect: [left, top - corner.size, left + corner.size, top],
  })
}

const said = ({ level, lines }: Note): Entries => ({
  Type: 'Annot',
  T: PDFHexString.fromText(author),
  Contents: PDFHexString.fromText(lines.join('\n')),
  C: [...colours[level]],
  // Printed with the page.
  F: 4,
})

/** Strings are names; words come as hexadecimal strings. */
type Entries = { [name: string]: PDFObject | string | number | number[] | Entries }

const annotate = (page: PDFPage, entries: Entries): void => {
  const { context } = page.doc
  const reference = context.register(context.obj(entries))
  const there = page.node.Annots()
  if (there) there.push(reference)
  else page.node.set(PDFName.of('Annots'), context.obj([reference]))
}
