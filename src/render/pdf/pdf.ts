/** Sheet → PDF/A. The same sheet and faces give the same bytes, whatever was rendered before or beside it. */

import { type Face, type Fonts, faces } from '../../fonts/fonts.ts'
import type { Sheet } from '../../layout/sheet.ts'
import { definitionOf, type Profile } from './definition.ts'
import { DocumentFace } from './face.ts'
import { bytesOf, escapeMetadata, freshFace } from './patches.ts'
import { Printer, UrlResolver, type VirtualFiles } from './pdfmake.ts'

export type { Profile }

const nowhere = (): boolean => false

/** The bytes of a .pdf file. Rejects only when the fault is ours. PDF/A-1b is for validators that know nothing newer. */
export const renderPdf = async (
  sheet: Sheet,
  fonts: Fonts,
  profile: Profile = 'PDF/A-2b',
): Promise<Uint8Array> => {
  try {
    const files = facesAsFiles(fonts)
    const resolver = new UrlResolver(files)
    resolver.setUrlAccessPolicy(nowhere)
    const names = { normal: 'regular', bold: 'bold', italics: 'italic', bolditalics: 'boldItalic' } as const
    const printer = new Printer({ [sheet.rules.face]: names }, files, resolver, nowhere)
    const document = await printer.createPdfKitDocument(definitionOf(sheet, fonts, profile))
    escapeMetadata(document)
    return bytesOf(document)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`the PDF of "${sheet.properties.title}" could not be made: ${reason}`, { cause })
  }
}

/** pdfmake reads a face by its name and hands what it finds to pdfkit, which takes parsed fonts. */
const facesAsFiles = (fonts: Fonts): VirtualFiles => {
  const opened = new Map<string, unknown>()
  const isFace = (name: string): name is Face => faces.some((face) => face === name)
  return {
    existsSync: isFace,
    readFileSync: (name) => {
      if (!isFace(name)) throw new Error(`no such face: ${name}`)
      const face = opened.get(name) ?? new DocumentFace(fonts.open[name], freshFace)
      opened.set(name, face)
      return face
    },
  }
}
