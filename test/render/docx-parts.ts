/** A DOCX taken apart for the tests: its XML parts, and the paragraphs of a part with their text as a reader sees it. */

import { readZip, toText } from '../../src/zip.ts'

export const xmlOf = (docx: Uint8Array, path: string): string => {
  const entry = readZip(docx).get(path)
  if (!entry) throw new Error(`no ${path}`)
  return toText(entry)
}

export const all = (xml: string, pattern: RegExp): string[] =>
  [...xml.matchAll(pattern)].map((match) => match[0])

/** Paragraphs, outermost only (a drawing holds none here). */
export const paragraphsOf = (xml: string): string[] => all(xml, /<w:p>.*?<\/w:p>/gs)

export const textOf = (paragraph: string): string =>
  all(paragraph, /<w:t\b[^>]*>.*?<\/w:t>|<w:br\/>|<w:tab\/>/gs)
    .map((part) =>
      part === '<w:br/>' ? '\n' : part === '<w:tab/>' ? '\t' : decoded(part.replace(/<[^>]*>/g, '')),
    )
    .join('')

const decoded = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

export const styleOf = (paragraph: string): string | undefined =>
  /<w:pStyle w:val="([^"]*)"/.exec(paragraph)?.[1]
