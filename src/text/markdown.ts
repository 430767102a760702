/**
 * Markdown text into mdast and back. The only door to unified.
 * Our Markdown: paragraphs, headings, lists, pipe tables, strong, emphasis, breaks. What is left out (links, images,
 * HTML, inline code, indented code, underlined headings) is ordinary text, so that "<b>" or "[x](y)" prints as itself.
 */

import type { PhrasingContent, Root } from 'mdast'
import { gfmTableFromMarkdown, gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import remarkParse from 'remark-parse'
import remarkStringify, { type Options } from 'remark-stringify'
import { unified } from 'unified'
import { plainBlocks } from './plain-blocks.ts'
import { plainLine } from './plain-paragraphs.ts'
import { areSafe, safeParagraph } from './safe-words.ts'

/** Names of micromark's constructs. */
const leftOut = [
  'autolink',
  'codeIndented',
  'codeText',
  'definition',
  'htmlFlow',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
  'setextUnderline',
]
const flow = ['blockQuote', 'codeFenced', 'headingAtx', 'list', 'thematicBreak']

type Handlers = NonNullable<Options['handlers']>
type Handler<Type extends keyof Handlers> = NonNullable<Handlers[Type]>

/**
 * Bullets of a list inside a dash list are "+", as notices print them. A list right after one of its kind would run
 * into it, so it takes another marker.
 */
const list: Handler<'list'> = (node, _parent, state, info) => {
  const around = state.bulletCurrent
  const usual = node.ordered ? '.' : around === undefined || around === '.' || around === ')' ? '-' : '+'
  const other = node.ordered ? ')' : '*'
  const marker = state.bulletLastUsed === usual ? other : usual
  const exit = state.enter('list')
  state.bulletCurrent = marker
  // Lists inside are nobody's neighbours yet.
  state.bulletLastUsed = undefined
  const text = state.containerFlow(node, info)
  state.bulletLastUsed = marker
  state.bulletCurrent = around
  exit()
  return text
}

/**
 * A "_" inside a word needs no backslash, unless the letter beside it becomes a character reference. The library sees
 * that coming for letters of one UTF-16 unit only; beside the others (emoji) every "_" gets its backslash here.
 */
const escaped: Handler<'text'> = (node, _parent, state, info) =>
  state
    .safe(node.value, info)
    .replace(/(?<=[\uD800-\uDFFF]_*)_|_(?=_*[\uD800-\uDFFF])/g, (mark, at: number, all: string) =>
      all[at - 1] === '\\' ? mark : `\\${mark}`,
    )

const text: Handler<'text'> = (node, parent, state, info) =>
  areSafe(node.value, info) ? node.value : escaped(node, parent, state, info)

const paragraph: Handler<'paragraph'> = (node, _parent, state, info) => {
  const safe = safeParagraph(node.children, info)
  if (safe !== undefined) return safe
  const leave = state.enter('paragraph')
  const leavePhrasing = state.enter('phrasing')
  const words = state.containerPhrasing(node, info)
  leavePhrasing()
  leave()
  return words
}

const processorWith = (handlers: Handlers) =>
  unified()
    .data({
      micromarkExtensions: [{ disable: { null: leftOut } }, gfmTable()],
      fromMarkdownExtensions: [gfmTableFromMarkdown()],
      toMarkdownExtensions: [gfmTableToMarkdown({ tableCellPadding: true, tablePipeAlign: false })],
    })
    .use(remarkParse)
    .use(remarkStringify, {
      bullet: '-',
      emphasis: '_',
      strong: '*',
      rule: '-',
      fence: '`',
      fences: true,
      listItemIndent: 'one',
      incrementListMarker: true,
      setext: false,
      handlers,
    })
    .freeze()

const processor = processorWith({ list, paragraph, text })

const lineProcessor = unified()
  .data({ micromarkExtensions: [{ disable: { null: [...leftOut, ...flow] } }] })
  .use(remarkParse)
  .freeze()

const parse = (text: string): Root => processor.parse(text)

/** Every node has its position in `text`. */
export const parseMarkdown = (text: string): Root => plainBlocks(text, parse) ?? parse(text)

/** One line for one paragraph, heading or table row; ends with a line feed. */
export const writeMarkdown = (root: Root): string => processor.stringify(root)

/** One line of prose: emphasis only, so that "2026. Năm học" is no list. Paragraphs, if any, are joined by a space. */
export const parseLine = (text: string): PhrasingContent[] => plainLine(text) ?? parsedLine(text)

const parsedLine = (text: string): PhrasingContent[] =>
  lineProcessor
    .parse(text)
    .children.flatMap((node, index): PhrasingContent[] =>
      node.type === 'paragraph'
        ? [...(index > 0 ? [{ type: 'text', value: ' ' } as const] : []), ...node.children]
        : [],
    )

/** The same without our short ways, which are held against it in tests. */
export const theLongWay = () => ({
  parse,
  parseLine: parsedLine,
  write: (root: Root): string => processorWith({ list, text: escaped }).stringify(root),
})
