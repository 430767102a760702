/**
 * Markdown that is paragraphs and nothing else → the tree that the parser would give. Most texts of a record are one
 * sentence, and the parser takes a hundred times as long to find that out.
 */

import type { Paragraph, PhrasingContent, Root } from 'mdast'

/** May open a block, or end a line in a way that means something; and what is no character of a line at all. */
const opens = /^[\s#>+*_=~`|:-]|^\d+[.)]| $|[\p{Cc}\ufeff]/u
const escaped = /\\([!-/:-@[-`{-~])/g
/** Emphasis, a reference, a break. */
const means = /[*_&]|\\\n/

/** What a text of escapes and words says; undefined when something in it is marked. */
const saying = (text: string): string | undefined => {
  if (!text.includes('\\')) return means.test(text) ? undefined : text
  return means.test(text.replace(escaped, '')) ? undefined : text.replace(escaped, '$1')
}

/** Parses a paragraph of lines in which something is marked. */
type Marked = (text: string) => Root

/** Undefined when a line may be more than words. */
export const plainParagraphs = (text: string, marked: Marked): Root | undefined => {
  const children: Paragraph[] = []
  let [offset, line] = [0, 1]
  let from = 0
  let first = 0
  const lines = text.split('\n')
  const close = (end: number): void => {
    if (first === 0) return
    children.push(paragraphOf(text.slice(from, end), first, from, marked))
    first = 0
  }
  for (const words of lines) {
    if (words === '') close(offset - 1)
    else if (opens.test(words)) return undefined
    else if (first === 0) [first, from] = [line, offset]
    offset += words.length + 1
    line += 1
  }
  close(text.length)
  if (children.length === 0) return undefined
  const last = lines.at(-1) ?? ''
  return {
    type: 'root',
    children,
    position: {
      start: { line: 1, column: 1, offset: 0 },
      end: { line: lines.length, column: last.length + 1, offset: text.length },
    },
  }
}

/** The only words of a line; undefined when something in it may be marked. */
export const plainLine = (text: string): PhrasingContent | undefined => {
  if (text === '' || /^\s|\s$|[\p{Cc}\ufeff]/u.test(text)) return undefined
  const value = saying(text)
  if (value === undefined) return undefined
  const end = { line: 1, column: text.length + 1, offset: text.length }
  return { type: 'text', value, position: { start: { line: 1, column: 1, offset: 0 }, end } }
}

const paragraphOf = (text: string, line: number, offset: number, marked: Marked): Paragraph => {
  const value = saying(text)
  if (value === undefined) {
    const [only, ...more] = marked(text).children
    if (only?.type !== 'paragraph' || more.length > 0) throw new Error('a paragraph that is none')
    return moved(only, line - 1, offset)
  }
  const end = text.lastIndexOf('\n') + 1
  const count = text.split('\n').length
  const place = () => ({
    start: { line, column: 1, offset },
    end: { line: line + count - 1, column: text.length - end + 1, offset: offset + text.length },
  })
  return {
    type: 'paragraph',
    children: [{ type: 'text', value, position: place() }],
    position: place(),
  }
}

/** The paragraph begins a line, so columns stay. */
const moved = <N extends Paragraph | PhrasingContent>(node: N, lines: number, offsets: number): N => {
  const at = (place: { line: number; column: number; offset?: number | undefined }) => ({
    line: place.line + lines,
    column: place.column,
    offset: (place.offset ?? 0) + offsets,
  })
  return {
    ...node,
    ...('children' in node ? { children: node.children.map((child) => moved(child, lines, offsets)) } : {}),
    ...(node.position && { position: { start: at(node.position.start), end: at(node.position.end) } }),
  }
}
