/** Conclusions -> the body of a record in Markdown: headings, nested lists, tasks in comments. */

import { stringify } from 'yaml'
import type { ConclusionNode, Task } from '../../../src/record/conclusion.ts'

export const markdownBody = (tree: readonly (string | ConclusionNode)[]): string => {
  const nodes = tree.map(asNode)
  const sections = nodes.every(({ heading, runIn }) => heading !== undefined && !runIn)
  if (!sections) return `${list(nodes, '')}\n`
  return `${nodes.map(section).join('\n\n')}\n`
}

const asNode = (node: string | ConclusionNode): ConclusionNode =>
  typeof node === 'string' ? { text: node } : node

const section = ({ heading, text, items = [] }: ConclusionNode): string =>
  [
    ...(heading ? [`# ${heading}`] : []),
    ...(text ? [text] : []),
    ...(items.length > 0 ? [list(items.map(asNode), '')] : []),
  ].join('\n\n')

const list = (nodes: readonly ConclusionNode[], indent: string): string =>
  nodes.map((node, index) => item(node, `${index + 1}. `, indent)).join('\n\n')

const item = (
  { heading, runIn, text, items = [], tasks = [] }: ConclusionNode,
  label: string,
  indent: string,
): string => {
  const inside = `${indent}${' '.repeat(label.length)}`
  const title = heading === undefined ? '' : `**${heading}**`
  const opening =
    runIn && text !== undefined ? [`${title} ${text}`] : [title, text ?? ''].filter((part) => part !== '')
  const parts = [
    ...opening.map((part) => part.replaceAll('\n', `\n${inside}`).replace(/^ +$/gm, '')),
    ...(items.length > 0 ? [list(items.map(asNode), inside).slice(inside.length)] : []),
    ...tasks.map(comment),
  ]
  return `${indent}${label}${parts.join(`\n\n${inside}`)}`
}

const comment = (task: Task): string =>
  `<!-- task: ${stringify(task, { collectionStyle: 'flow', lineWidth: 0 }).trim()} -->`
