/**
 * A notice → what a finished file can tell of it: words and labels, with what is printed in capitals in capitals. Two
 * notices are compared in this form when one of them was read out of a file.
 */

import { grown } from './grown.ts'
import { capital, inlinesOf, looksOf, tidy } from './looks.ts'
import type { Annex, Inline, Notice } from './notice.ts'
import { type PrintedRow, printedRows, settled } from './printed-rows.ts'

export type PrintedAnnex = {
  readonly title: string
  readonly reference: string
  readonly rows: readonly PrintedRow[]
}

/** The same again for what is so already. Without copies, whose parts are not compared. */
export const asPrinted = (notice: Notice): Notice =>
  printedNotice(
    notice,
    [
      ...notice.basis.map((text): PrintedRow => ({ is: 'line', text: [{ is: 'emphasis', text }] })),
      ...printedRows(notice.content),
    ],
    (notice.annexes ?? []).map(({ title, reference, content }) => ({
      title,
      reference,
      rows: printedRows(content),
    })),
  )

/** Names on one line each: a page does not tell where they are broken by hand. */
export const withoutBreaks = (notice: Notice): Notice => {
  const joined = (lines: readonly string[]): string[] => (lines.length > 0 ? [lines.join(' ')] : [])
  const { parentBody, issuingBody, signature, address } = notice
  return {
    ...notice,
    parentBody: joined(parentBody),
    issuingBody: joined(issuingBody),
    signature: { ...signature, authority: joined(signature.authority) },
    ...(address ? { address: joined(address) } : {}),
  }
}

/** `rows`: căn cứ in italics, then the content. */
export const printedNotice = (
  parts: Omit<Notice, 'basis' | 'content' | 'annexes'>,
  rows: readonly PrintedRow[],
  annexes: readonly PrintedAnnex[],
): Notice => {
  const all = settled(rows)
  const after = all.findIndex((row) => row.is !== 'line' || !isSlanted(row.text))
  const grounds = after === -1 ? all : all.slice(0, after)
  return {
    schema: 1,
    id: parts.id,
    language: 'vi',
    parentBody: lines(parts.parentBody).map(capital),
    issuingBody: lines(parts.issuingBody).map(capital),
    ...(parts.number === undefined ? {} : { number: parts.number }),
    symbol: tidy(parts.symbol),
    place: tidy(parts.place),
    ...(parts.date === undefined ? {} : { date: parts.date }),
    kind: capital(parts.kind),
    subject: tidy(parts.subject),
    basis: grounds.flatMap((row) => (row.is === 'line' ? [upright(row.text)] : [])),
    content: grown(all.slice(grounds.length)),
    signature: {
      authority: lines(parts.signature.authority).map(capital),
      name: tidy(parts.signature.name),
    },
    recipients: lines(parts.recipients),
    ...optional('drafter', parts.drafter),
    ...optional('urgency', parts.urgency),
    ...optional('circulation', parts.circulation),
    ...(lines(parts.address ?? []).length > 0 ? { address: lines(parts.address ?? []) } : {}),
    ...(annexes.length > 0 ? { annexes: annexes.map(printedAnnex) } : {}),
  }
}

const printedAnnex = ({ title, reference, rows }: PrintedAnnex, index: number): Annex => ({
  id: `p${index + 1}`,
  title: capital(title),
  reference: tidy(reference),
  content: grown(settled(rows)),
})

const lines = (texts: readonly string[]): string[] => texts.map(tidy).filter((text) => text !== '')

const optional = (key: 'drafter' | 'urgency' | 'circulation', text = '') =>
  tidy(text) === '' ? {} : { [key]: capital(text) }

/** Căn cứ are set in italics all through; paragraphs like that right after them cannot be told from them. */
const isSlanted = (text: readonly Inline[]): boolean => {
  const looks = looksOf(text)
  return looks.length > 0 && looks.every(({ emphasis }) => emphasis)
}

const upright = (text: readonly Inline[]): Inline[] =>
  inlinesOf(looksOf(text).map((look) => ({ ...look, emphasis: false })))
