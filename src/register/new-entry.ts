/** An edition and what the clerk asked for → its entry in the register, in the order in which the file shows it. */

import type { Notice } from '../notice/notice.ts'
import type { IssuedEntry, Relation } from '../record/register-entry.ts'

export type Hashes = { readonly pdf?: string; readonly docx?: string; readonly md?: string }

export type Frozen = {
  /** SHA-256 of the words, and of what the record says. */
  readonly text: string
  readonly source: string
  readonly files?: Hashes
}

export type Entering = {
  readonly number: number
  readonly date: string
  readonly symbol: string
  readonly body: string
  readonly record: string
  readonly today: string
  readonly reason?: string | undefined
  readonly copies?: number | undefined
  readonly relations?: readonly Relation[]
}

/** What the register has to show of an edition (Phụ lục IV, cột 3 to 6). */
export const shownOf = (
  notice: Notice,
): Pick<IssuedEntry, 'kind' | 'subject' | 'signatory' | 'recipients' | 'keeper'> => {
  const names = notice.recipients.map((name) => name.replace(/[;.]$/, ''))
  const keeper = names.find((name) => name.startsWith(keptBy))?.slice(keptBy.length)
  const recipients = names.filter((name) => !name.startsWith(keptBy))
  return {
    kind: notice.kind,
    subject: notice.subject,
    signatory: { authority: [...notice.signature.authority], name: notice.signature.name },
    ...(recipients.length > 0 ? { recipients } : {}),
    ...(keeper ? { keeper } : {}),
  }
}

/** Phụ lục I, Phần I, mục II.9: the last recipient. */
const keptBy = 'Lưu: '

/** An entry as it is taken: enough of it to word the notice, before there is anything to hash. */
export const takenEntry = ({ number, symbol, date, body, record }: Entering): IssuedEntry => ({
  number,
  symbol,
  body,
  state: 'issued',
  date,
  record,
})

export const newEntry = (entering: Entering, notice: Notice, frozen: Frozen): IssuedEntry => {
  const { today, reason, copies, relations } = entering
  return {
    ...takenEntry(entering),
    ...shownOf(notice),
    ...(copies === undefined ? {} : { copies }),
    ...(reason === undefined ? {} : { reason }),
    text: frozen.text,
    source: frozen.source,
    ...(frozen.files === undefined ? {} : { files: frozen.files }),
    ...(relations && relations.length > 0 ? { relations: [...relations] } : {}),
    events: [{ on: today, is: 'issued', ...(reason === undefined ? {} : { reason }) }],
  }
}
