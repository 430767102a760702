/** Nodes of a Markdown body → their source text, without the indentation of the lists around them. */

import type { ListItem, Nodes } from 'mdast'

/** From one offset to another, end excluded. */
export type Span = readonly [from: number, to: number]

export const spanOf = (node: Nodes): Span => [
  node.position?.start.offset ?? 0,
  node.position?.end.offset ?? 0,
]

/** Source text of a span without the comments in it; lines after the first lose `indent` columns. */
export const sourceText = (
  body: string,
  [from, to]: Span,
  comments: readonly Span[],
  indent: number,
): string => {
  let text = ''
  let at = from
  for (const [start, end] of comments) {
    if (start >= to || end <= from) continue
    // A comment takes the spaces before it along, unless they stand between two words.
    const before = body.slice(at, Math.max(at, start))
    text += /^(\s|$)/.test(body.slice(end, to)) ? before.replace(/[ \t]+$/, '') : before
    at = Math.min(end, to)
  }
  return (text + body.slice(at, to))
    .split('\n')
    .map((line, index) => (index === 0 ? line : unindent(line, indent)))
    .join('\n')
    .trim()
}

/**
 * A line that has less than `indent` columns goes on with a paragraph by laziness; it keeps what it has, or four
 * spaces before a dash would turn from nothing into a list.
 */
const unindent = (line: string, indent: number): string => {
  const blank = /^[ \t]*/.exec(line)?.[0] ?? ''
  const columns = widthOf(blank)
  return columns < indent ? line : ' '.repeat(columns - indent) + line.slice(blank.length)
}

/** Columns of a text in which a tab goes on to the next multiple of four, as in Markdown. */
const widthOf = (text: string): number => {
  let width = 0
  for (const character of text) width = character === '\t' ? width + 4 - (width % 4) : width + 1
  return width
}

/** The column (from 0) at which a node starts. */
export const indentOf = (body: string, [from]: Span): number =>
  widthOf(body.slice(body.lastIndexOf('\n', from - 1) + 1, from))

/** The column at which the content of a list item starts: after the marker and its 1 to 4 spaces. */
export const contentIndent = (body: string, item: ListItem): number => {
  const [from, to] = spanOf(item)
  const lineStart = body.lastIndexOf('\n', from - 1) + 1
  const [, marker = '', spaces = '', rest = ''] = /^(\S+)([ \t]*)(.*)/.exec(body.slice(from, to)) ?? []
  const afterMarker = widthOf(body.slice(lineStart, from) + marker)
  const afterSpaces = widthOf(body.slice(lineStart, from) + marker + spaces)
  return rest === '' || afterSpaces - afterMarker > 4 ? afterMarker + 1 : afterSpaces
}
