/** Sheet → DOCX: named styles, paragraphs and tables through the docx library, then one spelling of the bytes. */

import type { Sheet } from '../../layout/sheet.ts'
import { writeZip } from '../../zip.ts'
import { canonical } from './canonical.ts'
import { frameOf } from './frame.ts'
import { bodyOf } from './rows.ts'
import { endOf } from './sections.ts'

/** The bytes of a .docx file. The same sheet gives the same bytes, whatever was rendered before or beside it. */
export const renderDocx = async (sheet: Sheet): Promise<Uint8Array> => {
  const frame = frameOf(sheet)
  const bodies = sheet.sections.map((section, index) => {
    const blocks = bodyOf(section.rows, frame.forms, endOf(sheet, index))
    const last = blocks.at(-1)
    if (last?.is !== 'paragraph') throw new Error('a section that does not end with a paragraph')
    const before = blocks.slice(0, -1).map(({ xml }) => xml)
    return before.join('') + withSection(last.xml, frame.endings[index] ?? '')
  })
  const [start = '', ...rest] = frame.between
  const document = bodies.reduce((xml, body, index) => xml + body + (rest[index] ?? ''), start)
  return writeZip(canonical(document, frame, sheet), frame.parts)
}

/** The last paragraph of a section says how its pages look; after everything else, but before what it was in a redline. */
const withSection = (paragraph: string, section: string): string =>
  section === '' ? paragraph : paragraph.replace(/(?=<w:pPrChange\b|<\/w:pPr>)/, () => section)
