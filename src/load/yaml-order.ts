/** The entries of a list of a YAML text in another order, each with the remarks above it: every other byte stays as it was. */

import { isSeq, parseDocument, type YAMLSeq } from 'yaml'
import type { Path } from '../source.ts'
import { lineStart, rangeOf, yamlIn } from './yaml-lists.ts'

/** `order`: old places in their new order. Undefined where it cannot be done. */
export const orderEntries = (text: string, path: Path, order: readonly number[]): string | undefined => {
  const { yaml, start } = yamlIn(text)
  const list = parseDocument(yaml, { version: '1.2', uniqueKeys: false }).getIn(path, true)
  if (!isSeq(list) || list.items.length !== order.length) return undefined
  const done = list.flow ? inFlow(yaml, list, order) : inBlock(yaml, list, order)
  return done === undefined ? undefined : text.slice(0, start) + done + text.slice(start + yaml.length)
}

/** Only the entries change places; commas and remarks between them stay. */
const inFlow = (yaml: string, list: YAMLSeq, order: readonly number[]): string | undefined => {
  const spans = list.items.map(rangeOf)
  if (spans.some((span) => !span)) return undefined
  return spans.reduceRight<string>((text, span, index) => {
    const from = spans[order[index] ?? index]
    return text.slice(0, span?.[0]) + yaml.slice(from?.[0], from?.[1]) + text.slice(span?.[1])
  }, yaml)
}

const inBlock = (yaml: string, list: YAMLSeq, order: readonly number[]): string | undefined => {
  const starts = list.items.map((item) => {
    const from = rangeOf(item)?.[0]
    if (from === undefined) return undefined
    const line = lineStart(yaml, from)
    // "- - x" has no line of its own.
    return yaml.slice(line, from).trim() === '-' ? aboveRemarks(yaml, line) : undefined
  })
  const last = rangeOf(list.items.at(-1))?.[1]
  if (last === undefined || starts.some((at) => at === undefined)) return undefined
  const word = yaml.slice(0, last).trimEnd().length
  const end = word + yaml.slice(word).search(/\r?\n|$/)
  const bounds = [...(starts as number[]), end]
  const feed = yaml.includes('\r\n') ? '\r\n' : '\n'
  const chunks = order.map((index) => yaml.slice(bounds[index], bounds[index + 1]).replace(/\r?\n$/, ''))
  return yaml.slice(0, bounds[0]) + chunks.join(feed) + yaml.slice(end)
}

/** The start of the first of the remarks that stand directly above a line. */
const aboveRemarks = (yaml: string, line: number): number => {
  let at = line
  while (at > 0) {
    const before = lineStart(yaml, at - 1)
    if (!/^[ \t]*#/.test(yaml.slice(before, at))) return at
    at = before
  }
  return at
}
