/** Sections of a sheet as Word sections without their text: paper, margins, page numbers in the top margin from page 2. */

import { Footer, Header, type ISectionOptions, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx'
import type { Change, Line, Part, Sheet, SheetSection } from '../../layout/sheet.ts'
import { type Mm, toTwips } from '../../layout/units.ts'
import { endsOf } from './ends.ts'
import { filler, framedParagraph, paragraph, type Rules } from './paragraphs.ts'
import { revision } from './revisions.ts'

/** What a section says nothing about Word takes from the one before it; so where one has a mark, all say what they have. */
export const framesOf = (sheet: Sheet): Frame[] => {
  const { sections, rules } = sheet
  return sections.map((section, index) => {
    const last = index === sections.length - 1
    const now = last ? sections.findLast(({ change }) => change !== 'deleted') : section
    const before = last ? sections.findLast(({ change }) => change !== 'inserted') : section
    const turned = now?.landscape !== before?.landscape
    return sectionOf(section, sheet, rules, {
      landscape: now?.landscape === true,
      ...(turned ? { was: before?.landscape === true } : {}),
    })
  })
}

/** What becomes of the mark at the end of a section's text in a redline. */
export const endOf = ({ sections }: Sheet, index: number): Change | undefined =>
  // The end of the last section cannot go: in a redline it is the ends before the last sections that came or went.
  index < sections.findLastIndex(({ change }) => change === undefined)
    ? sections[index]?.change
    : sections[index + 1]?.change

type Frame = Omit<ISectionOptions, 'children'>
type Turned = {
  readonly landscape: boolean
  /** In a redline: whether it was landscape, where that has changed. */
  readonly was?: boolean
}

const sectionOf = (section: SheetSection, sheet: Sheet, rules: Rules, { landscape, was }: Turned): Frame => ({
  properties: {
    ...pageOf(rules, landscape),
    ...(was !== undefined && { revision: { ...pageOf(rules, was), ...revision } }),
  },
  headers: {
    ...(sheet.sections.some(({ topMark }) => topMark) && { first: topMarkHeader(section, rules) }),
    default: new Header({
      children: [
        new Paragraph({ style: numberPart, children: [new TextRun({ children: [PageNumber.CURRENT] })] }),
      ],
    }),
  },
  ...(sheet.sections.some(({ address }) => address) && {
    footers: { first: addressFooter(section.address ?? [], rules) },
  }),
})

const pageOf = (rules: Rules, landscape: boolean) => ({
  // Mục I.7: no number on the first page. A first page without a header of its own has none.
  titlePage: true,
  page: {
    size: {
      // docx turns the paper itself.
      width: toTwips(rules.page.width),
      height: toTwips(rules.page.height),
      orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: {
      top: toTwips(rules.page.margins.top.use),
      bottom: toTwips(rules.page.margins.bottom.use),
      left: toTwips(rules.page.margins.left.use),
      right: toTwips(rules.page.margins.right.use),
      header: toTwips(rules.page.numberTop),
      // A footer that ends where the text area does: the address lines take their room from the text (ô 13).
      footer: toTwips(rules.page.margins.bottom.use),
      gutter: 0,
    },
    pageNumbers: { start: 1 },
  },
})

const topMarkHeader = (section: SheetSection, rules: Rules): Header =>
  new Header({
    children: section.topMark
      ? [framedParagraph(section.topMark, rules, topMarkIndent(section, rules))]
      : [filler()],
  })

/** Ô 11: in the top margin, over the right column of the head. */
const topMarkIndent = ({ topMark }: SheetSection, { page, head }: Rules): Mm => {
  const textWidth = page.width - page.margins.left.use - page.margins.right.use
  return head.shares[0] * textWidth + (head.shares[1] * textWidth - (topMark?.frame ?? 0)) / 2
}

const addressFooter = (lines: readonly Line[], rules: Rules): Footer =>
  new Footer({
    children:
      lines.length > 0
        ? endsOf(lines).map((end, index) =>
            paragraph(end.line, rules, { end, ...(index === 0 && { overline: rules.address }) }),
          )
        : [filler()],
  })

const numberPart: Part = 'pageNumber'
