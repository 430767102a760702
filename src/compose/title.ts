/** The heading of a division: how it is marked, and its title without the mark. */

import type { Heading } from 'mdast'
import type { Division, Inline } from '../notice/notice.ts'
import { inlinesOf, merged } from './inlines.ts'
import { type Scope, source } from './scope.ts'

export const titleOf = (node: Heading, scope: Scope): { mark: Division['mark']; title: Inline[] } => {
  const title = inlinesOf(node.children)
  const [first, last] = [title[0], title.at(-1)]
  if (first?.is === 'text' && first.value.startsWith('* '))
    return { mark: 'star', title: merged([text(first.value.slice(2).trimStart()), ...title.slice(1)]) }
  // Looked up in the source, where a filled-in value that happens to end like this is escaped.
  if (last?.is === 'text' && source(node, scope).endsWith('{-}'))
    return { mark: 'none', title: merged([...title.slice(0, -1), text(last.value.slice(0, -3).trimEnd())]) }
  return { mark: 'number', title }
}

const text = (value: string): Inline => ({ is: 'text', value })
