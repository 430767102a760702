/** Elements → XML text: escaped once, indented, the same bytes for the same elements. Nothing else makes XML here. */

export type Attributes = Readonly<Record<string, string | number | undefined>>

/** Lines of an element; nested elements are the lines of their parent. */
export type Element = readonly string[]

/** An element with text, or with elements, or empty. Attributes stand in the order given; undefined ones are left out. */
export const element = (
  name: string,
  attributes: Attributes,
  content: string | readonly Element[] = [],
): Element => {
  const opening = `${name}${Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escaped(String(value))}"`))
    .join('')}`
  if (typeof content === 'string') return [`<${opening}>${escaped(content)}</${name}>`]
  if (content.length === 0) return [`<${opening}/>`]
  return [`<${opening}>`, ...content.flat().map((line) => `  ${line}`), `</${name}>`]
}

/** A whole document in UTF-8. */
export const xmlDocument = (root: Element): Uint8Array =>
  new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${root.join('\n')}\n`)

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Kept as characters they would be read as spaces in an attribute.
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
}

const escaped = (text: string): string => {
  // Records are refused long before with such a character: XML 1.0 has no way to write it.
  const odd = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.exec(text)
  if (odd) throw new Error(`no XML character: U+${odd[0].codePointAt(0)?.toString(16)}`)
  return text.replace(/[&<>"\n\r\t]/g, (character) => entities[character] ?? character)
}
