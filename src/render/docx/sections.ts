/** Sections of a sheet as Word sections: paper, margins, and the page number in the top margin from page 2. */

import { Header, type ISectionOptions, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx'
import type { Part, SheetSection } from '../../layout/sheet.ts'
import { toTwips } from '../../layout/units.ts'
import type { Rules } from './paragraphs.ts'
import { bodyOf } from './rows.ts'

export const sectionOf = (section: SheetSection, rules: Rules): ISectionOptions => ({
  properties: {
    // Mục I.7: no number on the first page. A first page without a header of its own has none.
    titlePage: true,
    page: {
      size: {
        // docx turns the paper itself.
        width: toTwips(rules.page.width),
        height: toTwips(rules.page.height),
        orientation: section.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: {
        top: toTwips(rules.page.margins.top.use),
        bottom: toTwips(rules.page.margins.bottom.use),
        left: toTwips(rules.page.margins.left.use),
        right: toTwips(rules.page.margins.right.use),
        header: toTwips(rules.page.numberTop),
        footer: toTwips(rules.page.numberTop),
        gutter: 0,
      },
      pageNumbers: { start: 1 },
    },
  },
  headers: {
    default: new Header({
      children: [
        new Paragraph({ style: numberPart, children: [new TextRun({ children: [PageNumber.CURRENT] })] }),
      ],
    }),
  },
  children: bodyOf(section.rows, rules),
})

const numberPart: Part = 'pageNumber'
