/** What came or went in a redline → Word's tracked changes, each by the same author on the day of the newer version. */

import {
  BuilderElement,
  DeletedTextRun,
  InsertedTextRun,
  type IRunOptions,
  TextRun,
  type XmlComponent,
} from 'docx'
import type { Change } from '../../layout/sheet.ts'

type Revision = { readonly id: number; readonly author: string; readonly date: string }

const author = 'thongbao'

/** Numbered and dated when the document is whole: see `settleRevisions`. */
export const revision: Revision = { id: 0, author, date: '1970-01-01T00:00:00Z' }

export const changedRun = (options: IRunOptions, change: Change | undefined): TextRun | XmlComponent => {
  if (change === undefined) return new TextRun(options)
  const Changed = change === 'inserted' ? InsertedTextRun : DeletedTextRun
  return new Changed({ ...options, ...revision })
}

/** A run that is no text, such as a drawing. */
export const changedElement = (run: XmlComponent, change: Change | undefined): XmlComponent =>
  change === undefined
    ? run
    : new BuilderElement({
        name: change === 'inserted' ? 'w:ins' : 'w:del',
        attributes: {
          id: { key: 'w:id', value: revision.id },
          author: { key: 'w:author', value: revision.author },
          date: { key: 'w:date', value: revision.date },
        },
        children: [run],
      })

/** For the end of a paragraph, or a table row. */
export const marking = (change: Change | undefined) =>
  change === 'inserted' ? { insertion: revision } : change === 'deleted' ? { deletion: revision } : {}

/** Ids that no two changes of the document share, counted on from `last`, and the day. Answers the last id used. */
export const settleRevisions = (xml: string, date: string, last: number): { xml: string; last: number } => {
  let count = last
  if (!xml.includes(` w:author="${author}"`)) return { xml, last }
  const settled = xml.replace(
    /(<w:(?:ins|del|pPrChange|sectPrChange) w:id=)"0"( w:author="thongbao" w:date=)"[^"]*"/g,
    (_, start: string, middle: string) => {
      count += 1
      return `${start}"${count}"${middle}"${date}T00:00:00Z"`
    },
  )
  return { xml: settled, last: count }
}
