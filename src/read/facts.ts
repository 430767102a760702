/** The front matter of an edition → the formal parts of its notice. */

import type { Notice } from '../notice/notice.ts'

export type Facts = Omit<Notice, 'basis' | 'content' | 'annexes' | 'copy'> & {
  /** Titles, in order. */
  readonly annexes: readonly string[]
}

/** Undefined when it is not the front matter of an edition. */
export const factsOf = (value: unknown): Facts | undefined => {
  if (!isRecord(value) || value.schema !== 1) return undefined
  const { id, symbol, kind, subject, place, number, signature } = value
  const authority = isRecord(signature) ? textsOf(signature.authority) : undefined
  const name = isRecord(signature) ? signature.name : undefined
  const issuingBody = textsOf(value.issuingBody)
  const recipients = textsOf(value.recipients)
  const known = [id, symbol, kind, subject, place, name]
  if (!known.every(isText) || !authority || !issuingBody || !recipients) return undefined
  if (number !== undefined && typeof number !== 'number') return undefined
  const optional = (key: 'date' | 'drafter' | 'urgency' | 'circulation') =>
    isText(value[key]) ? { [key]: value[key] } : {}
  const address = textsOf(value.address)
  const text = (given: unknown): string => (isText(given) ? given : '')
  return {
    schema: 1,
    id: text(id),
    language: 'vi',
    parentBody: textsOf(value.parentBody) ?? [],
    issuingBody,
    ...(number === undefined ? {} : { number }),
    symbol: text(symbol),
    place: text(place),
    kind: text(kind),
    subject: text(subject),
    signature: { authority, name: text(name) },
    recipients,
    ...optional('date'),
    ...optional('drafter'),
    ...optional('urgency'),
    ...optional('circulation'),
    ...(address ? { address } : {}),
    annexes: textsOf(value.annexes) ?? [],
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown): value is string => typeof value === 'string'

const textsOf = (value: unknown): string[] | undefined =>
  Array.isArray(value) && value.every(isText) ? value : undefined
