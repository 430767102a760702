/** The descriptive fields of a package: all there, none too long, and in agreement with one another. */

import type { Report } from '../../problem.ts'
import { documentFields, type Field, fileFields } from './ead-fields.ts'
import { readXml, type XmlElement, XmlRefused } from './read-xml.ts'

/** Field → value. */
export type Values = Readonly<Record<string, string>>

export const eadPath = 'metadata/descriptive/EAD.xml'
const eadDoc = /^representations\/[^/]+\/metadata\/descriptive\/EAD_DOC_(.+)\.xml$/

/** Undefined when it cannot be read: that has been said elsewhere. */
export const readEad = (bytes: Uint8Array | undefined): Values | undefined => {
  if (!bytes) return undefined
  try {
    const root: XmlElement = readXml(bytes)
    return Object.fromEntries(root.children.map(({ name, text }) => [name, text]))
  } catch (error) {
    if (error instanceof XmlRefused) return undefined
    throw error
  }
}

export const verifyEad = (
  files: ReadonlyMap<string, Uint8Array>,
  where: string,
  known: ReadonlySet<string>,
  report: Report,
): void => {
  const say = (path: string, message: string): void =>
    report({ rule: 'verify/mets', level: 'error', file: `${where}/${path}`, message })
  const look = (path: string, fields: readonly Field[]): Values | undefined => {
    const values = known.has(path) ? undefined : readEad(files.get(path))
    if (!values) return undefined
    const lacking = fields.filter(({ name }) => !Object.hasOwn(values, name)).map(({ name }) => name)
    const odd = Object.keys(values).filter((name) => !fields.some((field) => field.name === name))
    if (lacking.length > 0) say(path, `thiếu trường ${lacking.join(', ')}`)
    if (odd.length > 0) say(path, `thừa trường ${odd.join(', ')}`)
    return values
  }
  const file = look(eadPath, fileFields)
  let [documents, pages] = [0, 0]
  for (const path of files.keys()) {
    const docId = eadDoc.exec(path)?.[1]
    if (docId === undefined) continue
    documents += 1
    const values = look(path, documentFields)
    pages += Number(values?.numberOfPage ?? Number.NaN)
    if (values && values.docId !== docId)
      say(path, `docId là "${values.docId ?? ''}", tên tệp ghi "${docId}"`)
    if (!files.has(`representations/rep1/data/${docId}.pdf`)) say(path, `không có data/${docId}.pdf`)
  }
  if (!file) return
  if (file.totalDoc !== String(documents))
    say(eadPath, `totalDoc là ${file.totalDoc ?? ''}, gói có ${documents} tài liệu`)
  // Not a number when a document's fields could not be read.
  if (Number.isFinite(pages) && file.numberOfPage !== String(pages))
    say(eadPath, `numberOfPage là ${file.numberOfPage ?? ''}, cộng các tài liệu được ${pages}`)
}
