/** Changes to texts of a record → its file with just those letters changed, however the file writes them. */

import { type Locator, locatorOf } from '../check/locate.ts'
import { rawOffsets } from '../check/raw-offsets.ts'
import type { Path, Source } from '../source.ts'
import type { Scalar } from './marks.ts'
import { valueAt } from './marks.ts'
import type { ScalarEdit } from './place.ts'

/** A file of a record as it stands on the disk, and understood. */
export type RecordFile = { readonly raw: string; readonly source: Source }

/** One text as it was and as it is now. */
export type Rewritten = { readonly path: Path; readonly before: string; readonly after: string }

/** What stands from one offset of the source's text to another, and what is to stand there. */
type Splice = { readonly from: number; readonly to: number; readonly text: string }

/** `read`: makes a source of such a text; undefined when it is none. */
export const rewriteText = (
  file: RecordFile,
  scalar: Scalar,
  edits: readonly ScalarEdit[],
  read: (raw: string) => Source | undefined,
): { readonly file: RecordFile; readonly rewritten: Rewritten } | undefined => {
  // From the back; of two at one place the one that stands first goes in last.
  const ordered = edits.toReversed().sort((a, b) => b.from - a.from || b.to - a.to)
  const value = ordered.reduce(
    (text, edit) => text.slice(0, edit.from) + edit.text + text.slice(edit.to),
    scalar.text,
  )
  const locator = locatorOf(file.source)
  const passage = { ...scalar.passage, source: file.source }
  for (const splices of [inPlace(passage, ordered, locator), anew(passage, value, locator)]) {
    const next = splices && spliced(file, splices)
    const source = next === undefined ? undefined : read(next)
    if (next === undefined || !source || !says(source, file.source, scalar, value)) continue
    return {
      file: { raw: next, source },
      rewritten: { path: passage.path, before: scalar.text, after: value },
    }
  }
  return undefined
}

type Passage = Scalar['passage']

/** Letter for letter; undefined where the file writes the words in another way than the value has them. */
const inPlace = (passage: Passage, edits: readonly ScalarEdit[], locator: Locator): Splice[] | undefined => {
  const offsets = locator.offsets(passage)
  const start = locator.start(passage)
  if (!offsets || start === undefined) return undefined
  const quote =
    passage.path[0] === 'conclusions' && passage.source.file.endsWith('.md') ? '' : passage.source.text[start]
  const splices = edits.map(({ from, to, text }): Splice | undefined => {
    const last = offsets[to - 1]
    const behind = offsets[from - 1]
    // Something new goes directly behind the letter before it, or before the first one of a line.
    const joins = from === to && behind !== undefined && !/\s/.test(passage.text[from - 1] ?? '')
    const begin = joins ? after(behind, passage, quote) : offsets[from]
    const end = from === to ? begin : last === undefined ? undefined : after(last, passage, quote)
    if (begin === undefined || end === undefined || end < begin) return undefined
    return { from: begin, to: end, text: written(indented(text, passage, begin), quote) }
  })
  return splices.every((each) => each !== undefined) ? (splices as Splice[]) : undefined
}

/** The offset behind the letter at `at`; escapes and doubled quotes count as one. */
const after = (at: number, { source: { text } }: Passage, quote: string | undefined): number => {
  const escaped = /^\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^\n])/.exec(text.slice(at, at + 10))
  if (quote === '"' && escaped) return at + escaped[0].length
  return quote === "'" && text.startsWith("''", at) ? at + 2 : at + 1
}

/** A new line of a text that stands indented in its file does so too; between quotes there are no lines. */
const indented = (text: string, { source }: Passage, at: number): string => {
  const line = source.text.slice(source.text.lastIndexOf('\n', at - 1) + 1)
  const indent = /^[ \t]*/.exec(line)?.[0] ?? ''
  return text.replace(/\n[ \t]*/g, `\n${indent}`)
}

const written = (text: string, quote: string | undefined): string =>
  quote === '"' ? JSON.stringify(text).slice(1, -1) : quote === "'" ? text.replaceAll("'", "''") : text

/** The whole text between double quotes, which may hold anything. */
const anew = (passage: Passage, value: string, locator: Locator): Splice[] | undefined => {
  if (passage.path[0] === 'conclusions' && passage.source.file.endsWith('.md')) return undefined
  const start = locator.start(passage)
  const offsets = locator.offsets(passage)
  const last = offsets?.[passage.text.length - 1]
  if (start === undefined || last === undefined) return undefined
  const quote = passage.source.text[start]
  const end = after(last, passage, quote) + (quote === '"' || quote === "'" ? 1 : 0)
  return [{ from: start, to: end, text: JSON.stringify(value) }]
}

const spliced = ({ raw, source }: RecordFile, splices: readonly Splice[]): string | undefined => {
  const offsets = rawOffsets(raw, source.text)
  let out = raw
  for (const { from, to, text } of [...splices].sort((a, b) => b.from - a.from)) {
    const [first, last] = [offsets?.(from), offsets?.(to)]
    if (first === undefined || last === undefined) return undefined
    const feed = raw.includes('\r\n') ? '\r\n' : '\n'
    out = out.slice(0, first) + text.replaceAll('\n', feed) + out.slice(last)
  }
  return out
}

/** Does the new file say what the old one said, with this text and nothing else changed? */
const says = (found: Source, source: Source, { passage, text }: Scalar, value: string): boolean => {
  const expected = structuredClone(source.value)
  const holder = valueAt(expected, passage.path.slice(0, -1)) as Record<string | number, unknown> | undefined
  const key = passage.path.at(-1) ?? ''
  const whole = holder?.[key]
  if (!holder || typeof whole !== 'string') return false
  const rest = whole.slice(text.length)
  holder[key] = value + rest
  if (JSON.stringify(expected) === JSON.stringify(found.value)) return true
  holder[key] = value
  return rest.trim() === '' && JSON.stringify(expected) === JSON.stringify(found.value)
}
