/** XML text → a tree of elements under the prefixes that WordprocessingML is usually written with. Nothing is expanded. */

import { SaxesParser } from 'saxes'

export type Xml = {
  /** 'w:p', whatever prefix the file uses; 'local' alone for namespaces we do not read. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Xml[]
  /** Character data directly inside. */
  readonly text: string
  /** UTF-16 offsets in the source: behind the opening tag, and where the closing tag begins (equal for `<w:p/>`). */
  readonly inner: { readonly from: number; readonly to: number }
  /** Behind the closing tag. */
  readonly end: number
}

/** The text is not XML that an office file may hold. The message is Vietnamese. */
export class XmlRefused extends Error {}

/** Transitional and strict namespaces (ECMA-376 Part 1 and Part 4) → prefix. */
const prefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup': 'wpg',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas': 'wpc',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
}

const declarations = 'http://www.w3.org/2000/xmlns/'

/** Word itself nests a few dozen levels. */
const deepest = 200
const mostElements = 2_000_000

type Growing = Omit<Xml, 'children' | 'text' | 'inner' | 'end'> & {
  end: number
  children: Growing[]
  text: string
  inner: { from: number; to: number }
}

/** The root element. Throws `XmlRefused`. */
export const parseXml = (source: string): Xml => {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const open: Growing[] = []
  let root: Growing | undefined
  let count = 0
  parser.on('error', () => refuse('XML bên trong bị hỏng'))
  // Office files have none; without it there is no entity to expand and no address to fetch.
  parser.on('doctype', () => refuse('XML bên trong có khai báo DOCTYPE, tệp Word không bao giờ có'))
  parser.on('opentag', (tag) => {
    count += 1
    if (open.length > deepest || count > mostElements) refuse('XML bên trong lồng nhau quá sâu hoặc quá dài')
    const element: Growing = {
      name: named(tag.uri, tag.local),
      attributes: Object.fromEntries(
        Object.values(tag.attributes)
          .filter(({ uri }) => uri !== declarations)
          .map(({ uri, local, value }) => [named(uri, local), value]),
      ),
      children: [],
      text: '',
      inner: { from: parser.position, to: parser.position },
      end: parser.position,
    }
    const parent = open.at(-1)
    if (parent) parent.children.push(element)
    else root = element
    if (tag.isSelfClosing) return
    open.push(element)
  })
  parser.on('closetag', (tag) => {
    if (tag.isSelfClosing) return
    const element = open.pop()
    if (!element) return
    element.inner.to = source.lastIndexOf('</', parser.position - 1)
    element.end = parser.position
  })
  const take = (text: string): void => {
    const element = open.at(-1)
    if (element) element.text += text
  }
  parser.on('text', take)
  parser.on('cdata', take)
  parser.write(source).close()
  return root ?? refuse('XML bên trong rỗng')
}

const refuse = (why: string): never => {
  throw new XmlRefused(why)
}

const named = (uri: string, local: string): string => {
  const prefix = prefixes[uri]
  return prefix === undefined ? local : `${prefix}:${local}`
}

export const child = (element: Xml | undefined, name: string): Xml | undefined =>
  element?.children.find((each) => each.name === name)

export const children = (element: Xml | undefined, name: string): readonly Xml[] =>
  element?.children.filter((each) => each.name === name) ?? []

/** Every element of the name below, at any depth, in document order. */
export const descendants = (element: Xml, name: string): Xml[] =>
  element.children.flatMap((each) => [...(each.name === name ? [each] : []), ...descendants(each, name)])

/** `w:val` of a child. */
export const valOf = (element: Xml | undefined, name: string): string | undefined =>
  child(element, name)?.attributes['w:val']

/** Whole or decimal number of an attribute; undefined when it is none. */
export const numberIn = (text: string | undefined): number | undefined => {
  if (text === undefined || !/^\s*-?(\d|\.\d)/.test(text)) return undefined
  return Number.parseFloat(text)
}

/** ST_OnOff: present without a value means on. */
export const isOn = (element: Xml | undefined): boolean | undefined => {
  if (!element) return undefined
  const value = element.attributes['w:val']
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value)
}

/** Twentieths of a point; a strict file may write "10mm" or "7pt" instead. */
export const twips = (text: string | undefined): number | undefined => {
  const value = numberIn(text)
  if (value === undefined || text === undefined) return undefined
  const unit = /[a-z]+$/.exec(text.trim())?.[0]
  const worth = unit === undefined ? 1 : unitTwips[unit]
  return worth === undefined ? undefined : value * worth
}

const unitTwips: Readonly<Record<string, number>> = {
  pt: 20,
  mm: 1440 / 25.4,
  cm: 1440 / 2.54,
  in: 1440,
  pc: 240,
  pi: 240,
}
