/** Words in their frame → the parts that a DOCX has of its own, in one spelling: our properties, ids from 1. */

import type { Properties, Sheet } from '../../layout/sheet.ts'
import { fromText } from '../../zip.ts'
import type { Frame } from './frame.ts'
import { settleRevisions } from './revisions.ts'
import { assertText } from './runs.ts'

/** docx writes the clock into the properties and counts drawings over the whole life of the process. */
export const canonical = (document: string, frame: Frame, { properties }: Sheet): Map<string, Uint8Array> => {
  const parts = new Map([['docProps/core.xml', fromText(coreProperties(properties))]])
  // A change is known by its id in the whole file.
  let count = 0
  const texts = [['word/document.xml', numberDrawings(document)] as const, ...frame.changing]
  for (const [path, text] of texts.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { xml, last } = settleRevisions(text, properties.date, count)
    parts.set(path, fromText(xml))
    count = last
  }
  return parts
}

const numberDrawings = (xml: string): string => {
  const [before = '', ...drawings] = xml.split(drawing)
  return drawings.reduce(
    (whole, rest, index) => `${whole}${drawing}${index + 1}${rest.slice(rest.indexOf('"'))}`,
    before,
  )
}

/** A drawing up to its id, as docx writes it. */
const drawing = '<wp:docPr id="'

/** ECMA-376 Part 2, core properties: no clock, no name of a program or a person. */
const coreProperties = ({ title, subject, author, language, date }: Properties): string => {
  const time = `${date}T00:00:00Z`
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<cp:coreProperties ${namespaces}>`,
    `<dc:title>${escaped(title)}</dc:title>`,
    `<dc:subject>${escaped(subject)}</dc:subject>`,
    `<dc:creator>${escaped(author)}</dc:creator>`,
    `<cp:lastModifiedBy>${escaped(author)}</cp:lastModifiedBy>`,
    '<cp:revision>1</cp:revision>',
    `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified>`,
    `<dc:language>${escaped(language)}</dc:language>`,
    '</cp:coreProperties>',
  ].join('')
}

const namespaces = [
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ')

const escaped = (text: string): string =>
  assertText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
