/** Words, escapes and bold of a paragraph → the nodes that the parser would give, where that is certain. */

import type { PhrasingContent, Text } from 'mdast'

type Point = { line: number; column: number; offset: number }

/** Where in the source the letter at an offset of some words stands. */
export type Place = (offset: number) => Point

const escaped = /\\[!-/:-@[-`{-~]/g

/** Undefined where something may be marked in another way. No line begins or ends with a space. */
export const plainInlines = (words: string, place: Place): PhrasingContent[] | undefined => {
  if (!/[*_&\\]/.test(words)) return [textNode(words, 0, words.length, place)]
  // Commas stand for escapes: as long, punctuation too, and without a meaning.
  const bare = words.replace(escaped, ',,')
  if (/[_&]|\\\n/.test(bare)) return undefined
  const nodes: PhrasingContent[] = []
  let from = 0
  let bold = false
  for (const { index, 0: stars } of bare.matchAll(/\*+/g)) {
    const to = index + 2
    const [before, after] = [bare[index - 1], bare[to]]
    if (stars !== '**' || !(bold ? opensBold(after, before) : opensBold(before, after))) return undefined
    if (bold) {
      const position = { start: place(from - 2), end: place(to) }
      nodes.push({ type: 'strong', children: [textNode(words, from, index, place)], position })
    } else if (index > from) nodes.push(textNode(words, from, index, place))
    bold = !bold
    from = to
  }
  if (bold) return undefined
  if (from < words.length) nodes.push(textNode(words, from, words.length, place))
  return nodes
}

/** The nodes of one line; undefined when something in it may be marked. */
export const plainLine = (text: string): PhrasingContent[] | undefined =>
  text === '' || /^\s|\s$|[\p{Cc}\ufeff]/u.test(text)
    ? undefined
    : plainInlines(text, (offset) => ({ line: 1, column: offset + 1, offset }))

const textNode = (words: string, from: number, to: number, place: Place): Text => ({
  type: 'text',
  value: words.slice(from, to).replace(escaped, (mark) => mark.slice(1)),
  position: { start: place(from), end: place(to) },
})

/**
 * Two stars between these can open bold and can do nothing else; the other way round, close it. Nothing is as good as
 * a space.
 */
export const opensBold = (outside: string | undefined, inside: string | undefined): boolean => {
  const kind = kindOf(inside)
  return kind === 'letter' ? kindOf(outside) !== 'letter' : kind === 'mark' && kindOf(outside) === 'space'
}

const kindOf = (character = ' '): 'space' | 'mark' | 'letter' =>
  /\s/.test(character) ? 'space' : /[\p{P}\p{S}]/u.test(character) ? 'mark' : 'letter'
