/** Where a sentence starts, and how far it goes. */

/** Before a word: the beginning, an end of a sentence or a colon, then perhaps a dash, a number, quotes or stars. */
const opening = /(?:^|[.?!:…]["”’)*_]*\s|\n)\s*(?:(?:[-+*•]|\d{1,2}[.)]|\p{L}[.)])\s+)?["“‘'(*_[|\s]*$/u

/** Longest run of marks between two sentences that is looked at. */
const reach = 30

/** May the word at `offset` have a capital just because it comes first? In doubt: yes. */
export const opensSentence = (text: string, offset: number): boolean =>
  offset <= reach
    ? opening.test(text.slice(0, offset))
    : opening.test(`x${text.slice(offset - reach, offset)}`)

/** From `offset` to the end of the clause: a semicolon, a line end, or a full stop with a space after it. */
export const restOfClause = (text: string, offset: number): string =>
  /^(?:[^;.\n]|\.(?!\s|$|\/))*/u.exec(text.slice(offset, offset + longestClause))?.[0] ?? ''

const longestClause = 800
