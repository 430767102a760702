/** An entry put into a list of a YAML text, or taken out of it: every other byte stays as it was. */

import { isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml'
import type { Path } from '../source.ts'

/**
 * `entry` is YAML on one line and becomes number `index` of the list at `path`; a list that is not there yet is made, in
 * the map above it, before the key `before` where that has one. Undefined where it cannot be done.
 */
export const insertEntry = (
  text: string,
  path: Path,
  index: number,
  entry: string,
  before?: string,
): string | undefined => {
  const { yaml, start } = yamlIn(text)
  const document = parseDocument(yaml, { version: '1.2', uniqueKeys: false })
  const put = (done: string | undefined): string | undefined =>
    done === undefined ? undefined : text.slice(0, start) + done + text.slice(start + yaml.length)
  const list = document.getIn(path, true)
  if (isSeq(list))
    return put(list.items.length === 0 ? intoEmpty(yaml, list, entry) : intoList(yaml, list, index, entry))
  if (list !== undefined) return undefined
  const key = String(path.at(-1))
  const map = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents
  if (isMap(map)) return put(intoMap(yaml, map, `${key}: [${entry}]`, before))
  if (map !== undefined || path.length < 3) return undefined
  const above = document.getIn(path.slice(0, -2), true)
  return isMap(above)
    ? put(intoMap(yaml, above, `${String(path.at(-2))}: {${key}: [${entry}]}`, before))
    : undefined
}

/** The last entry leaves an empty list. Remarks on lines of their own stay. */
export const removeEntry = (text: string, path: Path, index: number): string | undefined => {
  const { yaml, start } = yamlIn(text)
  const document = parseDocument(yaml, { version: '1.2', uniqueKeys: false })
  const list = document.getIn(path, true)
  if (!isSeq(list)) return undefined
  const done = list.flow ? outOfFlow(yaml, list, index) : outOfBlock(yaml, list, index)
  return done === undefined ? undefined : text.slice(0, start) + done + text.slice(start + yaml.length)
}

/** The whole text, or the front matter of a Markdown file. */
export const yamlIn = (text: string): { readonly yaml: string; readonly start: number } => {
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  const opening = /^---[^\r\n]*\r?\n/.exec(text.slice(mark))
  const close = opening ? text.slice(mark).search(/\r?\n---[ \t]*(\r?\n|$)/) : -1
  if (!opening || close === -1) return { yaml: text.slice(mark), start: mark }
  const start = mark + opening[0].length
  return { yaml: text.slice(start, mark + close), start }
}

const intoEmpty = (text: string, list: YAMLSeq, entry: string): string | undefined => {
  const close = rangeOf(list)?.[1]
  return list.flow && close !== undefined ? spliced(text, close - 1, close - 1, entry) : undefined
}

const intoList = (text: string, list: YAMLSeq, index: number, entry: string): string | undefined => {
  const next = startOf(list.items[index])
  const last = rangeOf(list.items.at(-1))?.[1]
  const dash = startOf(list)
  if (last === undefined || dash === undefined) return undefined
  if (list.flow)
    return next === undefined
      ? spliced(text, last, last, `, ${entry}`)
      : spliced(text, next, next, `${entry}, `)
  const line = `${' '.repeat(dash - lineStart(text, dash))}- ${entry}`
  if (next === undefined) return onNewLine(text, last, line)
  const above = lineStart(text, next)
  // "- - x" and a list on its key's own line have no line of their own.
  return text.slice(above, next).trim() === '-'
    ? spliced(text, above, above, `${line}${feedOf(text)}`)
    : undefined
}

const intoMap = (
  text: string,
  map: YAMLMap,
  words: string,
  before: string | undefined,
): string | undefined => {
  const follower = map.items.find(({ key }) => isScalar(key) && key.value === before) ?? map.items[0]
  const start = startOf(follower?.key)
  if (start === undefined) return undefined
  if (map.flow) return spliced(text, start, start, `${words}, `)
  const above = lineStart(text, start)
  if (text.slice(above, start).trim() !== '') {
    // The map's first key stands behind a dash: the new one goes below it.
    const end = endOf(follower as Pair)
    return end === undefined ? undefined : onNewLine(text, end, `${' '.repeat(start - above)}${words}`)
  }
  return spliced(text, start, start, `${words}${feedOf(text)}${text.slice(above, start)}`)
}

const outOfFlow = (text: string, list: YAMLSeq, index: number): string | undefined => {
  const own = rangeOf(list.items[index])
  if (!own) return undefined
  const next = startOf(list.items[index + 1])
  const before = rangeOf(list.items[index - 1])?.[1]
  return next !== undefined ? spliced(text, own[0], next, '') : spliced(text, before ?? own[0], own[1], '')
}

const outOfBlock = (text: string, list: YAMLSeq, index: number): string | undefined => {
  const own = rangeOf(list.items[index])
  const dash = startOf(list)
  if (!own || dash === undefined) return undefined
  const from = lineStart(text, own[0])
  if (text.slice(from, own[0]).trim() !== '-') return undefined
  const word = text.slice(0, own[1]).trimEnd().length
  const feed = text.slice(word).search(/\r?\n|$/)
  const end = word + feed + (/^\r?\n/.exec(text.slice(word + feed))?.[0].length ?? 0)
  if (list.items.length > 1) return spliced(text, from, end, '')
  return spliced(text, from, word, `${' '.repeat(dash - lineStart(text, dash))}[]`)
}

const onNewLine = (text: string, end: number, line: string): string => {
  const word = text.slice(0, end).trimEnd().length
  const at = word + text.slice(word).search(/\r?\n|$/)
  return spliced(text, at, at, `${feedOf(text)}${line}`)
}

const spliced = (text: string, from: number, to: number, words: string): string =>
  text.slice(0, from) + words + text.slice(to)

export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1
const feedOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n')

type Range = readonly [start: number, valueEnd: number, nodeEnd: number]
export const rangeOf = (node: unknown): Range | undefined =>
  (node as { range?: Range | null } | null | undefined)?.range ?? undefined
const startOf = (node: unknown): number | undefined => rangeOf(node)?.[0]
const endOf = ({ key, value }: Pair): number | undefined => rangeOf(value)?.[1] ?? rangeOf(key)?.[1]
