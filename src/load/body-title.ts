/** The title of a numbered item: a bold line of its own above further items, as clerks write it in Word. */

import type { ListItem } from 'mdast'
import { type Span, spanOf } from './body-text.ts'

/** From the first to the last of the title's words, without the marks of bold; undefined: the item has no title. */
export const titleSpan = ({ children }: ListItem): Span | undefined => {
  const [first, next] = children
  if (first?.type !== 'paragraph' || next?.type !== 'list') return undefined
  const [bold, ...others] = first.children
  if (bold?.type !== 'strong' || others.length > 0) return undefined
  const [from, to] = [bold.children[0], bold.children.at(-1)]
  return from && to && [spanOf(from)[0], spanOf(to)[1]]
}
