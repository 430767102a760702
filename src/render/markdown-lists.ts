/** Markdown lists that count as the notice does: neighbours are joined, a number out of step stands as text. */

import type { BlockContent, List, ListItem } from 'mdast'

export type Flow = BlockContent

/**
 * A numbered list with a start, else a dash list. Clauses stand apart by an empty line, and so do dash lines when one
 * of them holds more than lines.
 */
export const listOf = (entries: readonly (readonly Flow[])[], start?: number): List => {
  const spread = start !== undefined || !entries.every(isShort)
  const children = entries.map((entry): ListItem => ({ type: 'listItem', spread, children: [...entry] }))
  return { type: 'list', ordered: start !== undefined, start: start ?? null, spread, children }
}

const isShort = ([first, second, ...rest]: readonly Flow[]): boolean =>
  first?.type === 'paragraph' &&
  (second === undefined || (second.type === 'list' && !second.spread)) &&
  rest.length === 0

/** Neighbouring lists of one kind would run into each other in Markdown: joined where they count on. */
export const joined = (flow: readonly Flow[]): Flow[] => {
  const out: Flow[] = []
  for (const node of flow) {
    const last = out.at(-1)
    if (node.type !== 'list' || last?.type !== 'list' || last.ordered !== node.ordered) out.push(node)
    else if (!node.ordered || next(last) === node.start) append(last, node)
    else out.push(...asText(node))
  }
  return out
}

const next = (list: List): number => (list.start ?? 1) + list.children.length

/** Changes `list`, which nobody else holds yet. */
const append = (list: List, more: List): void => {
  list.children.push(...more.children)
  list.spread = Boolean(list.spread || more.spread)
  for (const child of list.children) child.spread = list.spread
}

const asText = (list: List): Flow[] =>
  list.children.flatMap((entry, index): Flow[] => {
    const [first, ...rest] = entry.children as Flow[]
    const label = `${(list.start ?? 1) + index}.`
    if (first?.type !== 'paragraph')
      return [
        { type: 'paragraph', children: [{ type: 'text', value: label }] },
        ...(first ? [first] : []),
        ...rest,
      ]
    return [
      { type: 'paragraph', children: [{ type: 'text', value: `${label} ` }, ...first.children] },
      ...rest,
    ]
  })
