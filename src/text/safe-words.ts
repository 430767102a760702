/** Words that Markdown takes as they are: the library asks eighty patterns of each text, of which most can never match. */

import type { PhrasingContent } from 'mdast'
import { opensBold } from './plain-paragraphs.ts'

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

/** Words, bold and breaks as the library would write them; undefined where that is not certain. */
export const safeParagraph = (
  nodes: readonly PhrasingContent[],
  { before, after }: Beside,
): string | undefined => {
  let said = ''
  for (const [index, node] of nodes.entries()) {
    const beside = { before: said.at(-1) ?? before, after: opening(nodes[index + 1], after) }
    const words = wordsOf(node, beside)
    if (words === undefined) return undefined
    said += words
  }
  return said
}

/** What the words after a node begin with. */
const opening = (next: PhrasingContent | undefined, after: string): string => {
  if (!next) return after
  if (next.type === 'text') return next.value
  return next.type === 'break' ? '\\' : '*'
}

const wordsOf = (node: PhrasingContent, beside: Beside): string | undefined => {
  if (node.type === 'break') return '\\\n'
  if (node.type === 'text') return node.value !== '' && areSafe(node.value, beside) ? node.value : undefined
  const [only, ...more] = node.type === 'strong' ? node.children : []
  if (only?.type !== 'text' || more.length > 0 || !areSafe(only.value, inBold)) return undefined
  const { value } = only
  const next = beside.after[0]
  // Bold beside bold would run into it.
  const stands = next !== '*' && opensBold(beside.before.at(-1), value[0]) && opensBold(next, value.at(-1))
  return stands ? `**${value}**` : undefined
}

const inBold: Beside = { before: '**', after: '**' }
