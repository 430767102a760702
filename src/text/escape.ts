/** A string into Markdown that says that string and nothing else, wherever in a line it is put. */

/**
 * Markdown of `value`, a single line. Every ASCII punctuation mark may be escaped in CommonMark, so all are: then no
 * neighbour in the template can make a list, a table or emphasis of them.
 */
export const escapeMarkdown = (value: string): string =>
  value
    .replace(/[!-/:-@[-`{-~]/g, '\\$&')
    // Space at an end of a line or cell is dropped, and next to "**" it would undo the emphasis.
    .replace(/^\s+|\s+$/gu, (space) => [...space].map(reference).join(''))
    // "{{year}}. …" at the start of a line must not count as a numbered list.
    .replace(/^\d(?=\d*$)/, reference)

const reference = (character: string): string => `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`
