/** The last lines of a document → recipients (ô 9b), drafter's mark (ô 12), authority and name of the signer (ô 7). */

import type { KnownPart } from './identified-parts.ts'
import { isAddress, isAuthority, isDrafter, isLabel, isRecipientsLabel } from './identify-words.ts'
import type { Piece } from './pieces.ts'

export type Foot = {
  readonly parts: ReadonlyMap<KnownPart, readonly Piece[]>
  /** Where it begins; the number of pieces when there is none. */
  readonly start: number
  /** What stands below it. */
  readonly after: readonly Piece[]
}

type Styled = (piece: Piece) => KnownPart | undefined

const footParts: ReadonlySet<KnownPart> = new Set([
  'recipientsLabel',
  'recipient',
  'drafter',
  'authority',
  'signerName',
])

export const readFoot = (pieces: readonly Piece[], styled: Styled): Foot => {
  const label = pieces.findLastIndex((piece) => isLabel(piece) || styled(piece) === 'recipientsLabel')
  const byStyle = pieces.findIndex((piece) => footParts.has(styled(piece) ?? 'plain'))
  const start = label >= 0 ? startOf(pieces, label) : byStyle >= 0 ? byStyle : signatureStart(pieces)
  const end = endOf(pieces, Math.max(start, label))
  const zone = pieces.slice(start, end)
  const after = pieces.slice(end)
  const side = sideOf(zone)
  const left = zone.filter((piece) => side(piece, styled) === 'left')
  const right = zone.filter((piece) => side(piece, styled) === 'right')
  const parts = new Map<KnownPart, Piece[]>()
  const put = (part: KnownPart, piece: Piece): void => {
    parts.set(part, [...(parts.get(part) ?? []), piece])
  }
  let listed = false
  for (const piece of left) {
    const part = styled(piece)
    if (isRecipientsLabel(piece.text) || part === 'recipientsLabel') {
      put('recipientsLabel', piece)
      listed = true
    } else if (part === 'drafter' || (listed && isDrafter(piece.text) && !piece.text.startsWith('-')))
      put('drafter', piece)
    else if (isAddress(piece.text)) after.push(piece)
    else put('recipient', piece)
  }
  for (const [part, piece] of signatureOf(right, styled)) put(part, piece)
  return { parts, start, after }
}

/** The table of the label begins the foot; without a table, the label or a signature line just above it. */
const startOf = (pieces: readonly Piece[], label: number): number => {
  const cell = pieces[label]?.paragraph.cell
  if (!cell) return pieces[label - 1]?.column === 'right' ? label - 1 : label
  return pieces.findIndex(({ paragraph }) => paragraph.cell?.table === cell.table)
}

/** Past the table, or past what stands in columns and lists of recipients. */
const endOf = (pieces: readonly Piece[], from: number): number => {
  const cell = pieces[from]?.paragraph.cell
  const out = pieces.findIndex((piece, index) => {
    if (index <= from) return false
    if (cell) return piece.paragraph.cell?.table !== cell.table
    return piece.paragraph.cell !== undefined || isAddress(piece.text)
  })
  return out === -1 ? pieces.length : out
}

/** Without "Nơi nhận": the last lines in capitals in the right half that read like a post. */
const signatureStart = (pieces: readonly Piece[]): number => {
  const from = Math.max(0, pieces.length - tail)
  const at = pieces.findIndex(
    (piece, index) =>
      index >= from &&
      isAuthority(piece.text) &&
      isCapitals(piece.text) &&
      (piece.column === 'right' || piece.paragraph.align === 'centre' || piece.paragraph.align === 'right'),
  )
  return at === -1 ? pieces.length : at
}
const tail = 8

const sideOf =
  (zone: readonly Piece[]) =>
  (piece: Piece, styled: Styled): 'left' | 'right' | 'none' => {
    const part = styled(piece)
    if (part === 'authority' || part === 'signerName') return 'right'
    if (part === 'recipientsLabel' || part === 'recipient' || part === 'drafter') return 'left'
    if (piece.column !== 'full') return piece.column
    // Set without columns: lists stand at the left, the rest is the signature.
    const label = zone.findIndex(({ text }) => isRecipientsLabel(text))
    const isListed = isRecipientsLabel(piece.text) || /^[-–—+•]/.test(piece.text) || isDrafter(piece.text)
    if (isListed || isAddress(piece.text)) return 'left'
    return label === -1 ||
      piece.paragraph.align === 'centre' ||
      piece.paragraph.align === 'right' ||
      isCapitals(piece.text)
      ? 'right'
      : piece.paragraph.left !== undefined && piece.paragraph.left > halfway
        ? 'right'
        : 'left'
  }

/** mm: an indent that pushes a line into the right half. */
const halfway = 60

const isCapitals = (text: string): boolean => /\p{L}/u.test(text) && text === text.toLocaleUpperCase('vi')

/** Lines in capitals, then perhaps other posts, at last the name. "(Chữ ký, dấu)" is a note, no part. */
const signatureOf = (pieces: readonly Piece[], styled: Styled): (readonly [KnownPart, Piece])[] => {
  const lines = pieces.filter(({ text }) => !/^[([].*[)\]]?$/u.test(text) && !/^[^()]*\)$/u.test(text))
  const last = lines.at(-1)
  const told = lines.some((piece) => styled(piece) === 'signerName')
  const named = told || (last !== undefined && lines.length > 1 && !isPost(last))
  const body = named && !told ? lines.slice(0, -1) : lines
  const capitals = body.findIndex((piece) => !isCapitals(piece.text) && !isAuthority(piece.text))
  return lines.map((piece, index) => {
    const part = styled(piece)
    if (part === 'signerName' || part === 'authority') return [part, piece]
    if (named && !told && index === lines.length - 1) return ['signerName', piece]
    return [capitals === -1 || index < capitals ? 'authority' : 'otherPost', piece]
  })
}

/** A name in capitals may hold the syllable of a post; a post begins with it or with a prefix. */
const isPost = ({ text }: Piece): boolean =>
  /^(tm|kt|tl|tuq|q)\s*[./]/iu.test(text) ||
  /^(phó\s|quyền\s)?(tổng\s)?(giám đốc|chủ tịch|chủ nhiệm|trưởng|phó|chánh|hiệu trưởng|bộ trưởng|thứ trưởng|cục trưởng|viện trưởng|thủ tướng|bí thư|hạt trưởng)(?!\p{L})/iu.test(
    text,
  )
