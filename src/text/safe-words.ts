/** Words that Markdown takes as they are: the library asks eighty patterns of each text, most of which can never match. */

/** May mean something wherever it stands. */
const means = /[\p{Cc}!#&*<[\\\]_`|~]/u
/** May mean something where a line begins; "(" also behind "]". */
const opens = /^(?:[ (+:=>-]|\d+[.)])/

/** What the library is told of the letters beside a text. */
type Beside = { readonly before: string; readonly after: string }

/** No letter of `words` would be escaped, whatever they stand in. False where that is not certain. */
export const areSafe = (words: string, { before, after }: Beside): boolean =>
  !means.test(words) &&
  !(/[\r\n\]]$/.test(before) && opens.test(words)) &&
  !(/^[\r\n]/.test(after) && words.endsWith(' '))
