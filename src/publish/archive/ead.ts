/** Field values → EAD.xml and EAD_doc.xml, and the schemas that describe them. */

import { documentFields, type Field, fileFields } from './ead-fields.ts'
import { type Element, element, xmlDocument } from './xml.ts'

/** The schemas of the fields, by the file names of the circular, whose own text of them is not published. */
export const ownSchemas = (): ReadonlyMap<string, Uint8Array> =>
  new Map([
    ['ead.xsd', schemaOf(fileFields)],
    ['ead_doc.xsd', schemaOf(documentFields)],
  ])

/** `schema`: path from the file to its schema. A field without a value is an empty element: the set is always whole. */
export const eadDocument = (
  fields: readonly Field[],
  values: Readonly<Record<string, string>>,
  schema: string,
): Uint8Array =>
  xmlDocument(
    element(
      'simpledc',
      {
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:noNamespaceSchemaLocation': schema,
      },
      fields.map(({ name }) => {
        const value = values[name] ?? ''
        return value === '' ? element(name, {}) : element(name, {}, value)
      }),
    ),
  )

const schemaOf = (fields: readonly Field[]): Uint8Array =>
  xmlDocument(
    element('xs:schema', { 'xmlns:xs': 'http://www.w3.org/2001/XMLSchema' }, [
      element('xs:element', { name: 'simpledc' }, [
        element('xs:complexType', {}, [element('xs:all', {}, fields.map(declared))]),
      ]),
    ]),
  )

const declared = ({ name, most, ...field }: Field): Element =>
  element('xs:element', { name }, [
    element('xs:simpleType', {}, [
      element('xs:restriction', { base: 'xs:string' }, [
        element('xs:maxLength', { value: most }),
        ...('is' in field && field.is !== undefined
          ? [element('xs:pattern', { value: patterns[field.is] })]
          : []),
      ]),
    ]),
  ])

/** Either may be empty: not every field speaks of every document. */
const patterns = { number: '[0-9]*', date: '([0-9]{2}/[0-9]{2}/[0-9]{4})?' } as const

/** Values that are longer than their field allows: label, length, longest. */
export const tooLong = (
  fields: readonly Field[],
  values: Readonly<Record<string, string>>,
): readonly { readonly label: string; readonly length: number; readonly most: number }[] =>
  fields.flatMap(({ name, most, label }) => {
    const { length } = [...(values[name] ?? '')]
    return length > most ? [{ label, length, most }] : []
  })
