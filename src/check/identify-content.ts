/** The lines between title and foot → what each of them is in ô 6: grounds, sections, clauses, points, running text. */

import type { KnownPart } from './identified-parts.ts'
import type { ContentPiece } from './identify.ts'
import { isAddressee, isBasis } from './identify-words.ts'
import type { Piece } from './pieces.ts'

type Styled = (piece: Piece) => KnownPart | undefined

export const readContent = (
  pieces: readonly Piece[],
  styled: Styled,
): { readonly pieces: readonly ContentPiece[]; readonly parts: ReadonlyMap<KnownPart, readonly Piece[]> } => {
  const running = pieces.filter(({ paragraph }) => paragraph.cell === undefined)
  const cells = pieces.filter(({ paragraph }) => paragraph.cell?.bordered === true)
  const opening = addresseesIn(running)
  const grounds = groundsIn(running, opening, styled)
  const boldTitles = running.some((piece) => clauseLabel.test(piece.text) && isBoldTitle(piece))
  const content = running.map((piece, index): ContentPiece => {
    if (index < opening) return { ...piece, part: 'addressee' }
    if (grounds.has(piece)) return { ...piece, part: 'basis' }
    return { ...piece, part: partOf(piece, boldTitles ? running[index + 1] : undefined, styled) }
  })
  const parts = new Map<KnownPart, Piece[]>()
  for (const piece of content)
    if (piece.part === 'addressee') parts.set('addressee', [...(parts.get('addressee') ?? []), piece])
  if (cells.length > 0) parts.set('tableCell', cells)
  return { pieces: content.filter(({ part }) => part !== 'addressee'), parts }
}

/** "Kính gửi: …" at the start and the list below it. */
const addresseesIn = (pieces: readonly Piece[]): number => {
  const [first] = pieces
  if (!first || !isAddressee(first.text)) return 0
  let end = 1
  while (/^[-–—]\s/u.test(pieces[end]?.text ?? '') || pieces[end]?.paragraph === first.paragraph) end += 1
  return end
}

/** Consecutive lines at the start that begin with "Căn cứ …"; one alone is grounds only when it is set as such. */
const groundsIn = (pieces: readonly Piece[], from: number, styled: Styled): ReadonlySet<Piece> => {
  const found = new Set<Piece>()
  for (const piece of pieces.slice(from)) {
    const part = styled(piece)
    const isGround =
      part === 'basis' ||
      (part !== 'paragraph' && (isBasis(piece.text) || (isItalic(piece) && piece.text.endsWith(';'))))
    if (isGround) found.add(piece)
    // A last sentence set like them closes the grounds: "Chính phủ ban hành Nghị định …".
    else if (found.size > 0 && isItalic(piece) && piece.text.length < longestTitle) {
      found.add(piece)
      break
    }
    // Who decides stands between the title and the grounds of a decision.
    else if (found.size > 0 || piece.paragraph.align !== 'centre') break
  }
  const [only] = found
  if (found.size !== 1 || !only || styled(only) === 'basis') return found
  const italic = only.runs.some((run) => run.italic && /\p{L}/u.test(run.text))
  return italic || /;$/.test(only.text) ? found : new Set()
}

/** Not a lone C, D, L or M: those count A, B, C … */
export const sectionLabel = /^((?:I{1,3}|IV|VI{0,3}|IX|X{1,3}(?:I{1,3}|IV|VI{0,3}|IX)?))\s*([./)-])\s*\S/u
export const clauseLabel = /^(\d{1,2})\s*([./)-])\s*(?!\d)\S/u
export const pointLabel = /^(aa|bb|cc|dd|[a-zđăâêôơư])\s*([.)/])\s*\S/u
const itemLabel = /^[-–—+•]\s*\S/u

const partOf = (piece: Piece, next: Piece | undefined, styled: Styled): KnownPart => {
  const { text, paragraph } = piece
  const part = styled(piece)
  if (/^(phần|chương|mục|tiểu mục)\s+([ivxlc]+|\d+|thứ\s+\p{L}+)\s*[.:]?$/iu.test(text)) return 'heading'
  if (/^điều\s+[\d.…]+/iu.test(text)) return 'article'
  if (paragraph.align === 'centre' && isTitle(text)) return 'plain'
  if (/^\*\s?\S/u.test(text)) return isTitle(text) ? 'clauseTitle' : 'paragraph'
  if (sectionLabel.test(text))
    return part === 'section' || (isTitle(text) && (isBold(piece) || !text.endsWith(':')))
      ? 'section'
      : 'paragraph'
  if (clauseLabel.test(text))
    return part === 'clauseTitle' || isClauseTitle(piece, next) ? 'clauseTitle' : 'clause'
  if (pointLabel.test(text)) return 'point'
  if (itemLabel.test(text)) return 'item'
  if (part === 'clauseTitle' || part === 'section') return part
  return isBoldTitle(piece) ? 'clauseTitle' : 'paragraph'
}

const longestTitle = 160
/** Short, and not a sentence. */
export const isTitle = (text: string): boolean =>
  text.length <= longestTitle && !/[.;,!?…]$|\.\/\.?$/u.test(text)

/** Bold; or like the bold ones of this document in all but weight: "1. Hoàn thành học bạ số" before "a) …" (`next`). */
const isClauseTitle = (piece: Piece, next: Piece | undefined): boolean =>
  isTitle(piece.text) &&
  !piece.text.endsWith(':') &&
  piece.text.length <= shortTitle &&
  (isBold(piece) || (next !== undefined && pointLabel.test(next.text)))
const shortTitle = 120

const isBoldTitle = (piece: Piece): boolean => isTitle(piece.text) && isBold(piece)

const isItalic = ({ runs }: Piece): boolean => {
  const letters = runs.filter(({ raised, text }) => !raised && /\p{L}/u.test(text))
  return letters.length > 0 && letters.every((run) => run.italic === true)
}

const isBold = ({ runs }: Piece): boolean => {
  const letters = runs.filter(({ raised, text }) => !raised && /\p{L}/u.test(text))
  return letters.length > 0 && letters.every((run) => run.bold === true)
}
