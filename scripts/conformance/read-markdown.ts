/** The Markdown edition -> its words in reading order, as a Markdown reader that is not ours would say them. */

import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { parse } from 'yaml'

/** Any mdast node, by what matters here. */
type Node = {
  readonly type: string
  readonly value?: string
  readonly ordered?: boolean | null
  readonly start?: number | null
  readonly position?: { readonly start: { readonly offset?: number } }
  readonly children?: readonly Node[]
}

/** Tables are an extension of Markdown. */
function tables(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] }
  data.micromarkExtensions = [gfmTable()]
  data.fromMarkdownExtensions = [gfmTableFromMarkdown()]
}

const frontMatter = /^---\n([\s\S]*?)\n---\n/

export type WrittenTable = { readonly head: string; readonly rows: readonly string[] }

export type Written = {
  /** Without what stands outside the text, in the margin and at the foot of page 1. */
  readonly words: string
  /** Ô 11 and ô 13; empty when there is none. */
  readonly circulation: string
  readonly address: string
  readonly tables: readonly WrittenTable[]
}

export const readMarkdown = (text: string): string => {
  const body = text.replace(frontMatter, '')
  return say(treeOf(body), body)
}

export const readWritten = (text: string): Written => {
  const facts = (parse(frontMatter.exec(text)?.[1] ?? '') ?? {}) as Facts
  const circulation = (facts.circulation ?? '').toLocaleUpperCase('vi')
  const address = (facts.address ?? []).join('\n')
  const body = text.replace(frontMatter, '')
  const root = treeOf(body)
  const outside = (node: Node): boolean =>
    node.type === 'paragraph' && [circulation, address].includes(say(node, body))
  return {
    words: say({ ...root, children: (root.children ?? []).filter((node) => !outside(node)) }, body),
    circulation,
    address,
    tables: tablesIn(root, body),
  }
}

const treeOf = (body: string): Node => unified().use(remarkParse).use(tables).parse(body) as Node

type Facts = { readonly circulation?: string; readonly address?: readonly string[] }

const tablesIn = (node: Node, body: string): WrittenTable[] => {
  if (node.type !== 'table') return (node.children ?? []).flatMap((child) => tablesIn(child, body))
  const [head = '', ...rows] = (node.children ?? []).map((row) => say(row, body))
  return [{ head, rows }]
}

const inside: ReadonlySet<string> = new Set(['paragraph', 'heading', 'strong', 'emphasis', 'link', 'delete'])

const say = (node: Node, body: string): string => {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value ?? ''
  if (node.type === 'break') return '\n'
  const said = (node.children ?? []).map((child, index) =>
    node.type === 'list' ? `${mark(node, index, body)} ${say(child, body)}` : say(child, body),
  )
  return said.join(inside.has(node.type) ? '' : '\n')
}

/** A dash is read as it was written: "-" and "+" are different marks to a reader of the text. */
const mark = (list: Node, index: number, body: string): string => {
  if (list.ordered === true) return `${(list.start ?? 1) + index}.`
  return body[list.children?.[index]?.position?.start.offset ?? 0] ?? '-'
}
