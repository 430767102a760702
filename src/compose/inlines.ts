/** mdast phrasing into inlines of a notice: text merged, line ends of the source turned into spaces. */

import type { PhrasingContent } from 'mdast'
import type { Inline } from '../notice/notice.ts'

/** Kinds that our Markdown does not have (links, code …) never come out of the parser; one that does is our fault. */
export const inlinesOf = (nodes: readonly PhrasingContent[]): Inline[] => merged(nodes.map(inlineOf))

const inlineOf = (node: PhrasingContent): Inline => {
  switch (node.type) {
    case 'text':
      return { is: 'text', value: node.value.replace(/\r\n?|\n/g, ' ') }
    case 'strong':
      return { is: 'strong', text: inlinesOf(node.children) }
    case 'emphasis':
      return { is: 'emphasis', text: inlinesOf(node.children) }
    case 'break':
      return { is: 'break' }
    default:
      throw new Error(`inline of a kind that the parser should not give: ${node.type}`)
  }
}

/** Neighbouring texts as one; none is empty. */
export const merged = (inlines: readonly Inline[]): Inline[] => {
  const out: Inline[] = []
  for (const inline of inlines) {
    const last = out.at(-1)
    if (inline.is !== 'text') out.push(inline)
    else if (last?.is === 'text') out[out.length - 1] = { is: 'text', value: last.value + inline.value }
    else if (inline.value !== '') out.push(inline)
  }
  return out
}
