/** A hand-over package → one of its notices: as data where the package has it, else read from its DOCX. */

import { basename } from 'node:path'
import type { ReadSide } from '../diff/report.ts'
import { noticesName, readNotices, type Summary } from '../publish/archive/notices.ts'
import { openPackage } from '../publish/archive/open-package.ts'
import { shown } from '../text/terminal.ts'
import { ofFinished } from './finished-side.ts'
import { stem } from './open-one.ts'
import type { Reading } from './sides.ts'

/** `given` may end in "#" and a record or number. */
export const packageSide = async (
  given: string,
  path: string,
  other: string,
  reading: Reading,
): Promise<ReadSide | undefined> => {
  const { report, fonts } = reading
  const [place = '', asked] = given.split('#')
  const opened = await openPackage(path, place, report)
  if (!opened) return undefined
  const files = [...opened.folders.values(), ...opened.zips.values()].map(inside)
  const summary = files
    .map((each) => readNotices(each.get(`documentation/${noticesName}`)))
    .find((each) => each)
  const say = (message: string, hint: string): undefined => {
    report({ rule: 'read/package', level: 'error', file: given, message, hint })
    return undefined
  }
  if (summary) {
    const document = chosen(summary, asked, other)
    if (document?.notice)
      return { notice: document.notice as ReadSide['notice'], name: shown(given, 120), whole: true, gaps: [] }
    // Packed when it could no longer be composed as it was issued: its DOCX is the issued one.
    const name = `representations/rep1/data/${document?.docId}.docx`
    const docx = files.map((each) => each.get(name)).find((each) => each)
    if (docx) return ofFinished(given, name, docx, fonts, report)
    const names = summary.documents.map(({ record }) => record).slice(0, 10)
    return say(
      'gói có nhiều văn bản, chưa rõ so văn bản nào',
      `ghi thêm #<bản ghi>, ví dụ ${place}#${names[0] ?? ''}; trong gói có: ${names.join(', ')}`,
    )
  }
  const documents = new Map(
    files.flatMap((each) => [...each].filter(([name]) => /^representations\/.*\.docx$/.test(name))),
  )
  const [only] = [...documents].filter(([name]) => asked === undefined || basename(name).includes(asked))
  if (!only || (documents.size > 1 && asked === undefined))
    return say(
      'gói không ghi dữ liệu của văn bản, cũng không có đúng một tệp .docx',
      'nêu gói do lệnh archive đóng, hoặc ghi thêm #<tên tệp>',
    )
  return ofFinished(given, only[0], only[1], fonts, report)
}

/** A zip holds the package's folder, the folder its files. */
const inside = (files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> => {
  const mets = [...files.keys()].find((name) => /^([^/]+\/)?METS\.xml$/.test(name)) ?? ''
  const folder = mets.slice(0, mets.length - 'METS.xml'.length)
  return folder === ''
    ? files
    : new Map(
        [...files].map(([name, bytes]) => [
          name.startsWith(folder) ? name.slice(folder.length) : name,
          bytes,
        ]),
      )
}

const chosen = (
  { documents }: Summary,
  asked: string | undefined,
  other: string,
): Summary['documents'][number] | undefined => {
  if (asked !== undefined)
    return documents.find(
      ({ record, entry }) => record === asked || entry === asked || entry.endsWith(`/${asked}`),
    )
  if (documents.length === 1) return documents[0]
  const id = stem(other.replace(/^[^:]*:/, ''))
  return documents.find(({ record }) => record === id)
}
