/** XML text → its elements with their name spaces. No document type, so no entity is expanded and nothing is fetched. */

import { SaxesParser } from 'saxes'

export type XmlElement = {
  /** Without prefix. */
  readonly name: string
  readonly space: string
  /** By name without prefix; those of another name space by '{space}name'. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

/** The text is not XML, or not the kind that a package may hold. The message is Vietnamese. */
export class XmlRefused extends Error {}

const deepest = 100
const declarations = 'http://www.w3.org/2000/xmlns/'

type Growing = Omit<XmlElement, 'children' | 'text'> & { children: Growing[]; text: string }

/** The root element. Throws `XmlRefused`. */
export const readXml = (bytes: Uint8Array): XmlElement => {
  const parser = new SaxesParser({ xmlns: true })
  const open: Growing[] = []
  let root: Growing | undefined
  parser.on('error', ({ message }) => {
    throw new XmlRefused(`không phải XML đúng cú pháp (${message})`)
  })
  parser.on('doctype', () => {
    throw new XmlRefused('có khai báo DOCTYPE, tệp của gói không bao giờ có')
  })
  parser.on('opentag', (tag) => {
    if (open.length > deepest) throw new XmlRefused('các phần tử lồng nhau quá sâu')
    const made: Growing = {
      name: tag.local,
      space: tag.uri,
      attributes: Object.fromEntries(
        Object.values(tag.attributes)
          .filter(({ uri }) => uri !== declarations)
          .map(({ uri, local, value }) => [uri === '' ? local : `{${uri}}${local}`, value]),
      ),
      children: [],
      text: '',
    }
    open.at(-1)?.children.push(made)
    root ??= made
    open.push(made)
  })
  parser.on('closetag', () => void open.pop())
  const take = (text: string): void => {
    const current = open.at(-1)
    if (current) current.text += text
  }
  parser.on('text', take)
  parser.on('cdata', take)
  try {
    parser.write(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).close()
  } catch (error) {
    if (error instanceof XmlRefused) throw error
    // The decoder says so of bytes that are not UTF-8.
    if (error instanceof TypeError) throw new XmlRefused('có byte không thuộc bảng mã UTF-8')
    throw error
  }
  if (!root) throw new XmlRefused('không có phần tử nào')
  return root
}

/** An element and everything below it, in document order. */
export const withDescendants = (element: XmlElement): XmlElement[] => [
  element,
  ...element.children.flatMap(withDescendants),
]
