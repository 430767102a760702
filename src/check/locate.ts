/**
 * A place in the text of a value → its offset in the file: the characters of the source are walked side by side with
 * those of the value, through YAML's folding and quotes and Markdown's indentation and comments.
 */

import type { Source } from '../source.ts'
import { type Lines, linesIn } from './lines.ts'
import { maskLetter, type Passage } from './passage.ts'

export type Locator = {
  readonly lines: Lines
  /** Offset in the source's text at which the value of a passage starts; undefined when its path leads nowhere. */
  readonly start: (passage: Passage) => number | undefined
  /**
   * For each unit of the passage's text, and for its end, the offset in the source's text. Undefined when any character
   * cannot be found again: then nothing but the start of the value is known.
   */
  readonly offsets: (passage: Passage) => readonly number[] | undefined
}

export const locatorOf = (source: Source): Locator => {
  const lines = linesIn(source.text)
  const done = new Map<Passage, readonly number[] | undefined>()
  const start = (passage: Passage): number | undefined => {
    if (passage.start !== undefined) return passage.start
    const place = source.at(passage.path)
    return place && lines.offset(place)
  }
  return {
    lines,
    start,
    offsets: (passage) => {
      if (!done.has(passage)) done.set(passage, align(passage, start(passage)))
      return done.get(passage)
    },
  }
}

const align = (passage: Passage, from: number | undefined): readonly number[] | undefined => {
  const { text, source } = passage
  if (from === undefined) return undefined
  if (passage.start !== undefined) return Array.from({ length: text.length + 1 }, (_, index) => from + index)
  const style = isBody(passage) ? 'markdown' : styleOf(source.text, from)
  return walk(source.text, opening(source.text, from, style), text, style)
}

type Style = 'block' | 'double' | 'single' | 'plain' | 'markdown'

/** The conclusions of a meeting written as `.md` are its Markdown. */
const isBody = ({ path, kind, source }: Passage): boolean =>
  source.file.endsWith('.md') && path[0] === 'conclusions' && (kind === 'content' || kind === 'heading')

const styleOf = (text: string, from: number): Style => {
  const first = text[from]
  return first === '|' || first === '>'
    ? 'block'
    : first === '"'
      ? 'double'
      : first === "'"
        ? 'single'
        : 'plain'
}

/** Where the words start: after the header of a block or the quote. */
const opening = (text: string, from: number, style: Style): number => {
  if (style === 'double' || style === 'single') return from + 1
  if (style !== 'block') return from
  const line = text.indexOf('\n', from)
  return line === -1 ? text.length : line + 1
}

const walk = (source: string, start: number, value: string, style: Style): number[] | undefined => {
  const offsets: number[] = []
  let at = isSpace(value[0]) ? start : gap(source, start, style).to
  let index = 0
  while (index < value.length) {
    if (isSpace(value[index])) {
      const end = endOfSpace(value, index)
      const run = gap(source, at, style)
      if (run.to === at) return undefined
      const same = run.to - at === end - index && source.startsWith(value.slice(index, end), at)
      for (let inner = index; inner < end; inner += 1) offsets.push(same ? at + inner - index : at)
      index = end
      at = run.to
      continue
    }
    const step = next(source, at, value, index, style)
    if (!step) return undefined
    // A character written as an escape is one place, however many units it has here or there.
    for (let unit = 0; unit < step.units; unit += 1) offsets.push(step.from)
    index += step.units
    at = step.to
  }
  offsets.push(at)
  return offsets
}

type Step = { readonly from: number; readonly to: number; readonly units: number }

const next = (source: string, at: number, value: string, index: number, style: Style): Step | undefined => {
  if (style === 'double' && source[at] === '\\') return escaped(source, at, value, index)
  if (style === 'single' && source.startsWith("''", at) && value[index] === "'")
    return { from: at, to: at + 2, units: 1 }
  if (agrees(source, at, value, index)) return { from: at, to: at + 1, units: 1 }
  if (style !== 'markdown') return undefined
  // A comment between two words, or the star that marks a heading, is not part of the text.
  const run = gap(source, at, style)
  const past = run.comment ? run.to : at
  const star = index <= 2 ? (/^\\?\*[ \t]+/.exec(source.slice(past, past + 20))?.[0].length ?? 0) : 0
  const from = past + star
  return from > at && agrees(source, from, value, index) ? { from, to: from + 1, units: 1 } : undefined
}

/** A masked letter stands for a letter of a reference. */
const agrees = (source: string, at: number, value: string, index: number): boolean =>
  source[at] === value[index] || (value[index] === maskLetter && /[<>:a-z0-9-]/.test(source[at] ?? ''))

const escaped = (source: string, at: number, value: string, index: number): Step | undefined => {
  const folded = /^\\\n[ \t]*/.exec(source.slice(at, at + 200))?.[0]
  if (folded) return next(source, at + folded.length, value, index, 'double')
  const written = /^\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^\n])/.exec(
    source.slice(at, at + 10),
  )?.[0]
  if (written === undefined) return undefined
  const letter =
    written.length > 2
      ? String.fromCodePoint(Number.parseInt(written.slice(2), 16))
      : (named[written.slice(1)] ?? written.slice(1))
  return value.startsWith(letter, index)
    ? { from: at, to: at + written.length, units: letter.length }
    : undefined
}

/** The escapes of YAML that are neither themselves nor space. */
const named: Readonly<Record<string, string>> = {
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
  e: '\u001b',
}

/** White space from an offset on, however it is written; in Markdown with the comments in it. */
const gap = (
  source: string,
  at: number,
  style: Style,
): { readonly to: number; readonly comment: boolean } => {
  let [to, comment] = [at, false]
  for (;;) {
    to = endOfSpace(source, to)
    if (style === 'double' && source[to] === '\\' && /[nt \n]/.test(source[to + 1] ?? '')) {
      to += 2
      continue
    }
    const end = style === 'markdown' && source.startsWith('<!--', to) ? source.indexOf('-->', to) : -1
    if (end === -1) return { to, comment }
    to = end + '-->'.length
    comment = true
  }
}

const endOfSpace = (text: string, at: number): number => {
  let end = at
  while (isSpace(text[end])) end += 1
  return end
}

const isSpace = (character: string | undefined): boolean =>
  character === ' ' || character === '\n' || character === '\t'
