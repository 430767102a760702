/** A hồ sơ and its documents → the values of their descriptive fields. */

import { goodCondition, typeCode, vietnamese } from './codes.ts'
import type { DocumentValues, FileValues } from './ead-fields.ts'
import { type ArchivedDocument, docIdOf, type Hoso } from './hoso.ts'
import { slashDate } from './identifiers.ts'

/** `pages`: of each document, in order. */
export const fileValues = (hoso: Hoso, pages: readonly number[]): FileValues => {
  const days = hoso.documents.map(({ notice }) => notice.date).sort()
  return {
    fileCode: hoso.fileCode,
    title: hoso.title,
    maintenance: hoso.maintenance,
    mode: hoso.mode,
    language: vietnamese,
    startDate: slashDate(days[0] ?? ''),
    endDate: slashDate(days.at(-1) ?? ''),
    keyword: hoso.keyword,
    totalDoc: String(hoso.documents.length),
    // Sheets and the code of a paper file are asked of digitised files only.
    numberOfPaper: '',
    numberOfPage: String(pages.reduce((sum, count) => sum + count, 0)),
    format: goodCondition,
    inforSign: '',
    confidenceLevel: hoso.confidence,
    paperFileCode: '',
    riskRecovery: '0',
    riskRecoveryStatus: '',
    description: '',
  }
}

/** `place`: of the document in the hồ sơ, from 1. */
export const documentValues = (
  hoso: Hoso,
  { notice, kind, organisation }: ArchivedDocument,
  place: number,
  pages: number,
): DocumentValues => ({
  docId: docIdOf(hoso.fileCode, place),
  docCode: `${hoso.fileCode}.${String(place).padStart(7, '0')}`,
  maintenance: hoso.maintenance,
  typeName: typeCode(kind.abbreviation),
  codeNumber: String(notice.number),
  codeNotation: notice.symbol,
  issuedDate: slashDate(notice.date),
  organName: organisation,
  subject: notice.subject,
  language: vietnamese,
  numberOfPage: String(pages),
  inforSign: '',
  keyword: hoso.keyword,
  mode: hoso.mode,
  confidenceLevel: hoso.confidence,
  autograph: '',
  format: goodCondition,
  riskRecovery: '0',
  riskRecoveryStatus: '',
  // Must be said of a born-digital document: no record of its handling on a System comes with it.
  process: '0',
  description: `Người ký: ${[...notice.signature.authority, notice.signature.name].join(', ')}`,
})
