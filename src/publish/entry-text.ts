/** An entry of the register as YAML text: written anew, or with some keys changed and every other byte and comment kept. */

import { isDeepStrictEqual } from 'node:util'
import { Document, isMap, isSeq, type Pair, parseDocument, type Scalar, visit, type YAMLMap } from 'yaml'

export type EntryChange = {
  /** Top-level keys and their new values; undefined takes a key away. */
  readonly set?: Readonly<Record<string, unknown>>
  /** Items for the end of top-level lists. */
  readonly append?: Readonly<Record<string, readonly unknown[]>>
}

const schemaLine = '# yaml-language-server: $schema=../../../schemas/register-entry.schema.json\n'

/** The whole text of a new entry, keys in the order given. */
export const newEntryText = (entry: Readonly<Record<string, unknown>>): string =>
  `${schemaLine}${yamlOf(entry)}`

/** What the text says with the change made to it. */
export const changed = (
  value: Readonly<Record<string, unknown>>,
  { set = {}, append = {} }: EntryChange,
): Record<string, unknown> => {
  const all: Record<string, unknown> = { ...value, ...set }
  for (const [key, items] of Object.entries(append))
    if (items.length > 0) all[key] = [...listOf(all[key]), ...items]
  return Object.fromEntries(Object.entries(all).filter(([, each]) => each !== undefined))
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Throws when the text is not a map: entries are read and found good before they are changed. */
export const changeEntryText = (text: string, change: EntryChange): string => {
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const value = parseDocument(text).toJS() as Record<string, unknown>
  const wanted = changed(value, change)
  let edited = text
  for (const [key, each] of Object.entries(change.set ?? {}))
    if (!(key in value) || !isDeepStrictEqual(value[key], each)) edited = replaced(edited, key, each, eol)
  for (const [key, items] of Object.entries(change.append ?? {}))
    edited = items.length === 0 ? edited : appended(edited, key, items, eol)
  // A way of writing YAML that the two above do not know: the words matter more than the bytes.
  return isDeepStrictEqual(readBack(edited), wanted) ? edited : newEntryText(wanted)
}

const readBack = (text: string): unknown => {
  const document = parseDocument(text)
  return document.errors.length > 0 ? undefined : document.toJS()
}

const yamlOf = (value: Readonly<Record<string, unknown>>): string => {
  const document = new Document(value)
  visit(document, {
    // What belongs together stays on one line: an event, a relation, who signed.
    Map: (_, node, path) => {
      if (path.length > 1 && node.items.every((pair) => !isHashes(pair))) node.flow = true
    },
    Seq: (_, node, path) => {
      if (path.some((above) => isMap(above) && above.flow === true)) node.flow = true
    },
  })
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}

/** Hashes are long enough to have a line each. */
const isHashes = (pair: Pair<unknown, unknown>): boolean =>
  ['pdf', 'docx', 'md'].includes(String((pair.key as Scalar | null)?.value))

/** Where a key and its value stand in the text; the end is that of the value's last line, without its line feed. */
const spanOf = (text: string, key: string): { start: number; end: number; value: unknown } | undefined => {
  const { contents } = parseDocument(text)
  const pair = isMap(contents)
    ? (contents as YAMLMap<Scalar, { range?: [number, number, number] } | null>).items.find(
        (each) => each.key.value === key,
      )
    : undefined
  const start = pair?.key.range?.[0]
  const end = pair?.value?.range?.[1]
  if (start === undefined || end === undefined) return undefined
  return { start, end: text.slice(0, end).trimEnd().length, value: pair?.value }
}

const replaced = (text: string, key: string, value: unknown, eol: string): string => {
  const span = spanOf(text, key)
  if (value === undefined)
    return span ? text.slice(0, span.start) + text.slice(span.end).replace(/^[^\n]*\n?/, '') : text
  const line = yamlOf({ [key]: value })
    .trimEnd()
    .replaceAll('\n', eol)
  if (span) return text.slice(0, span.start) + line + text.slice(span.end)
  return `${text}${text === '' || text.endsWith('\n') ? '' : eol}${line}${eol}`
}

const appended = (text: string, key: string, items: readonly unknown[], eol: string): string => {
  const span = spanOf(text, key)
  const list = span?.value
  const first =
    isSeq(list) && list.flow !== true ? (list.items[0] as { range?: [number] } | undefined) : undefined
  if (span && first?.range) {
    const line = text.slice(text.lastIndexOf('\n', first.range[0]) + 1, first.range[0])
    const indent = /^ *(?=- )/.exec(line)?.[0] ?? ''
    const lines = yamlOf({ [key]: items })
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((each) => `${eol}${indent}${each.replace(/^ {2}/, '')}`)
    return text.slice(0, span.end) + lines.join('') + text.slice(span.end)
  }
  const before = (parseDocument(text).toJS() as Record<string, unknown>)[key]
  return replaced(text, key, [...listOf(before), ...items], eol)
}
