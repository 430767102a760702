/** Sheet → a pdfmake document definition: paper, metadata, styles, and one pdfmake section for each of the sheet's. */

import type { Fonts } from '../../fonts/fonts.ts'
import type { Properties, Sheet, SheetSection } from '../../layout/sheet.ts'
import { toPoints } from '../../layout/units.ts'
import { fixedOf } from './fixed.ts'
import type { FontOf } from './measure.ts'
import type { Setting } from './paragraphs.ts'
import type { Definition, Leaf, Section } from './pdfmake.ts'
import { place } from './place.ts'
import { blockOf } from './rows.ts'
import { lineMetrics, pdfStyles, type Styles } from './styles.ts'

export type Profile = 'PDF/A-2b' | 'PDF/A-1b'

/** PDF/A-1 is a profile of PDF 1.4, PDF/A-2 of PDF 1.7; pdfkit's own default knows no XMP. */
const versions: Readonly<Record<Profile, string>> = { 'PDF/A-1b': '1.4', 'PDF/A-2b': '1.7' }

/** A fresh tree for every render: pdfmake writes into what it is given. */
export const definitionOf = (sheet: Sheet, fonts: Fonts, profile: Profile): Definition => {
  const { rules, properties } = sheet
  const { top, bottom, left, right } = rules.page.margins
  const styles = pdfStyles(rules, fonts)
  return {
    content: sheet.sections.map((section) => sectionOf(section, rules, fonts, styles)),
    styles,
    defaultStyle: { font: rules.face },
    pageSize: { width: toPoints(rules.page.width), height: toPoints(rules.page.height) },
    pageMargins: [left, top, right, bottom].map(({ use }) => toPoints(use)),
    info: infoOf(properties),
    language: properties.language,
    displayTitle: true,
    subset: profile,
    version: versions[profile],
  }
}

/** No ModDate: pdfkit has none in the XMP packet, and PDF/A wants both to say the same. */
const infoOf = ({ title, subject, author, date }: Properties): Definition['info'] => ({
  title,
  subject,
  author,
  creator: 'thongbao',
  producer: 'pdfmake',
  creationDate: new Date(`${date}T00:00:00Z`),
})

const sectionOf = (section: SheetSection, rules: Sheet['rules'], fonts: Fonts, styles: Styles): Section => {
  const { page } = rules
  const { top, bottom, left, right } = page.margins
  const [width, height] = section.landscape ? [page.height, page.width] : [page.width, page.height]
  const setting: Setting = {
    rules,
    fonts,
    styles,
    width: toPoints(width - left.use - right.use),
    room: toPoints(height - top.use - bottom.use),
  }
  const blocks = section.rows.map((row) => blockOf(row, setting))
  const fixed = fixedOf(section, setting)
  const area = { left: toPoints(left.use), top: toPoints(top.use), room: setting.room }
  return {
    section: {
      stack: [],
      measure: (document) => {
        const fontOf: FontOf = (bold, italics) => document.provideFont(rules.face, bold, italics)
        for (const { paragraphs } of [fixed, ...blocks])
          for (const paragraph of paragraphs) paragraph.measure(fontOf)
      },
      lay: (writer) => place(blocks, fixed, area, writer),
    },
    pageSize: { width: toPoints(width), height: toPoints(height) },
    pageOrientation: section.landscape ? 'landscape' : 'portrait',
    background: pageNumbers(rules, fonts),
  }
}

/**
 * From the section's second page, in the middle of the top margin (mục I.7). As pdfmake's background it stands before
 * the text in the file too, where a screen reader expects it; a header would be written last.
 */
const pageNumbers = (rules: Sheet['rules'], fonts: Fonts): ((page: number) => Leaf | null) => {
  const { numberTop, margins } = rules.page
  const { gap } = lineMetrics(rules.parts.pageNumber, fonts)
  const margin = [toPoints(margins.left.use), toPoints(numberTop) + gap, toPoints(margins.right.use), 0]
  let first: number | undefined
  return (page) => {
    first ??= page
    if (page === first) return null
    return { text: [{ text: String(page - first + 1) }], style: 'pageNumber', margin }
  }
}
