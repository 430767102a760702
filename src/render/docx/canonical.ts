/** The files of a DOCX → its bytes, in one spelling: our properties and styles, ids from 1, fixed zip times and order. */

import type { Properties, Sheet } from '../../layout/sheet.ts'
import { fromText, writeZip } from '../../zip.ts'
import { settleRevisions } from './revisions.ts'
import { assertText } from './runs.ts'

/** docx writes the clock into the properties and counts drawings over the whole life of the process. */
export const canonical = (given: ReadonlyMap<string, string>, { properties, rules }: Sheet): Uint8Array => {
  const files = new Map(given)
  const rewrite = (path: string, change: (xml: string) => string): void => {
    const xml = files.get(path)
    if (xml === undefined) throw new Error(`no ${path} in the document`)
    files.set(path, change(xml))
  }
  rewrite('docProps/core.xml', () => coreProperties(properties))
  rewrite('word/document.xml', numberDrawings)
  numberRevisions(files, properties.date)
  rewrite('word/styles.xml', (xml) => ownStyles(xml, new Set(Object.keys(rules.parts))))
  return writeZip(new Map([...files].map(([path, xml]) => [path, fromText(xml)])))
}

/** Headers and footers too: a change is known by its id in the whole file. */
const numberRevisions = (files: Map<string, string>, date: string): void => {
  let count = 0
  for (const path of [...files.keys()].sort()) {
    const given = files.get(path)
    if (given === undefined || !/^word\/(document|header\d+|footer\d+)\.xml$/.test(path)) continue
    const { xml, last } = settleRevisions(given, date, count)
    if (last > count) files.set(path, xml)
    count = last
  }
}

const numberDrawings = (xml: string): string => {
  let count = 0
  return xml.replace(/(<wp:docPr\b[^>]*?\sid=")[^"]*"/g, (_, start: string) => {
    count += 1
    return `${start}${count}"`
  })
}

/**
 * docx adds the headings, lists and captions of an English office document. A clerk's list of styles holds the parts of
 * a notice; besides them only what Word itself builds on stays.
 */
const ownStyles = (xml: string, parts: ReadonlySet<string>): string =>
  xml.replace(
    /<w:style\b([^>]*?\sw:styleId="([^"]*)"[^>]*)>.*?<\/w:style>/gs,
    (style, attributes: string, id: string) => {
      if (parts.has(id)) return style.replace(attributes, `${attributes} w:customStyle="1"`)
      return /^(Normal|TableNormal|Footnote.*|Endnote.*)$/.test(id) ? style : ''
    },
  )

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
