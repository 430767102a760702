/** A measured file → which of its lines is which part of a document: by words and place, and by our style names where they are. */

import type { KnownPart } from './identified-parts.ts'
import { readContent } from './identify-content.ts'
import { type Copy, cutAtCopy } from './identify-copy.ts'
import { readFoot } from './identify-foot.ts'
import { readHead } from './identify-head.ts'
import {
  isAddress,
  isAnnexLabel,
  isAnnexReference,
  isBook,
  isCirculation,
  isLabel,
  isNationalName,
  isParty,
  isSecrecy,
  isUrgency,
} from './identify-words.ts'
import type { Measured } from './measure/measured.ts'
import { type Piece, piecesOf } from './pieces.ts'

export type ContentPiece = Piece & { readonly part: KnownPart }

export type Identified = {
  readonly measured: Measured
  /** A document of its own, an annex alone, one of the Party (other rules), a register book, or nothing that we know. */
  readonly form: 'document' | 'annex' | 'party' | 'book' | 'unknown'
  readonly parts: ReadonlyMap<KnownPart, readonly Piece[]>
  /** Ô 6 in order: everything between title and foot that is not in a ruled table. */
  readonly content: readonly ContentPiece[]
  /** In capitals, as in Phụ lục III; absent for a công văn and for what is not on the list. */
  readonly kind?: string
  /** Công văn: no name of a kind, "V/v" under the number. */
  readonly isLetter: boolean
  /** Every line of words, recognised or not. */
  readonly pieces: readonly Piece[]
  /** Pieces of each annex, its label first. */
  readonly annexes: readonly (readonly Piece[])[]
  /** What makes a copy of the document: it is no part of it. */
  readonly copy?: Copy
}

export const identify = (measured: Measured, styleParts: ReadonlyMap<string, KnownPart>): Identified => {
  const all = piecesOf(measured)
  const styled = (piece: Piece): KnownPart | undefined => {
    const { style } = piece.paragraph
    if (!style) return undefined
    return styleParts.get(style.id.toLowerCase()) ?? styleParts.get(style.name.toLowerCase())
  }
  const inBody = all.filter(({ paragraph }) => paragraph.within === 'body')
  // Some set the whole head in text boxes.
  const whole = inBody.some(({ text: words }) => isNationalName(words))
    ? inBody
    : all.filter(({ paragraph }) => paragraph.within === 'body' || paragraph.within === 'text-box')
  const { notice: text, copy } = cutAtCopy(whole, measured, styled)
  const starts = annexStarts(text, styled)
  const main = text.slice(0, starts[0] ?? text.length)
  const annexes = starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length))
  const { marks, rest } = withoutMarks(main, styled)

  const head = readHead(rest, styled)
  const foot = readFoot(rest.slice(head.end), styled)
  const content = readContent(rest.slice(head.end, head.end + foot.start), styled)
  const parts = new Map<KnownPart, Piece[]>()
  const put = (part: KnownPart, pieces: readonly Piece[]): void => {
    if (pieces.length > 0) parts.set(part, [...(parts.get(part) ?? []), ...pieces])
  }
  for (const [part, pieces] of [...head.parts, ...foot.parts, ...content.parts]) put(part, pieces)
  const beside = all.filter((piece) => !whole.includes(piece))
  for (const [part, pieces] of [...marks, ...withoutMarks(beside, styled).marks]) put(part, pieces)
  put(
    'address',
    [...foot.after, ...beside.filter(({ paragraph }) => paragraph.within === 'footer')].filter(
      (piece) => styled(piece) === 'address' || isAddress(piece.text),
    ),
  )
  for (const annex of annexes) for (const [part, pieces] of annexParts(annex)) put(part, pieces)
  return {
    measured,
    form: formOf(main, annexes.length, parts),
    parts,
    content: content.pieces,
    ...(head.kind !== undefined && { kind: head.kind }),
    isLetter: head.isLetter,
    pieces: all,
    annexes,
    ...(copy && { copy }),
  }
}

type Styled = (piece: Piece) => KnownPart | undefined

/** After the foot, or at the very top of a file that holds nothing but an annex. */
const annexStarts = (pieces: readonly Piece[], styled: Styled): number[] => {
  const foot = pieces.findLastIndex(isLabel)
  return pieces.flatMap((piece, index) => {
    const looks = isAnnexLabel(piece.text) && piece.paragraph.align !== 'justify'
    if (!looks && styled(piece) !== 'annexLabel') return []
    if (index === 0) return [index]
    const alone = pieces.slice(0, index).every(({ text }) => !isNationalName(text))
    return index > foot && (foot >= 0 || alone) ? [index] : []
  })
}

/** Stamps and marks may stand anywhere beside the text. */
const withoutMarks = (pieces: readonly Piece[], styled: Styled) => {
  const marks = new Map<KnownPart, Piece[]>()
  const rest = pieces.filter((piece) => {
    const part = markOf(piece, styled)
    if (part) marks.set(part, [...(marks.get(part) ?? []), piece])
    return part === undefined
  })
  return { marks, rest }
}

const markOf = (piece: Piece, styled: Styled): KnownPart | undefined => {
  const part = styled(piece)
  if (isUrgency(piece.text) || part === 'urgency') return 'urgency'
  if (isCirculation(piece.text) || part === 'circulation') return 'circulation'
  return isSecrecy(piece.text) ? 'secrecy' : undefined
}

/** Label, title in capitals or centred, the line in brackets. */
const annexParts = (pieces: readonly Piece[]): [KnownPart, Piece[]][] => {
  const [label, ...rest] = pieces
  if (!label) return []
  const reference = rest.slice(0, titleLines).findIndex(({ text }) => isAnnexReference(text))
  const centred = rest.findIndex(({ paragraph }) => paragraph.align !== 'centre')
  const end = reference >= 0 ? reference : Math.min(titleLines, centred === -1 ? rest.length : centred)
  const from = rest[reference]
  const closes = rest.slice(reference).findIndex(({ text }) => text.endsWith(')'))
  return [
    ['annexLabel', [label]],
    ['annexTitle', rest.slice(0, end)],
    ['annexReference', from ? rest.slice(reference, reference + Math.min(2, Math.max(1, closes + 1))) : []],
  ]
}

/** A title has no more lines than this. */
const titleLines = 6

const telling = ['nationalName', 'motto', 'number', 'kind', 'recipientsLabel'] as const

const formOf = (
  main: readonly Piece[],
  annexes: number,
  parts: ReadonlyMap<KnownPart, readonly Piece[]>,
): Identified['form'] => {
  if (main.slice(0, 8).some(({ text }) => isParty(text))) return 'party'
  if (!parts.has('nationalName') && main.slice(0, 8).some(({ text }) => isBook(text))) return 'book'
  if (main.length === 0 && annexes > 0) return 'annex'
  return telling.some((part) => parts.has(part)) ? 'document' : 'unknown'
}
