/** A hồ sơ → the files of its SIP_hoso package (TT 05/2025/TT-BNV, Phụ lục III): bytes by path, no disk. */

import type { Problem, Report } from '../../problem.ts'
import { writeZip } from '../../zip.ts'
import { documentValues, fileValues } from './description.ts'
import { eadDocument, ownSchemas, tooLong } from './ead.ts'
import { documentFields, type Field, fileFields } from './ead-fields.ts'
import { docIdOf, type Hoso } from './hoso.ts'
import { uuidOf } from './identifiers.ts'
import { manifestName, manifestOf } from './manifest.ts'
import { packageMets, representationMets } from './mets.ts'
import { type MetsFile, metsSchemas } from './mets-parts.ts'
import { noticesJson, noticesName } from './notices.ts'
import { pageCount } from './pages.ts'

export type Package = {
  /** 'uuid-…': the name of the package's folder, and OBJID of its METS. */
  readonly objid: string
  /** Folder below out/archive: '2020/<fileCode>/v1'. */
  readonly folder: string
  /** Paths below the package's own folder. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** The OBJID says which hồ sơ and which version of it, and nothing of what is inside. */
export const objidOf = (fileCode: string, version: number): string =>
  `uuid-${uuidOf('SIP_hoso', fileCode, String(version))}`

export const folderOf = ({ year, fileCode, version }: Pick<Hoso, 'year' | 'fileCode' | 'version'>): string =>
  `${year}/${fileCode}/v${version}`

/** `where`: what problems are told about. Values longer than their field are reported and kept whole. */
export const makePackage = (hoso: Hoso, where: string, report: Report): Package => {
  const objid = objidOf(hoso.fileCode, hoso.version)
  const day =
    hoso.documents
      .map(({ notice }) => notice.date)
      .sort()
      .at(-1) ?? ''
  const pages = hoso.documents.map(({ pdf }) => pageCount(pdf))
  const schemas = new Map([...ownSchemas(), ...hoso.schemas])
  const files = new Map<string, Uint8Array>()
  /** Puts a file in its place and names it as METS, lying in `base`, does. */
  const put = (base: string, href: string, bytes: Uint8Array, mediaType: string, made = day): MetsFile => {
    files.set(`${base}${href}`, bytes)
    return { href, bytes, mediaType, day: made }
  }
  const long = new Map<string, TooLong>()
  const described = (fields: readonly Field[], values: Readonly<Record<string, string>>, schema: string) => {
    for (const each of tooLong(fields, values)) {
      const first = long.get(each.label)
      if (first) first.others += 1
      else long.set(each.label, { ...each, whose: values.docId ?? hoso.fileCode, others: 0 })
    }
    return eadDocument(fields, values, schema)
  }

  const rep = 'representations/rep1/'
  const documents = hoso.documents.map((document, index) => {
    const made = document.notice.date
    const docId = docIdOf(hoso.fileCode, index + 1)
    const values = documentValues(hoso, document, index + 1, pages[index] ?? 0)
    const data = (ending: string, bytes: Uint8Array, mediaType: string): MetsFile =>
      put(rep, `data/${docId}${ending}`, bytes, mediaType, made)
    const pdf = data('.pdf', document.pdf, mediaTypes.pdf)
    const signed = document.signed.map((bytes, nth) => data(signedEnding(nth + 1), bytes, mediaTypes.pdf))
    const docx = data('.docx', document.docx, mediaTypes.docx)
    // What was signed last is the original; what it grew from comes with it.
    const main = signed.at(-1) ?? pdf
    return {
      metadata: put(
        rep,
        `metadata/descriptive/EAD_DOC_${docId}.xml`,
        described(documentFields, values, '../../../../schemas/ead_doc.xsd'),
        mediaTypes.xml,
        made,
      ),
      main,
      attachments: [pdf, ...signed, docx].filter((file) => file !== main),
    }
  })
  const common = {
    objid,
    label: hoso.title,
    day,
    recordStatus: hoso.version === 1 ? 'NEW' : 'REPLACEMENT',
    fonds: hoso.fonds,
  } as const
  const representation = representationMets({
    ...common,
    organisation: hoso.organisation,
    documents,
    schemaNames: [...schemas.keys()],
  })
  const root = packageMets({
    ...common,
    fileCode: hoso.fileCode,
    software: hoso.software,
    metadata: put(
      '',
      'metadata/descriptive/EAD.xml',
      described(fileFields, fileValues(hoso, pages), '../../schemas/ead.xsd'),
      mediaTypes.xml,
    ),
    schemas: [...schemas]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, bytes]) => put('', `schemas/${name}`, bytes, mediaTypes.schema)),
    documentation: [...hoso.lists, [noticesName, noticesJson(hoso)] as const]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, bytes]) => put('', `documentation/${name}`, bytes, mediaTypeOf(name))),
    representation: put('', `${rep}METS.xml`, representation, mediaTypes.xml),
  })
  files.set('METS.xml', root)
  for (const each of long.values()) report(tooLongProblem(each, where))
  return { objid, folder: folderOf(hoso), files }
}

type TooLong = {
  readonly label: string
  readonly length: number
  readonly most: number
  /** Code of the first that it is true of, and how many more there are. */
  readonly whose: string
  others: number
}

const tooLongProblem = ({ label, length, most, whose, others }: TooLong, file: string): Problem => ({
  rule: 'archive/field',
  level: 'warning',
  file,
  message: `${whose}${others > 0 ? ` và ${others} tài liệu khác` : ''}: ${label} dài ${length} ký tự, cần không quá ${most}`,
  hint: 'hệ thống của lưu trữ có thể không nhận; hỏi cơ quan lưu trữ trước khi nộp',
  cite: 'Thông tư 05/2025/TT-BNV, Phụ lục III',
})

/** Schemas that a receiver expects and the package does not carry. */
export const missingSchemas = (schemas: ReadonlyMap<string, Uint8Array>): string[] =>
  metsSchemas.filter((name) => !schemas.has(name))

/**
 * What is put on the disk, by paths below `out/archive`: the package as a folder and as a zip, and the list of checksums
 * beside them. The circular names a zip by its place in the hand-over and its OBJID.
 */
export const filesOnDisk = ({ objid, folder, files }: Package): Map<string, Uint8Array> => {
  const inside = new Map([...files].map(([path, bytes]) => [`${objid}/${path}`, bytes]))
  const listed = new Map(inside).set(zipName(objid), writeZip(inside))
  const all = new Map(listed).set(manifestName, manifestOf(listed))
  return new Map([...all].map(([path, bytes]) => [`${folder}/${path}`, bytes]))
}

export const zipName = (objid: string): string => `1${objid}.zip`

/** '-signed.pdf', '-signed-2.pdf' … */
export const signedEnding = (nth: number): string => (nth === 1 ? '-signed.pdf' : `-signed-${nth}.pdf`)

/** Sample packages that are known to be accepted give schemas as octet streams. */
const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xml: 'application/xml',
  schema: 'application/octet-stream',
  csv: 'text/csv',
  json: 'application/json',
} as const

const mediaTypeOf = (name: string): string => {
  const ending = name.replace(/^.*\./, '')
  return ending === 'pdf' || ending === 'csv' || ending === 'json'
    ? mediaTypes[ending]
    : 'application/octet-stream'
}
