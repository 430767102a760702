/** Ghi chú of the outgoing register: what became of a number and why, and what its document stands to. */

import {
  type EntryState,
  entryStates,
  type RegisterEntry,
  type Relation,
  relationKinds,
  stateOf,
} from '../record/register-entry.ts'
import type { Registered } from '../record/validate.ts'
import { shortDate } from '../text/dates.ts'
import { twoDigits } from '../text/numerals.ts'

/** Parts joined with "; ", the first with a capital; '' when there is nothing to note. */
export const noteOf = (entry: RegisterEntry, all: ReadonlyMap<string, Registered>): string => {
  const { relations = [], version = 1, note } = entry
  const parts = [
    ...stateWords(entry),
    ...relations.map((relation) => related(relation, all)),
    ...(version > 1 ? [`phiên bản ${version}`] : []),
    ...(note === undefined ? [] : [note]),
  ]
  return capital(parts.join('; '))
}

/** The relation that says the same as a state, and more. */
const sayingIt: Partial<Record<EntryState, Relation['is']>> = {
  amended: 'amended-by',
  corrected: 'corrected-by',
  replaced: 'replaced-by',
  recalled: 'recalled-by',
}

const stateWords = (entry: RegisterEntry): string[] => {
  const state = stateOf(entry)
  const { reason, relations = [], events = [] } = entry
  if (state === 'issued') return reason === undefined ? [] : [`lý do: ${reason}`]
  if (relations.some(({ is }) => is === sayingIt[state])) return []
  const why = events.findLast(({ is }) => is === state)?.reason ?? reason
  return [`${entryStates[state]}${why === undefined ? '' : `: ${why}`}`]
}

/** "được thay thế bởi Thông báo số 45/TB-SGDĐT ngày 10/4/2020 (lý do)" */
const related = (relation: Relation, all: ReadonlyMap<string, Registered>): string =>
  `${relationKinds[relation.is].says} ${nameOf(relation, all)} (${relation.reason})`

const nameOf = (relation: Relation, all: ReadonlyMap<string, Registered>): string => {
  if (relation.document !== undefined) return relation.document
  const other = relation.entry === undefined ? undefined : all.get(relation.entry)?.value
  const number = relation.number ?? other?.number
  const symbol = relation.symbol ?? other?.symbol
  const date = relation.date ?? other?.date
  const code = [number === undefined ? '' : twoDigits(number), symbol ?? ''].filter((part) => part !== '')
  return `${other?.kind ?? 'văn bản'} số ${code.join('/')}${date === undefined ? '' : ` ngày ${shortDate(date)}`}`
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
