/** Text for a terminal or a fixed-width table: how many cells it takes, and nothing in it that could drive the terminal. */

/** Letters that take two cells: East Asian wide and fullwidth forms, and emoji. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u

/** Cells of one code point: 0 for a mark that stands on the letter before it. */
export const cellsOf = (character: string): 0 | 1 | 2 =>
  /[\p{Mn}\p{Me}]/u.test(character) ? 0 : wide.test(character) ? 2 : 1

/** Cells of a text on one line. */
export const widthOf = (text: string): number => {
  let cells = 0
  for (const character of text) cells += cellsOf(character)
  return cells
}

/** The control pictures for C0 and DEL; a code in angle brackets for whatever else hides, reorders or breaks lines. */
export const safe = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x20) return String.fromCodePoint(0x2400 + code)
    if (code === 0x7f) return '\u2421'
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
  })

/** A few words of the author's, fit to stand between quotes in a message: one line, short, without hidden characters. */
export const shown = (text: string, most = 40): string => {
  const letters = [...text.replace(/[\p{C}\s]+/gu, ' ').trim()]
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : letters.join('')
}
