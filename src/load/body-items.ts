/** Items of a numbered list of a Markdown body put in, taken out or in another order, with all that stands in them. */

import type { Path, Source } from '../source.ts'

type Item = {
  /** Spaces before its number. */
  readonly indent: string
  readonly number: number
  /** "." or ")", and the spaces behind it. */
  readonly mark: string
  /** All lines of it, without those that are blank at its end. */
  readonly words: string
  /** What parts it from the next one. */
  readonly after: string
}

/** `items` of a list at `path`, as many as `count` → the items that are to stand there; undefined where it cannot be done. */
export const changeItems = (
  raw: string,
  { at }: Pick<Source, 'at'>,
  path: Path,
  count: number,
  change: (items: readonly string[]) => readonly string[],
): string | undefined => {
  const lines = raw.split('\n')
  const starts = Array.from({ length: count }, (_, index) => (at([...path, index])?.line ?? 0) - 1)
  const [first] = starts
  if (first === undefined || first < 0 || starts.some((start, index) => start <= (starts[index - 1] ?? -1)))
    return undefined
  const end = endOf(lines, starts.at(-1) ?? 0)
  const items = starts.map((start, index) => itemIn(lines.slice(start, starts[index + 1] ?? end)))
  if (!items.every((item) => item !== undefined)) return undefined
  const [model] = items
  if (!model || items.some(({ indent }) => indent !== model.indent)) return undefined
  const counted = items.every(({ number }, index) => number === model.number + index)
  if (!counted && items.some(({ number }) => number !== model.number)) return undefined
  const words = change(items.map((item) => item.words))
  if (words.length === 0) return undefined
  const feed = raw.includes('\r\n') ? '\r\n' : '\n'
  const between = items.slice(0, -1).map(({ after }) => after)
  const last = (items.at(-1)?.after ?? '').replace(/\n$/, '')
  const text = words
    .map((each, index) => {
      const number = model.number + (counted ? index : 0)
      const after = index === words.length - 1 ? last : (between[index] ?? between.at(-1) ?? feed)
      return `${model.indent}${number}${model.mark}${each}${after}`
    })
    .join('')
  const rest = lines.slice(end)
  return [...lines.slice(0, first), text, ...rest].join('\n')
}

const itemIn = (lines: readonly string[]): Item | undefined => {
  const whole = lines.join('\n')
  const found = /^([ \t]*)(\d{1,9})([.)][ \t]+)([\s\S]*\S)(\s*)$/.exec(whole)
  const [, indent = '', number = '', mark = '', words = '', after = ''] = found ?? []
  return found ? { indent, number: Number(number), mark, words, after: `${after}\n` } : undefined
}

/** The line behind the last one of an item: what is further in, or goes on without a blank line, is its own. */
const endOf = (lines: readonly string[], start: number): number => {
  const indent = widthOf(lines[start] ?? '')
  let end = start + 1
  for (let at = end; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (line.trim() === '') continue
    const goesOn = at === end && !/^[ \t]*(#|\d{1,9}[.)]\s)/.test(line)
    if (widthOf(line) <= indent && !goesOn) break
    end = at + 1
  }
  return end
}

const widthOf = (line: string): number => /^[ \t]*/.exec(line)?.[0].length ?? 0
