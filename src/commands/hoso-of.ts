/** Documents of one year, series and body → their hồ sơ: its code and title from the settings, its lists from the register. */

import manifest from '../../package.json' with { type: 'json' }
import type { Fonts } from '../fonts/fonts.ts'
import { type Edition, type Prepared, sheetOfBooks } from '../pipeline.ts'
import type { Report } from '../problem.ts'
import { confidenceCodes, maintenanceCodes, modeCodes } from '../publish/archive/codes.ts'
import type { ArchivedDocument } from '../publish/archive/hoso.ts'
import { contentsListing, contentsName, contentsPrint, registerName } from '../publish/archive/lists.ts'
import { pageCount } from '../publish/archive/pages.ts'
import type { Issued, Registered } from '../record/validate.ts'
import { shownOf } from '../register/new-entry.ts'
import { outgoing, registerListing, type Shown } from '../register/outgoing.ts'
import { noteOf } from '../register/outgoing-note.ts'
import { printSheet, tables } from '../render/index.ts'
import type { Listing } from '../text/listing.ts'
import { fileSafe } from '../text/names.ts'
import type { Asked, Gathered } from './gather-hoso.ts'

/** `documents`: in order of their numbers, at least one. `editionOf`: by entry, for what an entry itself does not say. */
export const hosoOf = async (
  { schemas, rows, fonts }: Asked,
  { records }: Prepared,
  { year, series }: Issued,
  { facts }: Edition,
  documents: readonly ArchivedDocument[],
  editionOf: ReadonlyMap<string | undefined, Edition>,
  report: Report,
): Promise<Gathered> => {
  const all = new Map(records.register.map((entry) => [entry.id, entry]))
  const settings = records.settings?.value.archive
  const own = settings?.files?.[series]
  const code = records.bodies.get(facts.body.id)?.value.code
  const lacking = [
    ...(code === undefined ? [`mã định danh của cơ quan "${facts.body.id}" (danh bạ, mục code)`] : []),
    ...(own?.notation === undefined ? [`ký hiệu hồ sơ (archive.files.${series}.notation)`] : []),
    ...(own?.title === undefined ? [`tiêu đề hồ sơ (archive.files.${series}.title)`] : []),
    ...(own?.maintenance === undefined ? [`thời hạn bảo quản (archive.files.${series}.maintenance)`] : []),
  ]
  if (lacking.length > 0)
    report({
      rule: 'archive/settings',
      level: 'warning',
      file: records.settings?.source.file ?? 'content/project.yaml',
      message: `hồ sơ ${year}/${series} đóng gói với giá trị tạm vì chưa có: ${lacking.join('; ')}`,
      hint: 'ghi đủ các mục này theo Danh mục hồ sơ của cơ quan trước khi nộp lưu trữ',
    })
  const organ = code ?? fileSafe(facts.body.abbreviation)
  const last = documents.at(-1)?.notice.number ?? 0
  const ids = new Set(documents.map(({ entry }) => entry))
  const inBook = (entry: Registered): boolean =>
    rows === 'documents'
      ? ids.has(entry.id)
      : rows === 'book'
        ? entry.year === year && entry.series === series && entry.value.number <= last
        : rows.has(entry.id)
  const shown = (entry: Registered): Shown | undefined => {
    const edition = editionOf.get(entry.id)
    return edition && shownOf(edition.notice)
  }
  const book = outgoing(records.register.filter(inBook), all, shown)
  const noted = documents.map((document) => {
    const entry = all.get(document.entry)
    return { ...document, note: entry ? noteOf(entry.value, all) : '' }
  })
  const title = `${own?.title ?? `Tập lưu văn bản đi, sổ ${series}`} năm ${year}`
  return {
    fileCode: `${organ}.${year}.${own?.notation ?? series}`,
    year,
    fonds: settings?.fonds ?? organ,
    organisation: facts.body.name,
    title,
    keyword: own?.keyword ?? '',
    maintenance: maintenanceCodes[own?.maintenance ?? 'other'],
    mode: modeCodes[own?.mode ?? 'open'],
    confidence: confidenceCodes[records.settings?.value.medium ?? 'electronic'],
    software: { name: manifest.name, version: manifest.version },
    documents: noted,
    entries: book.map(({ entry }) => entry),
    lists: await listsOf(noted, registerListing(book), facts.body, title, fonts),
    schemas,
  }
}

const listsOf = async (
  documents: readonly ArchivedDocument[],
  register: Listing,
  body: Edition['facts']['body'],
  title: string,
  fonts: Fonts,
): Promise<ReadonlyMap<string, Uint8Array>> => {
  const pages = documents.map(({ pdf }) => pageCount(pdf))
  const contents = contentsListing(documents, pages)
  const stamp =
    documents
      .map(({ notice }) => notice.date)
      .sort()
      .at(-1) ?? ''
  const properties = { author: body.lines.join(' '), stamp }
  const book = { listing: contents, parentBody: body.parent, issuingBody: body.lines, span: [title] }
  return new Map([
    [registerName, await tables.csv(register, properties)],
    [contentsName, await tables.csv(contents, properties)],
    [contentsPrint, await printSheet(sheetOfBooks({ books: [book], stamp }, fonts), fonts)],
  ])
}
