/**
 * The notices of a package as data (documentation/notices.json): what a later comparison or a rebuilding needs to know,
 * and a reader of the archive may pass over.
 */

import { type Inline, type Notice, plain } from '../../notice/notice.ts'
import { docIdOf, type Hoso } from './hoso.ts'
import { sha256 } from './identifiers.ts'

export const noticesName = 'notices.json'

export const noticesJson = (hoso: Hoso): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(summary(hoso), null, 2)}\n`)

const summary = (hoso: Hoso) => ({
  schema: 1,
  fileCode: hoso.fileCode,
  year: hoso.year,
  version: hoso.version,
  software: hoso.software,
  register: [...hoso.entries],
  documents: hoso.documents.map(({ entry, record, hashes, composed, pdf, docx, signed }, index) => ({
    docId: docIdOf(hoso.fileCode, index + 1),
    entry,
    record,
    text: hashes.text ?? null,
    source: hashes.source ?? null,
    pdf: sha256(pdf),
    docx: sha256(docx),
    signed: signed.map(sha256),
    notice: composed ?? null,
  })),
})

export type Summary = ReturnType<typeof summary>

/** Undefined when the bytes are not such a summary. */
export const readNotices = (bytes: Uint8Array | undefined): Summary | undefined => {
  if (!bytes) return undefined
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return isSummary(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** The same words in the same order, however they look and whatever their ids: what makes a record an edited one. */
export const sameWords = (a: Notice | null | undefined, b: Notice | null | undefined): boolean =>
  JSON.stringify(a, wordsOnly) === JSON.stringify(b, wordsOnly)

const wordsOnly = (key: string, value: unknown): unknown =>
  Array.isArray(value) && value.length > 0 && value.every(isInline)
    ? plain(value)
    : key === 'id'
      ? undefined
      : value

const isInline = (value: unknown): value is Inline =>
  isRecord(value) && ['text', 'strong', 'emphasis', 'break'].includes(String(value.is))

const isSummary = (value: unknown): value is Summary => {
  if (!isRecord(value) || value.schema !== 1 || !isRecord(value.software)) return false
  const { documents, register } = value
  return (
    [value.fileCode, value.year, value.software.name, value.software.version].every(isText) &&
    Number.isInteger(value.version) &&
    Array.isArray(register) &&
    register.every(isText) &&
    Array.isArray(documents) &&
    documents.every(
      (each) =>
        isRecord(each) &&
        [each.docId, each.entry, each.record, each.pdf, each.docx].every(isText) &&
        [each.text, each.source].every((hash) => hash === null || isText(hash)) &&
        Array.isArray(each.signed) &&
        each.signed.every(isText) &&
        (each.notice === null || isRecord(each.notice)),
    )
  )
}

const isText = (value: unknown): value is string => typeof value === 'string'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
