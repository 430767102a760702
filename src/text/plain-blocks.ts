/**
 * Markdown as clerks write it → the tree that the parser would give, in a twentieth of its time: paragraphs, headings,
 * lists whose lines stand exactly below the words of their item, tables between pipes. Whatever else a text holds is
 * left to the parser, and so is every text of which this is not certain.
 */

import type { BlockContent, Heading, List, ListItem, Paragraph, PhrasingContent, Root, Table } from 'mdast'
import { type Line, linesOf, placeOn, type Shape, span } from './plain-lines.ts'
import { type Place, plainInlines } from './plain-paragraphs.ts'
import { plainTable } from './plain-table.ts'

/** Parses a paragraph in which something is marked that we leave to the parser. */
type Marked = (text: string) => Root

type Reader = {
  readonly lines: readonly Line[]
  readonly marked: Marked
  /** The line to be read next. */
  at: number
}

/** Lists further in are left to the parser, which knows how deep it can go. */
const deepest = 100

/** Undefined when something in it may be more than it seems. */
export const plainBlocks = (text: string, marked: Marked): Root | undefined => {
  const lines = linesOf(text)
  const last = lines?.at(-1)
  const blocks = lines && blocksAt({ lines, marked, at: 0 }, 0, [])
  if (!last || !blocks || blocks.children.length === 0) return undefined
  const end = { line: last.number, column: text.length - last.offset + 1, offset: text.length }
  return {
    type: 'root',
    children: blocks.children,
    position: { start: { line: 1, column: 1, offset: 0 }, end },
  }
}

/** What stands at a column, up to a line that stands further out; `children` stand there already. */
const blocksAt = (
  reader: Reader,
  column: number,
  children: BlockContent[],
): { children: BlockContent[]; spread: boolean } | undefined => {
  let spread = false
  if (column > deepest) return undefined
  for (let line = nextOf(reader); line && line.indent >= column; line = nextOf(reader)) {
    const before = shapeBefore(reader)
    const block = line.indent === column ? blockAt(reader, line, before) : undefined
    if (!block) return undefined
    spread ||= before === 'blank' && children.length > 0
    children.push(block)
  }
  return { children, spread }
}

/** Behind blank lines. */
const nextOf = (reader: Reader): Line | undefined => {
  while (reader.lines[reader.at]?.shape === 'blank') reader.at += 1
  return reader.lines[reader.at]
}

const shapeBefore = ({ lines, at }: Reader): Shape => lines[at - 1]?.shape ?? 'blank'

/** A line right below a paragraph may go on with it, also from further out; a dash or "#" never does. */
const blockAt = (reader: Reader, line: Line, before: Shape): BlockContent | undefined => {
  if (line.shape === 'dash') return listAt(reader, line)
  if (line.shape === 'heading') return line.indent === 0 ? headingAt(reader, line) : undefined
  if (before !== 'blank' && before !== 'heading') return undefined
  if (line.shape === 'number') return listAt(reader, line)
  return line.shape === 'row' ? tableAt(reader) : paragraphAt(reader, line, line.indent)
}

const headingAt = (reader: Reader, line: Line): Heading | undefined => {
  reader.at += 1
  const { mark, words } = line
  const place = placeOn(line)
  const children = inlinesOf(words, (index) => place(mark.length + index), reader)
  return (
    children && {
      type: 'heading',
      depth: (mark.length - 1) as Heading['depth'],
      children,
      position: { start: place(0), end: place(mark.length + words.length) },
    }
  )
}

/** The words of this line and of those right below them. */
const paragraphAt = (reader: Reader, first: Line, column: number): Paragraph | undefined => {
  const from = reader.at
  const goesOn = (line: Line | undefined): boolean => line?.shape === 'words' && line.indent === column
  do reader.at += 1
  while (goesOn(reader.lines[reader.at]))
  const lines = reader.lines.slice(from, reader.at)
  const words = lines.map((line) => line.words).join('\n')
  const place: Place = (index) => {
    let rest = index
    let on = first
    for (on of lines) {
      if (rest <= on.words.length) break
      rest -= on.words.length + 1
    }
    return placeOn(on)(column + rest)
  }
  // Inside a list the parser lets what ends with a line end at the margin, not where the next words start.
  const indented = column > 0 && lines.length > 1
  if (indented && words.includes('\n*')) return undefined
  const children = indented ? plainInlines(words, place) : inlinesOf(words, place, reader)
  return children && { type: 'paragraph', children, position: { start: place(0), end: place(words.length) } }
}

const inlinesOf = (words: string, place: Place, { marked }: Reader): PhrasingContent[] | undefined => {
  const plain = plainInlines(words, place)
  if (plain) return plain
  const [only, ...more] = marked(words).children
  return only?.type === 'paragraph' && more.length === 0 ? moved(only.children, place) : undefined
}

const moved = (nodes: readonly PhrasingContent[], place: Place): PhrasingContent[] =>
  nodes.map((node) => ({
    ...node,
    ...('children' in node ? { children: moved(node.children, place) } : {}),
    ...(node.position && {
      position: { start: place(node.position.start.offset ?? 0), end: place(node.position.end.offset ?? 0) },
    }),
  }))

/** Items of one shape at one column. */
const listAt = (reader: Reader, first: Line): List | undefined => {
  const children: ListItem[] = []
  let spread = false
  const goesOn = (line: Line | undefined): line is Line =>
    line?.shape === first.shape && line.indent === first.indent
  for (let line: Line | undefined = first; goesOn(line); line = nextOf(reader)) {
    spread ||= children.length > 0 && shapeBefore(reader) === 'blank'
    const item = itemAt(reader, line)
    if (!item) return undefined
    children.push(item)
  }
  const ordered = first.shape === 'number'
  const start = ordered ? Number.parseInt(first.mark, 10) : null
  return { type: 'list', ordered, start, spread, children, position: span(children) }
}

const itemAt = (reader: Reader, line: Line): ListItem | undefined => {
  const column = line.indent + line.mark.length
  const opening = paragraphAt(reader, line, column)
  const blocks = opening && blocksAt(reader, column, [opening])
  if (!blocks) return undefined
  const { children, spread } = blocks
  const position = { start: placeOn(line)(line.indent), end: span(children).end }
  return { type: 'listItem', spread, checked: null, children, position }
}

const tableAt = (reader: Reader): Table | undefined => {
  const from = reader.at
  while (reader.lines[reader.at]?.shape === 'row') reader.at += 1
  const ends = (reader.lines[reader.at]?.shape ?? 'blank') === 'blank'
  return ends ? plainTable(reader.lines.slice(from, reader.at)) : undefined
}
