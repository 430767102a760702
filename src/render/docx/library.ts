/**
 * Everything that leans on the inside of docx 9.15.2, and nothing else: its parts before they are zipped, and one element
 * without a document around it. `test/render/docx-library.test.ts` fails when the inside changes.
 */

import { type Document, Packer, type XmlComponent } from 'docx'

type Compiler = { readonly compile: (document: Document) => ReadonlyMap<string, string | Uint8Array> }

/** The parts of a document by their paths, which docx would only zip. */
export const partsOf = (document: Document): ReadonlyMap<string, string | Uint8Array> =>
  (Packer as unknown as { readonly compiler: Compiler }).compiler.compile(document)

/** The XML of an element that refers to no other part, as docx writes it in a document. */
export const xmlOf = (component: XmlComponent): string => {
  const element = component.prepForXml({ stack: [] } as unknown as Parameters<XmlComponent['prepForXml']>[0])
  if (!element) throw new Error('an element that docx does not write')
  return written(element)
}

type Written = { readonly [name: string]: unknown }

/** An object of docx's formatter: the name of the element, and its attributes, its content, or both in a list. */
const written = (element: Written): string => {
  const name = Object.keys(element)[0] ?? ''
  const value = element[name]
  if (typeof value !== 'object') return `<${name}>${escaped(value)}</${name}>`
  if (!Array.isArray(value)) return `<${name}${attributesIn(value as Written | null)}/>`
  let attributes = ''
  let content = ''
  for (const item of value as readonly (Written | string)[]) {
    if (typeof item !== 'object') content += escaped(item)
    else if ('_attr' in item) attributes += attributesIn(item)
    else content += written(item)
  }
  return `<${name}${attributes}>${content}</${name}>`
}

const attributesIn = (holder: Written | null): string =>
  Object.entries((holder?._attr as Written | undefined) ?? {})
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('')

/** A text as docx writes it, in an element or an attribute. */
export const escaped = (value: unknown): string =>
  typeof value === 'string'
    ? value.replace(/[&"'<>]/g, (char) => entities[char as keyof typeof entities])
    : String(value)

const entities = { '&': '&amp;', '"': '&quot;', "'": '&apos;', '<': '&lt;', '>': '&gt;' } as const
