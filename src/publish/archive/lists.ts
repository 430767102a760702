/** The list of documents that goes with a hồ sơ (NĐ 30/2020, Phụ lục V), and what the lists of a package are called. */

import { dateCell, type Listing, numberCell, textCell } from '../../text/listing.ts'
import { twoDigits } from '../../text/numerals.ts'
import type { ArchivedDocument } from './hoso.ts'

/** Its part of the outgoing register, in ten columns. */
export const registerName = 'register.csv'
/** Mục lục văn bản trong hồ sơ, in seven columns, and the same to be printed. */
export const contentsName = 'muc-luc-van-ban.csv'
export const contentsPrint = 'muc-luc-van-ban.pdf'

export const contentsTitle = 'Mục lục văn bản trong hồ sơ'

/** Columns as Phụ lục V has them. Pages are counted through the hồ sơ; `pages`: of each document, in order. */
export const contentsListing = (
  documents: readonly Pick<ArchivedDocument, 'notice' | 'kind' | 'organisation' | 'note'>[],
  pages: readonly number[],
): Listing => {
  let before = 0
  return {
    title: contentsTitle,
    columns: [
      { title: 'STT', letters: 5 },
      { title: 'Số, ký hiệu', letters: 16 },
      { title: 'Ngày tháng năm', letters: 12 },
      { title: 'Tên loại và trích yếu nội dung', letters: 60 },
      { title: 'Tác giả', letters: 24 },
      { title: 'Tờ số/Trang số', letters: 9 },
      { title: 'Ghi chú', letters: 20 },
    ],
    rows: documents.map(({ notice, kind, organisation, note }, index) => {
      const [from, to] = [before + 1, before + (pages[index] ?? 0)]
      before = to
      return [
        numberCell(index + 1),
        textCell(`${twoDigits(notice.number)}/${notice.symbol}`),
        dateCell(notice.date),
        textCell(`${kind.name}: ${notice.subject}`),
        textCell(organisation),
        textCell(from === to ? String(from) : `${from}-${to}`),
        textCell(note),
      ]
    }),
  }
}
