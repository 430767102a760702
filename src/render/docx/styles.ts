/** The parts of the decree table as named Word styles: style id = part, style name = the part's Vietnamese label. */

import {
  AlignmentType,
  type IParagraphStyleOptions,
  type ISpacingProperties,
  type IStylesOptions,
  LineRuleType,
} from 'docx'
import type { Align, LayoutRules } from '../../layout/rules.ts'
import type { Line, Part, Sheet } from '../../layout/sheet.ts'
import { pointsToTwips, toHalfPoints, toTwips } from '../../layout/units.ts'

type PartRule = LayoutRules['parts'][string]

export const alignments = {
  left: AlignmentType.LEFT,
  centre: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const satisfies Record<Align, string>

/** What a paragraph becomes when a clerk presses Enter in it; parts that are not here go on as themselves. */
const followers: Partial<Record<Part, Part>> = {
  nationalName: 'motto',
  parentBody: 'issuingBody',
  kind: 'subject',
  subject: 'paragraph',
  section: 'paragraph',
  clauseTitle: 'clause',
  recipientsLabel: 'recipient',
}

/** Levels of Word's navigation pane. */
const outline: Partial<Record<Part, number>> = { section: 0, clauseTitle: 1 }

/** The style everything is based on, and what text pasted from elsewhere falls back to: body type without a layout. */
const normal = 'Normal'

/** The parts that have a style only where they are used, as far as the sheet uses them. */
export const asidesOf = ({ rules, sections }: Sheet): ReadonlySet<Part> => {
  const used = new Set<Part>()
  const look = (lines: readonly Line[]): void => {
    for (const { part } of lines) if (rules.parts[part].aside === true) used.add(part)
  }
  for (const { rows } of sections)
    for (const row of rows) {
      if (row.is === 'line') look([row])
      else if (row.is === 'columns') for (const cells of row.rows) cells.forEach(look)
      else if (row.is === 'grid') for (const cells of [row.head, row.numbers ?? [], ...row.rows]) look(cells)
    }
  return used
}

export const documentStyles = (sheet: Sheet): IStylesOptions => {
  const { rules, properties } = sheet
  const { face, parts } = rules
  const size = toHalfPoints(parts.paragraph.size.use)
  const used = asidesOf(sheet)
  return {
    default: {
      document: {
        run: {
          font: { ascii: face, hAnsi: face, cs: face, eastAsia: face },
          size,
          color: black,
          language: {
            value: properties.language,
            eastAsia: properties.language,
            bidirectional: properties.language,
          },
        },
        paragraph: { spacing: leading(1) },
      },
    },
    paragraphStyles: [
      {
        id: normal,
        name: normal,
        quickFormat: true,
        run: { size },
        paragraph: together({ spacing: { before: 0, after: 0, ...leading(1) } }),
      },
      ...(Object.keys(parts) as Part[])
        .filter((part) => parts[part].aside !== true || used.has(part))
        .map((part, index) => partStyle(part, parts[part], index)),
    ],
  }
}

const partStyle = (part: Part, rule: PartRule, index: number): IParagraphStyleOptions => ({
  id: part,
  // A comma parts a style's name from its aliases (ECMA-376 Part 1, 17.7.4.9).
  name: rule.label.replaceAll(',', ' -'),
  basedOn: normal,
  next: followers[part] ?? part,
  quickFormat: true,
  uiPriority: index + 1,
  run: {
    size: toHalfPoints(rule.size.use),
    bold: rule.weight === 'bold',
    italics: rule.slope === 'italic',
    // The text is in capitals already; this keeps it so for what a clerk types.
    ...(rule.letters === 'upper' && { allCaps: true }),
  },
  paragraph: together({
    alignment: alignments[rule.align],
    ...((rule.indent || rule.left) && { indent: indent(rule) }),
    spacing: {
      before: pointsToTwips(rule.before?.use ?? 0),
      after: pointsToTwips(rule.after?.use ?? 0),
      ...leading(rule.leading.use),
    },
    ...(outline[part] !== undefined && { outlineLevel: outline[part] }),
  }),
})

/**
 * No line of a paragraph alone on a page (rules.breaks: two lines, the only number Word knows). docx writes the property
 * in a style as well but its type leaves it out.
 */
const together = (paragraph: ParagraphStyle): ParagraphStyle & { readonly widowControl: true } => ({
  ...paragraph,
  widowControl: true,
})

type ParagraphStyle = NonNullable<IParagraphStyleOptions['paragraph']>

const indent = ({
  indent: first,
  left,
}: PartRule): { left?: number; firstLine?: number; hanging?: number } => ({
  ...(left && { left: toTwips(left.use) }),
  ...(first && (first.use < 0 ? { hanging: toTwips(-first.use) } : { firstLine: toTwips(first.use) })),
})

/**
 * Lines as multiples of a single line (240 = 1). `auto` is said every time: without it LibreOffice takes the figure
 * for an exact height.
 */
export const leading = (lines: number): ISpacingProperties => ({
  line: Math.round(lines * 240),
  lineRule: LineRuleType.AUTO,
})

/** Mục I.4: black. */
export const black = '000000'
