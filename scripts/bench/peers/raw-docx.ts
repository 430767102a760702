/** Sheet -> DOCX with the docx library as it is shipped: paragraphs and tables, no more than its own examples show. */

import {
  AlignmentType,
  BorderStyle,
  Document,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Line, Row, Sheet } from '../../../src/layout/sheet.ts'
import { pointsToTwips, toTwips } from '../../../src/layout/units.ts'

const alignments = {
  left: AlignmentType.LEFT,
  centre: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const

export const rawDocx = async (sheet: Sheet): Promise<Uint8Array> => {
  const { width, height, margins } = sheet.rules.page
  const document = new Document({
    sections: sheet.sections.map((section) => ({
      properties: {
        page: {
          size: { width: toTwips(width), height: toTwips(height) },
          margin: {
            top: toTwips(margins.top.use),
            bottom: toTwips(margins.bottom.use),
            left: toTwips(margins.left.use),
            right: toTwips(margins.right.use),
          },
        },
      },
      children: section.rows.flatMap((row) => blocks(row, sheet.rules)),
    })),
  })
  return Packer.toBuffer(document)
}

const blocks = (row: Row, rules: Sheet['rules']): (Paragraph | Table)[] => {
  if (row.is === 'line') return [paragraph(row, rules)]
  if (row.is === 'page-break') return [new Paragraph({ pageBreakBefore: true })]
  const rows =
    row.is === 'columns' ? row.rows : [row.head, ...row.rows].map((cells) => cells.map((cell) => [cell]))
  return [table(rows, row.widths, row.is === 'grid', rules)]
}

const none = { style: BorderStyle.NONE } as const
const bare = { top: none, bottom: none, left: none, right: none } as const

const table = (
  rows: readonly (readonly (readonly Line[])[])[],
  widths: readonly number[],
  ruled: boolean,
  rules: Sheet['rules'],
): Table =>
  new Table({
    columnWidths: widths.map(toTwips),
    rows: rows.map(
      (cells) =>
        new TableRow({
          children: cells.map(
            (lines, column) =>
              new TableCell({
                width: { size: toTwips(widths[column] ?? 0), type: WidthType.DXA },
                ...(ruled ? {} : { borders: bare }),
                children: lines.map((line) => paragraph(line, rules)),
              }),
          ),
        }),
    ),
  })

const paragraph = (line: Line, rules: Sheet['rules']): Paragraph => {
  const { size, weight, slope, align, indent, before, after } = rules.parts[line.part]
  const children: ParagraphChild[] = line.runs.map(
    ({ text, strong, emphasis }) =>
      new TextRun({
        text,
        font: rules.face,
        size: size.use * 2,
        bold: weight === 'bold' || strong === true,
        italics: slope === 'italic' || emphasis === true,
      }),
  )
  return new Paragraph({
    alignment: alignments[align],
    keepNext: line.keepNext ?? false,
    spacing: { before: pointsToTwips(before?.use ?? 0), after: pointsToTwips(after?.use ?? 0) },
    ...(indent ? { indent: { firstLine: toTwips(indent.use) } } : {}),
    children,
  })
}
