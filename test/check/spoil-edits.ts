/** Edits of the XML inside a Word file, each of which must find what it is to change. */

import type { RuleId } from '../../src/problem.ts'
import { fromText, readZip, toText, writeZip } from '../../src/zip.ts'

export type Spoil = {
  readonly name: string
  readonly edit: (parts: Parts) => void
  /** What must be reported, and the clause that must be cited. */
  readonly rule: RuleId
  readonly cite: string
}

export type Parts = {
  readonly get: (path: string) => string
  readonly set: (path: string, xml: string) => void
}

/** The bytes of the spoilt file. Throws when the edit finds nothing to spoil: a fault that was never put in proves nothing. */
export const spoilt = (good: Uint8Array, { edit, name }: Spoil): Uint8Array => {
  const entries = readZip(good)
  let touched = false
  edit({
    get: (path) => toText(entries.get(path) ?? missing(path)),
    set: (path, xml) => {
      touched ||= toText(entries.get(path) ?? new Uint8Array()) !== xml
      entries.set(path, fromText(xml))
    },
  })
  if (!touched) throw new Error(`nothing spoilt: ${name}`)
  return writeZip(entries)
}

const missing = (path: string): never => {
  throw new Error(`no ${path}`)
}

export const document = 'word/document.xml'
export const styles = 'word/styles.xml'

export type Edit = Spoil['edit']

export const change =
  (path: string, from: string | RegExp, to: string): Edit =>
  (parts) => {
    const before = parts.get(path)
    const after = before.replace(from, to)
    if (after === before) throw new Error(`not found in ${path}: ${from}`)
    parts.set(path, after)
  }

export const words = (from: string, to: string): Edit => change(document, from, to)
export const section = (from: RegExp, to: string): Edit => change(document, from, to)

/** Inside the definition of one of our styles. */
export const inStyle =
  (id: string, from: RegExp, to: string): Edit =>
  (parts) => {
    const xml = parts.get(styles)
    const style =
      new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's').exec(xml)?.[0] ?? missing(id)
    const changed = style.replace(from, to)
    if (changed === style) throw new Error(`not found in style ${id}: ${from}`)
    parts.set(styles, xml.replace(style, changed))
  }

/** Direct formatting on the first run of the paragraph that holds the text. */
export const inRun = (text: string, properties: string): Edit =>
  inParagraph(text, /<w:r>/, `<w:r><w:rPr>${properties}</w:rPr>`)

/** Inside the first paragraph that holds the text. */
export const inParagraph =
  (text: string, from: RegExp, to: string): Edit =>
  (parts) => {
    const xml = parts.get(document)
    const paragraph = paragraphWith(xml, text)
    const changed = paragraph.replace(from, to)
    if (changed === paragraph) throw new Error(`not found in "${text}": ${from}`)
    parts.set(document, xml.replace(paragraph, changed))
  }

const paragraphWith = (xml: string, text: string): string =>
  (xml.match(/<w:p>.*?<\/w:p>/gs) ?? []).find((paragraph) => paragraph.includes(text)) ?? missing(text)

export const onProperties = (text: string, properties: string): Edit =>
  inParagraph(text, /<\/w:pPr>/, `${properties}</w:pPr>`)

export const drop = (text: string): Edit => {
  return (parts) => {
    const xml = parts.get(document)
    parts.set(document, xml.replace(paragraphWith(xml, text), ''))
  }
}

export const swapped =
  (a: string, b: string): Edit =>
  (parts) => {
    const xml = parts.get(document)
    const [one, other] = [paragraphWith(xml, a), paragraphWith(xml, b)]
    parts.set(document, xml.replace(one, '<!-- -->').replace(other, one).replace('<!-- -->', other))
  }

export const both =
  (...edits: readonly Edit[]): Edit =>
  (parts) => {
    for (const edit of edits) edit(parts)
  }

export const size = (id: string, points: number): Edit =>
  inStyle(id, /<w:sz w:val="\d+"\/>/, `<w:sz w:val="${points * 2}"/>`)
export const notBold = (id: string): Edit => inStyle(id, /<w:b\/>/, '<w:b w:val="0"/>')
export const bold = (id: string): Edit => inStyle(id, /<w:b w:val="false"\/>|(?=<w:sz )/, '<w:b/>')
export const italic = (id: string): Edit => inStyle(id, /<w:i w:val="false"\/>|(?=<w:sz )/, '<w:i/>')
export const upright = (id: string): Edit => inStyle(id, /<w:i\/>/, '<w:i w:val="0"/>')
export const aligned = (id: string, jc: string): Edit =>
  inStyle(id, /<w:jc w:val="[^"]*"\/>/, `<w:jc w:val="${jc}"/>`)

/** Length of the stroke in the paragraph of the text, EMU. */
export const strokeLength = (text: string, mm: number): Edit =>
  inParagraph(
    text,
    /cx="\d+" cy="1"(.*)cx="\d+" cy="1"/s,
    `cx="${mm * 36000}" cy="1"$1cx="${mm * 36000}" cy="1"`,
  )
export const withoutStroke = (text: string): Edit =>
  inParagraph(text, /<w:r><w:drawing>.*?<\/w:drawing><\/w:r>/s, '')
