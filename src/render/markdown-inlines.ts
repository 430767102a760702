/** Inlines of a notice into mdast phrasing that Markdown can say: nothing empty, nothing bold inside bold. */

import type { Paragraph, PhrasingContent } from 'mdast'
import type { Inline } from '../notice/notice.ts'

/** One paragraph, or none when there is nothing to say. */
export const paragraphs = (inlines: readonly Inline[]): Paragraph[] => {
  const children = phrasing(inlines)
  return children.length > 0 ? [{ type: 'paragraph', children }] : []
}

/** Căn cứ: in italics all through, so that whoever reads the file back knows them. */
export const slanted = (inlines: readonly Inline[]): Paragraph[] => {
  const children = trimmed(joined(inlines.flatMap((inline) => nodes(inline, ['emphasis']))))
  return children.length > 0 ? [{ type: 'paragraph', children: [{ type: 'emphasis', children }] }] : []
}

export const phrasing = (inlines: readonly Inline[]): PhrasingContent[] =>
  trimmed(joined(inlines.flatMap((inline) => nodes(inline, []))))

/** Without the spaces and breaks at both ends, which print nothing and which Markdown cannot say plainly. */
const trimmed = (nodes: readonly PhrasingContent[]): PhrasingContent[] => {
  const from = nodes.findIndex(speaks)
  const to = nodes.findLastIndex(speaks)
  return nodes.slice(Math.max(from, 0), to + 1).map((node, index): PhrasingContent => {
    if (node.type !== 'text') return node
    const start = index === 0 ? node.value.replace(/^ +/, '') : node.value
    return { type: 'text', value: index === to - from ? start.replace(/ +$/, '') : start }
  })
}

const speaks = (node: PhrasingContent): boolean =>
  node.type === 'text' ? /[^ ]/.test(node.value) : node.type !== 'break'

/** On one line, for titles and table cells, which have no breaks in Markdown. */
export const onOneLine = (inlines: readonly Inline[]): Inline[] =>
  inlines.map((inline): Inline => {
    if (inline.is === 'break') return { is: 'text', value: ' ' }
    return inline.is === 'text' ? inline : { is: inline.is, text: onOneLine(inline.text) }
  })

type Emphasis = 'strong' | 'emphasis'

const nodes = (inline: Inline, around: readonly Emphasis[]): PhrasingContent[] => {
  if (inline.is === 'break') return [{ type: 'break' }]
  if (inline.is === 'text') return inline.value === '' ? [] : [{ type: 'text', value: inline.value }]
  const children = joined(inline.text.flatMap((inner) => nodes(inner, [...around, inline.is as Emphasis])))
  if (children.length === 0 || around.includes(inline.is)) return children
  return [{ type: inline.is, children }]
}

/** Neighbours of one kind as one: "**a****b**" is not what it looks like. */
const joined = (nodes: readonly PhrasingContent[]): PhrasingContent[] => {
  const out: PhrasingContent[] = []
  for (const node of nodes) {
    const last = out.at(-1)
    if (last?.type === 'text' && node.type === 'text')
      out[out.length - 1] = { type: 'text', value: last.value + node.value }
    else if ((last?.type === 'strong' || last?.type === 'emphasis') && last.type === node.type)
      out[out.length - 1] = { type: last.type, children: joined([...last.children, ...node.children]) }
    else out.push(node)
  }
  return out
}
