/** What a package is made of: one hồ sơ with its documents, as plain data and bytes. */

import type { Notice } from '../../notice/notice.ts'

export type ArchivedDocument = {
  /** Id of the meeting record. */
  readonly record: string
  /** `<year>/<series>/<number>` */
  readonly entry: string
  readonly kind: { readonly name: string; readonly abbreviation: string }
  readonly notice: Pick<Notice, 'symbol' | 'place' | 'subject' | 'signature' | 'recipients'> & {
    readonly number: number
    readonly date: string
  }
  /** The whole notice as data; absent when it can no longer be composed as it was. */
  readonly composed: Notice | undefined
  /** What the register says of its words and of its record, SHA-256. */
  readonly hashes: { readonly text: string | undefined; readonly source: string | undefined }
  /** As the prose of a notice names it. */
  readonly organisation: string
  /** Ghi chú in the list of documents. */
  readonly note: string
  readonly pdf: Uint8Array
  readonly docx: Uint8Array
  /** Signed PDFs that came back, in the order in which they were taken in. */
  readonly signed: readonly Uint8Array[]
}

export type Hoso = {
  /** `<mã định danh cơ quan>.<năm>.<số, ký hiệu hồ sơ>`; letters, digits, dots and hyphens. */
  readonly fileCode: string
  readonly year: string
  /** Mã phông. */
  readonly fonds: string
  readonly organisation: string
  readonly title: string
  readonly keyword: string
  /** Codes of TT 05/2025: `codes.ts`. */
  readonly maintenance: string
  readonly mode: string
  readonly confidence: string
  /** 1, or more when an earlier package of this hồ sơ was handed over. */
  readonly version: number
  readonly software: { readonly name: string; readonly version: string }
  /** In order of their numbers; at least one. */
  readonly documents: readonly ArchivedDocument[]
  /** Ids of the entries that its part of the outgoing register shows. */
  readonly entries: readonly string[]
  /** Its part of the register and the list of its documents, by file name: `lists.ts`. */
  readonly lists: ReadonlyMap<string, Uint8Array>
  /** By file name. */
  readonly schemas: ReadonlyMap<string, Uint8Array>
}

/** Place of a document in the hồ sơ, from 1. */
export const docIdOf = (fileCode: string, place: number): string => `${fileCode}.${place}`
