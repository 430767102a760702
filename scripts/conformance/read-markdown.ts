/** The Markdown edition -> its words in reading order, as a Markdown reader that is not ours would say them. */

import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'

/** Any mdast node, by what matters here. */
type Node = {
  readonly type: string
  readonly value?: string
  readonly ordered?: boolean | null
  readonly start?: number | null
  readonly children?: readonly Node[]
}

/** Tables are an extension of Markdown. */
function tables(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] }
  data.micromarkExtensions = [gfmTable()]
  data.fromMarkdownExtensions = [gfmTableFromMarkdown()]
}

const frontMatter = /^---\n[\s\S]*?\n---\n/

export const readMarkdown = (text: string): string =>
  say(unified().use(remarkParse).use(tables).parse(text.replace(frontMatter, '')) as Node)

const inside: ReadonlySet<string> = new Set(['strong', 'emphasis', 'link', 'delete'])

const say = (node: Node): string => {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value ?? ''
  if (node.type === 'break') return '\n'
  if (node.type === 'list')
    return (node.children ?? []).map((item, index) => `${mark(node, index)} ${say(item)}`).join('\n')
  const parted = ['paragraph', 'heading'].includes(node.type) || inside.has(node.type) ? '' : '\n'
  return (node.children ?? []).map(say).join(parted)
}

const mark = (list: Node, index: number): string =>
  list.ordered === true ? `${(list.start ?? 1) + index}.` : '-'
