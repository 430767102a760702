/** The first lines of a document → its head (ô 1 to 4, 5b) and its title (ô 5a). */

import type { KnownPart } from './identified-parts.ts'
import { splitNames } from './identify-names.ts'
import {
  isAddressee,
  isBasis,
  isLetterSubject,
  isMotto,
  isNationalName,
  isNumberLine,
  isPlaceDate,
  isRecipientsLabel,
  isSigningInfo,
  kindOf,
} from './identify-words.ts'
import type { Piece } from './pieces.ts'

export type Head = {
  readonly parts: ReadonlyMap<KnownPart, readonly Piece[]>
  readonly kind?: string
  readonly isLetter: boolean
  /** How many pieces it takes. */
  readonly end: number
}

type Styled = (piece: Piece) => KnownPart | undefined

/** No head is longer. */
const longest = 30

const headParts = ['nationalName', 'motto', 'parentBody', 'issuingBody', 'number', 'placeDate'] as const
const isHeadPart = (part: KnownPart | undefined): part is (typeof headParts)[number] =>
  part !== undefined && (headParts as readonly string[]).includes(part)

export const readHead = (pieces: readonly Piece[], styled: Styled): Head => {
  const zone = pieces.slice(0, longest)
  const named = namedKind(zone, styled)
  const byWords = zone.map((piece, index) =>
    index < (named ?? longest) ? headPartByWords(piece) : undefined,
  )
  const told = zone.map((piece, index) => {
    const part = styled(piece)
    return byWords[index] ?? (isHeadPart(part) && index < (named ?? longest) ? part : undefined)
  })
  // The first of each; a later "Số: …" or a date in the text is none of the head's.
  const first = told.map((part, index) => (part && told.indexOf(part) === index ? part : undefined))
  const lastTold = Math.max(
    -1,
    ...first.flatMap((part, index) => (part && index <= gapFrom(first, index) ? [index] : [])),
  )
  const kindAt = named ?? unlistedKind(zone, lastTold)
  const headEnd = kindAt ?? endOfHead(zone, lastTold)
  const parts = new Map<KnownPart, Piece[]>()
  const put = (part: KnownPart, piece: Piece): void => {
    parts.set(part, [...(parts.get(part) ?? []), piece])
  }
  const names: Piece[] = []
  zone.slice(0, headEnd).forEach((piece, index) => {
    const part = first[index]
    if (part === 'parentBody' || part === 'issuingBody' || (part === undefined && isHeadPart(styled(piece))))
      names.push(piece)
    else if (part) put(part, piece)
    else if (isLetterSubject(piece.text) || (parts.has('letterSubject') && piece.column === 'left'))
      put('letterSubject', piece)
    else if (!isSigningInfo(piece.text) && !/^\(?dự thảo/iu.test(piece.text)) names.push(piece)
  })
  if (lastTold >= 0)
    for (const [part, each] of splitNames(names, parts.get('number')?.[0], styled)) put(part, each)
  const kindPiece = kindAt === undefined ? undefined : zone[kindAt]
  if (kindPiece) put('kind', kindPiece)
  const subject = kindAt === undefined ? [] : subjectAfter(pieces, kindAt, styled)
  for (const piece of subject) put('subject', piece)
  const kind = kindPiece && kindOf(kindPiece.text)
  return {
    parts,
    ...(kind !== undefined && { kind }),
    isLetter:
      kindPiece === undefined && (parts.has('letterSubject') || zone.some(({ text }) => isAddressee(text))),
    end: headEnd + (kindPiece ? 1 : 0) + subject.length,
  }
}

const headPartByWords = ({ text }: Piece): KnownPart | undefined => {
  if (isNationalName(text)) return 'nationalName'
  if (isMotto(text)) return 'motto'
  if (isNumberLine(text)) return 'number'
  return isPlaceDate(text) ? 'placeDate' : undefined
}

/** What is far from the other lines of the head is text that happens to look like one of them. */
const gapFrom = (first: readonly (KnownPart | undefined)[], index: number): number => {
  const before = first.slice(0, index).findLastIndex((part) => part !== undefined)
  return before === -1 || index - before <= reach ? index : -1
}
const reach = 8

const namedKind = (zone: readonly Piece[], styled: Styled): number | undefined => {
  const at =
    zone.findIndex((piece) => styled(piece) === 'kind') >= 0
      ? zone.findIndex((piece) => styled(piece) === 'kind')
      : zone.findIndex((piece) => kindOf(piece.text) !== undefined && piece.column === 'full')
  return at === -1 ? undefined : at
}

/** A kind that is not on the list: capitals alone on a centred line. */
const unlistedKind = (zone: readonly Piece[], after: number): number | undefined => {
  const piece = zone[after + 1]
  const isTitle =
    piece &&
    piece.column === 'full' &&
    piece.paragraph.align === 'centre' &&
    piece.text === piece.text.toLocaleUpperCase('vi') &&
    /\p{Lu}{2}/u.test(piece.text) &&
    piece.text.length <= longestKind
  return isTitle && after >= 0 ? after + 1 : undefined
}
const longestKind = 60

/** Without a kind: the head ends behind its last line, "V/v …" included. */
const endOfHead = (zone: readonly Piece[], lastTold: number): number => {
  if (lastTold < 0) return 0
  let end = lastTold + 1
  for (;;) {
    const piece = zone[end]
    const more = piece && piece.column !== 'full' && !isRecipientsLabel(piece.text) && end < lastTold + reach
    if (!more) return end
    end += 1
  }
}

/** Lines below the kind as long as they look like a title. */
const subjectAfter = (pieces: readonly Piece[], kindAt: number, styled: Styled): Piece[] => {
  const out: Piece[] = []
  for (const piece of pieces.slice(kindAt + 1, kindAt + 1 + longestTitle)) {
    const part = styled(piece)
    if (part === 'subject') {
      out.push(piece)
      continue
    }
    if (part !== undefined && part !== 'kind') break
    if (piece.column !== 'full' || isBasis(piece.text) || isAddressee(piece.text)) break
    const letters = piece.runs.filter(({ raised, text }) => !raised && /\p{L}/u.test(text))
    const bold = letters.length > 0 && letters.every((run) => run.bold === true)
    const centred = piece.paragraph.align === 'centre'
    const capitals = /\p{L}/u.test(piece.text) && piece.text === piece.text.toLocaleUpperCase('vi')
    // In capitals on a line of its own after the subject: who decides (quyết định, nghị quyết).
    if (out.length > 0 && (capitals || !(centred && sameParagraph(out, piece)))) break
    if (!centred && !bold) break
    out.push(piece)
  }
  return out
}
const longestTitle = 6

/** A second line of the title is set like the first. */
const sameParagraph = (out: readonly Piece[], piece: Piece): boolean => {
  const bold = (each: Piece | undefined): boolean | undefined =>
    each?.runs.find(({ text }) => /\p{L}/u.test(text))?.bold
  return out.at(-1)?.paragraph === piece.paragraph || bold(out.at(-1)) === bold(piece)
}
