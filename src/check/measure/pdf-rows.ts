/** Letters of a page → rows of text: on one baseline, cut into pieces where wide gaps or drawn edges part them. */

import { bareGap, type Chunk, chunksOf, columnGap, drawsSpaces, isBare, parted } from './pdf-chunks.ts'
import type { Edge, Glyph } from './pdf-ink.ts'
import { type Letter, lookOf, type Piece, pieceFrom, type Row, unstretched } from './pdf-lines.ts'

/** In ems. A gap this wide is a space; words are drawn with 0.25, and stand closer only in very tight lines. */
const spaceGap = 0.13
/** A jump this wide between things drawn at different times parts columns. */
const strangersGap = 0.5
/** Baselines nearer than this share of the size are one row: raised and lowered letters stay in theirs. */
const rowReach = 0.4
/** Reference marks are raised by up to this share of the size. */
const raisedReach = 0.75
const loweredReach = 0.25
const raisedFrom = 0.05
/** A mark has no more letters. */
const longestMark = 6
/** Such marks are set in about two thirds of the size. */
const smallShare = 0.8

export const rowsOf = (page: number, glyphs: readonly Glyph[], edges: readonly Edge[]): Row[] => {
  const rows: Gathered[] = []
  const spaces = drawsSpaces(glyphs)
  // The longest text of a row says where its baseline is.
  for (const chunk of chunksOf(glyphs, edges).sort((a, b) => weight(b) - weight(a))) {
    const off = ({ main }: Gathered): number => Math.abs(main.baseline - chunk.baseline)
    const able = rows.filter((row) => belongs(chunk, row)).sort((a, b) => off(a) - off(b))
    const near = able.find((row) => isMark(chunk, row)) ?? able[0]
    if (near) near.chunks.push(chunk)
    else rows.push({ main: chunk, chunks: [chunk] })
  }
  return rows
    .map(({ main, chunks }) => ({
      baseline: main.baseline,
      pieces: piecesOf(page, chunks, edges, spaces),
    }))
    .filter(({ pieces }) => pieces.length > 0)
    .sort((a, b) => a.baseline - b.baseline)
}

type Gathered = { readonly main: Chunk; readonly chunks: Chunk[] }

/** On the row's baseline or raised from it, and not above or below what is already there. */
const belongs = (chunk: Chunk, { main, chunks }: Gathered): boolean => {
  const off = Math.abs(main.baseline - chunk.baseline)
  const near = off <= rowReach * Math.min(main.size, chunk.size)
  if (!near && !isMark(chunk, { main, chunks })) return false
  const free = off < 1 ? Number.POSITIVE_INFINITY : strangersGap * chunk.size
  return chunks.every(({ left, right }) => Math.min(right, chunk.right) - Math.max(left, chunk.left) < free)
}

/** A few letters, much smaller than the text beside them: raised by most of its height, or lowered by a little. */
const isMark = (chunk: Chunk, { main, chunks }: Gathered): boolean => {
  const up = (main.baseline - chunk.baseline) / main.size
  return (
    chunk.glyphs.length <= longestMark &&
    chunk.size < smallShare * main.size &&
    up < raisedReach &&
    up > -loweredReach &&
    touches(chunk, chunks)
  )
}

const touches = (chunk: Chunk, others: readonly Chunk[]): boolean =>
  others.some(
    ({ left, right, size }) =>
      chunk.left < right + strangersGap * size && left - strangersGap * size < chunk.right,
  )

const weight = (chunk: Chunk): number => (chunk.right - chunk.left) * chunk.size

const piecesOf = (
  page: number,
  chunks: readonly Chunk[],
  edges: readonly Edge[],
  spaces: boolean,
): readonly Piece[] => {
  const groups: Chunk[][] = []
  for (const chunk of [...chunks].sort((a, b) => a.left - b.left)) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    const gap = last ? chunk.left - last.right : 0
    const bare = spaces && isBare(last?.glyphs.at(-1), chunk.glyphs[0])
    const limit = bare ? bareGap : last && chunk.order === last.order + 1 ? columnGap : strangersGap
    if (!group || !last || gap >= limit * chunk.size || parted(last.right, chunk.left, chunk.baseline, edges))
      groups.push([chunk])
    else group.push(chunk)
  }
  const pieces = groups.map((group) => pieceOf(page, group))
  const ruled = pieces.some((piece, index) => {
    const last = pieces[index - 1]
    return last !== undefined && parted(last.right, piece.left, piece.baseline, edges)
  })
  return ruled ? pieces : unstretched(pieces)
}

const pieceOf = (page: number, chunks: readonly Chunk[]): Piece => {
  const main = [...chunks].sort((a, b) => weight(b) - weight(a))[0]
  const letters = spaced(chunks.flatMap((chunk) => chunk.glyphs))
  const piece = pieceFrom(
    page,
    main?.baseline ?? 0,
    letters.map(({ letter }) => letter),
  )
  const isSmall = ({ size }: Glyph): boolean => size < smallShare * piece.size
  const off = ({ baseline, size }: Glyph): boolean => Math.abs(baseline - piece.baseline) > raisedFrom * size
  if (!letters.some(({ glyph }) => isSmall(glyph) && off(glyph))) return piece
  const marked = letters.map(
    ({ letter, glyph }): Letter => (isSmall(glyph) && off(glyph) ? { ...letter, raised: true } : letter),
  )
  return pieceFrom(page, piece.baseline, marked)
}

const spaced = (glyphs: readonly Glyph[]): { readonly letter: Letter; readonly glyph: Glyph }[] => {
  const out: { letter: Letter; glyph: Glyph }[] = []
  for (const glyph of glyphs) {
    const last = out.at(-1)
    const gap = last ? glyph.left - last.letter.right : 0
    if (last && last.letter.text !== ' ' && glyph.text !== ' ' && gap > spaceGap * glyph.size)
      out.push({
        letter: {
          text: ' ',
          size: last.glyph.size,
          left: last.letter.right,
          right: glyph.left,
          ...lookOf(last.letter),
        },
        glyph: last.glyph,
      })
    out.push({
      letter: { text: glyph.text, size: glyph.size, left: glyph.left, right: glyph.right, ...lookOf(glyph) },
      glyph,
    })
  }
  return out
}
