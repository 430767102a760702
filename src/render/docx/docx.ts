/** Sheet → DOCX: named styles, paragraphs and tables through the docx library, then one spelling of the bytes. */

import { Document } from 'docx'
import type { Sheet } from '../../layout/sheet.ts'
import { canonical } from './canonical.ts'
import { packageFiles } from './package-files.ts'
import { sectionsOf } from './sections.ts'
import { documentStyles } from './styles.ts'

/** The bytes of a .docx file. The same sheet gives the same bytes, whatever was rendered before or beside it. */
export const renderDocx = async (sheet: Sheet): Promise<Uint8Array> => {
  const document = new Document({
    styles: documentStyles(sheet),
    // Or a line that ends in a line break is stretched to the margin.
    compatibility: { doNotExpandShiftReturn: true },
    sections: sectionsOf(sheet),
  })
  return canonical(packageFiles(document), sheet)
}
