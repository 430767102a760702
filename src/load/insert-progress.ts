/** A step of progress put into the YAML of a task: every byte that was there stays as it was. */

import { isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml'
import type { Path } from '../source.ts'

export type Step = { readonly state: string; readonly on: string; readonly note?: string | undefined }

/**
 * `path` leads to the task in `text`; the step goes to the end of its `progress`. Undefined where there is no task that
 * could be written into: behind an alias, or not a map.
 */
export const insertProgress = (text: string, path: Path, step: Step): string | undefined => {
  const document = parseDocument(text, { version: '1.2', uniqueKeys: false })
  const task = path.length > 0 ? document.getIn(path, true) : document.contents
  if (!isMap(task)) return undefined
  const pair = task.items.find(({ key }) => isScalar(key) && key.value === 'progress')
  if (!pair) return intoMap(text, task, step)
  return isSeq(pair.value) ? intoList(text, pair.value, step) : undefined
}

const intoMap = (text: string, task: YAMLMap, step: Step): string | undefined => {
  const last = task.items.at(-1)
  const end = last && endOf(last)
  const [first] = task.items
  const start = first && startOf(first.key)
  if (end === undefined || start === undefined) return undefined
  if (task.flow) return spliced(text, end, `, progress: [${stepText(step)}]`)
  const margin = indentOf(text, start)
  return onNewLine(text, end, `${margin}progress:`, `${margin}  - ${stepText(step)}`)
}

const intoList = (text: string, list: YAMLSeq, step: Step): string | undefined => {
  const end = rangeOf(list.items.at(-1))?.[1]
  const start = startOf(list)
  if (end === undefined || start === undefined) return undefined
  return list.flow
    ? spliced(text, end, `, ${stepText(step)}`)
    : onNewLine(text, end, `${indentOf(text, start)}- ${stepText(step)}`)
}

const stepText = ({ state, on, note }: Step): string =>
  `{state: ${state}, on: ${on}${note === undefined ? '' : `, note: ${JSON.stringify(note)}`}}`

/** Below the line in which the last word before `end` stands, and after a remark that stands behind it. */
const onNewLine = (text: string, end: number, ...lines: readonly string[]): string => {
  const word = text.slice(0, end).trimEnd().length
  const feed = text.slice(word).search(/\r?\n|$/)
  const at = word + feed
  const line = /\r\n/.test(text) ? '\r\n' : '\n'
  return spliced(text, at, lines.map((each) => `${line}${each}`).join(''))
}

const spliced = (text: string, at: number, words: string): string =>
  text.slice(0, at) + words + text.slice(at)

/** As far in as the key or dash at `start`, whatever stands before it ("- "). */
const indentOf = (text: string, start: number): string =>
  ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1))

type Range = readonly [start: number, valueEnd: number, nodeEnd: number]

const rangeOf = (node: unknown): Range | undefined =>
  (node as { range?: Range | null } | null | undefined)?.range ?? undefined

const startOf = (node: unknown): number | undefined => rangeOf(node)?.[0]

const endOf = ({ key, value }: Pair): number | undefined => rangeOf(value)?.[1] ?? rangeOf(key)?.[1]
