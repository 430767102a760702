/** Runs of a line → words with their widths: what pdfmake's TextInlines makes of them, without its stack of styles. */

import {
  type Alignment,
  type PdfFont,
  type PdfInline,
  type Piece,
  type Style,
  TextBreaker,
} from './pdfmake.ts'

/** Gives a face of the document, embedded where it is first asked for. */
export type FontOf = (bold: boolean, italics: boolean) => PdfFont

/** How the words of a run are set. */
type Manner = {
  readonly font: PdfFont
  readonly fontSize: number
  readonly height: number
  readonly alignment: Alignment
  readonly color: string
  readonly decoration: Piece['decoration'] | null
  /** Width of a space. */
  readonly space: number
}

/** A word, or the part of a word that one run holds, with the spaces after it. Of a thousand each has little of its own. */
export class Inline implements PdfInline {
  readonly #manner: Manner
  readonly text: string
  readonly width: number
  /** Settled when the line is set. */
  x = 0
  /** How many spaces it ends with. */
  readonly spaces: number
  /** Each letter is one glyph of its own width. */
  readonly plain: boolean
  /** A line feed follows. */
  readonly lineEnd: boolean
  /** The next inline belongs to the same word. */
  readonly noNewLine: boolean

  constructor(manner: Manner, text: string, lineEnd: boolean, noNewLine: boolean) {
    const width = plainWidthOf(text, manner.font, manner.fontSize)
    this.#manner = manner
    this.text = text
    this.width = width ?? manner.font.widthOfString(text, manner.fontSize)
    this.spaces = spacesAfter(text)
    this.plain = width !== undefined
    this.lineEnd = lineEnd
    this.noNewLine = noNewLine
  }

  get font(): PdfFont {
    return this.#manner.font
  }
  get fontSize(): number {
    return this.#manner.fontSize
  }
  get height(): number {
    return this.#manner.height
  }
  get alignment(): Alignment {
    return this.#manner.alignment
  }
  get color(): string {
    return this.#manner.color
  }
  get decoration(): Piece['decoration'] | null {
    return this.#manner.decoration
  }

  /** Width of the spaces that it ends with. */
  get blank(): number {
    const { font, fontSize, space } = this.#manner
    return this.spaces === 1 ? space : widthOf(' '.repeat(this.spaces), font, fontSize)
  }

  /** Some of its letters, by themselves. */
  part(text: string): Inline {
    return new Inline(this.#manner, text, this.lineEnd, this.noNewLine)
  }
}

const breaker = new TextBreaker()

/** Words end where a line may. */
export const measure = (
  pieces: readonly Piece[],
  style: Style,
  alignment: Alignment,
  fontOf: FontOf,
): Inline[] => {
  const inlines: Inline[] = []
  let manner: Manner | undefined
  let run: Piece | undefined
  for (const word of breaker.getBreaks(pieces, null)) {
    if (!manner || !run || !alike(word, run)) manner = mannerOf(word, style, alignment, fontOf)
    run = word
    inlines.push(new Inline(manner, word.text, word.lineEnd === true, word.noNewLine === true))
  }
  return inlines
}

const alike = (one: Piece, other: Piece): boolean =>
  one.bold === other.bold &&
  one.italics === other.italics &&
  one.color === other.color &&
  one.decoration === other.decoration

const mannerOf = (piece: Piece, style: Style, alignment: Alignment, fontOf: FontOf): Manner => {
  const { fontSize } = style
  const font = fontOf(piece.bold ?? style.bold, piece.italics ?? style.italics)
  return {
    font,
    fontSize,
    height: font.lineHeight(fontSize) * style.lineHeight,
    alignment,
    color: piece.color ?? style.color,
    decoration: piece.decoration ?? null,
    space: widthOf(' ', font, fontSize),
  }
}

export const widthOf = (text: string, font: PdfFont, size: number): number =>
  text === '' ? 0 : (plainWidthOf(text, font, size) ?? font.widthOfString(text, size))

const plainWidthOf = (text: string, { font, scale }: PdfFont, size: number): number | undefined => {
  const width = font.plainWidth(text)
  return width === undefined ? undefined : width * scale * (size / 1000)
}

/** How many spaces a text ends with. */
const spacesAfter = (text: string): number => {
  let count = 0
  while (count < text.length && text.charCodeAt(text.length - 1 - count) === 0x20) count++
  return count
}
