/** Sheet -> PDF with pdfmake as it is shipped: its own page breaks, and the font files parsed again for every document. */

import { createRequire } from 'node:module'
import type { Line, Row, Sheet } from '../../../src/layout/sheet.ts'
import { toPoints } from '../../../src/layout/units.ts'
import { tinosFiles } from '../../../src/load/fonts.ts'

type Pdfmake = {
  readonly virtualfs: { readonly writeFileSync: (name: string, bytes: Uint8Array) => void }
  readonly setFonts: (fonts: object) => void
  readonly setUrlAccessPolicy: (policy: () => boolean) => void
  readonly setLocalAccessPolicy: (policy: () => boolean) => void
  readonly createPdf: (definition: object) => { readonly getBuffer: () => Promise<Uint8Array> }
}

const files = { normal: 'regular', bold: 'bold', italics: 'italic', bolditalics: 'boldItalic' } as const

let opened: Pdfmake | undefined
const pdfmake = (): Pdfmake => {
  if (opened) return opened
  opened = createRequire(import.meta.url)('pdfmake') as Pdfmake
  const fonts = tinosFiles()
  for (const face of Object.values(files)) opened.virtualfs.writeFileSync(face, Buffer.from(fonts[face]))
  opened.setFonts({ Tinos: files })
  opened.setUrlAccessPolicy(() => false)
  opened.setLocalAccessPolicy(() => false)
  return opened
}

export const rawPdfmake = async (sheet: Sheet): Promise<Uint8Array> => {
  const { rules, properties } = sheet
  const { margins, width, height } = rules.page
  return pdfmake()
    .createPdf({
      content: sheet.sections.flatMap((section, index) => [
        ...(index === 0 ? [] : [{ text: '', pageBreak: 'before' }]),
        ...section.rows.map((row) => node(row, rules)),
      ]),
      defaultStyle: { font: 'Tinos' },
      pageSize: { width: toPoints(width), height: toPoints(height) },
      pageMargins: [margins.left, margins.top, margins.right, margins.bottom].map(({ use }) => toPoints(use)),
      info: { title: properties.title, creationDate: new Date(`${properties.date}T00:00:00Z`) },
      subset: 'PDF/A-2b',
      version: '1.7',
    })
    .getBuffer()
}

const node = (row: Row, rules: Sheet['rules']): object => {
  if (row.is === 'line') return text(row, rules)
  if (row.is === 'page-break') return { text: '', pageBreak: 'before' }
  const rows =
    row.is === 'columns' ? row.rows : [row.head, ...row.rows].map((cells) => cells.map((cell) => [cell]))
  return {
    layout: row.is === 'columns' ? 'noBorders' : undefined,
    table: {
      widths: row.widths.map((each) => toPoints(each) - 9), // pdfmake adds padding and strokes of its own
      headerRows: row.is === 'columns' ? 0 : 1,
      body: rows.map((cells) => cells.map((lines) => ({ stack: lines.map((line) => text(line, rules)) }))),
    },
  }
}

const sides = { left: 'left', centre: 'center', right: 'right', justify: 'justify' } as const

const text = (line: Line, rules: Sheet['rules']): object => {
  const { size, weight, slope, align, indent, before, after, leading } = rules.parts[line.part]
  return {
    text: line.runs.map(({ text: said, strong, emphasis }) => ({
      text: said,
      bold: weight === 'bold' || strong === true,
      italics: slope === 'italic' || emphasis === true,
    })),
    fontSize: size.use,
    alignment: sides[align],
    lineHeight: leading.use,
    margin: [0, before?.use ?? 0, 0, after?.use ?? 0],
    ...(indent ? { leadingIndent: toPoints(indent.use) } : {}),
  }
}
