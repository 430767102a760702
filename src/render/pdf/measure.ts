/** Runs of a line → words with their widths: what pdfmake's TextInlines makes of them, without its stack of styles. */

import { type Alignment, type Inline, type PdfFont, type Piece, type Style, TextBreaker } from './pdfmake.ts'

/** Gives a face of the document, embedded where it is first asked for. */
export type FontOf = (bold: boolean, italics: boolean) => PdfFont

const breaker = new TextBreaker()

/** Words end where a line may. */
export const measure = (
  pieces: readonly Piece[],
  style: Style,
  alignment: Alignment,
  fontOf: FontOf,
): Inline[] =>
  breaker.getBreaks(pieces, null).map((word): Inline => {
    const font = fontOf(word.bold ?? style.bold, word.italics ?? style.italics)
    const { text } = word
    const { fontSize } = style
    const width = plainWidthOf(text, font, fontSize)
    const spaces = spacesAfter(text)
    return {
      text,
      width: width ?? font.widthOfString(text, fontSize),
      x: 0,
      height: font.lineHeight(fontSize) * style.lineHeight,
      font,
      fontSize,
      alignment,
      color: word.color ?? style.color,
      decoration: word.decoration ?? null,
      lineEnd: word.lineEnd === true,
      noNewLine: word.noNewLine === true,
      plain: width !== undefined,
      spaces,
      blank: widthOf(' '.repeat(spaces), font, fontSize),
    }
  })

export const widthOf = (text: string, font: PdfFont, size: number): number =>
  text === '' ? 0 : (plainWidthOf(text, font, size) ?? font.widthOfString(text, size))

const plainWidthOf = (text: string, { font, scale }: PdfFont, size: number): number | undefined => {
  const width = font.plainWidth(text)
  return width === undefined ? undefined : width * scale * (size / 1000)
}

/** How many spaces a text ends with. */
export const spacesAfter = (text: string): number => {
  let count = 0
  while (count < text.length && text.charCodeAt(text.length - 1 - count) === 0x20) count++
  return count
}
