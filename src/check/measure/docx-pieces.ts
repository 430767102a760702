/** Text in one look → runs of one face each, and runs of the same look joined again. */

import { upper } from '../../text/names.ts'
import type { RunProperties } from './docx-properties.ts'
import { facesOf, type Styles, unsaid } from './docx-styles.ts'
import type { MeasuredRun } from './measured.ts'

export type Piece = MeasuredRun & {
  /** The number of the page. */
  readonly isPageNumber?: true
}

/** The same text, cut where its letters come from another face. */
export const piecesOf = (text: string, look: RunProperties, styles: Styles): Piece[] => {
  const faces = facesOf(styles, look)
  const shown = look.caps ? upper(text) : text
  const style = {
    size: look.size ?? unsaid.size,
    bold: look.bold === true,
    italic: look.italic === true,
    ...(look.underline && { underline: true }),
    ...(look.raised && { raised: true as const }),
    ...(look.colour !== undefined && look.colour !== 'auto' && { colour: look.colour }),
  }
  if (shown === '') return []
  if (faces.ascii === faces.other) return [{ text: shown, face: faces.ascii, ...style }]
  return (shown.match(/[\0-\u007f]+|[^\0-\u007f]+/g) ?? []).map((part) => ({
    text: part,
    face: part.charCodeAt(0) < 0x80 ? faces.ascii : faces.other,
    ...style,
  }))
}

/** Neighbours that look the same, joined. */
export const joined = (pieces: readonly Piece[]): Piece[] => {
  const out: Piece[] = []
  for (const piece of pieces) {
    const last = out.at(-1)
    if (last && sameLook(last, piece)) out[out.length - 1] = { ...last, text: last.text + piece.text }
    else out.push(piece)
  }
  return out
}

const sameLook = (a: Piece, b: Piece): boolean => {
  const look = ({ text: _, ...rest }: Piece): string => JSON.stringify(Object.entries(rest).sort())
  return look(a) === look(b)
}
