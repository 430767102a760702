/**
 * The words of a record, each with an unseen mark in it → a notice made of the marked record tells of every word which
 * text of the record it is of, and where in it. Whatever has no mark is a template's, the directory's or the program's.
 */

import { marked, type Passage } from '../check/passage.ts'
import { meetingText } from '../check/passages.ts'
import type { Path, Source } from '../source.ts'

/** A text of a record, as the record writes it. */
export type Scalar = {
  readonly passage: Passage
  /** Offsets count in it. */
  readonly text: string
  readonly markdown: boolean
}

/** A letter of a text: the first one of a word. */
export type Anchor = { readonly scalar: number; readonly offset: number }

/** Supplementary private use: no record may hold it, and no rule of Markdown knows it. */
const first = 0xf0000
const most = 0xfffd
export const anyMark = /[\u{F0000}-\u{FFFFD}]/gu

export const scalarsOf = (source: Source): Scalar[] => {
  const { passages } = meetingText(source)
  const more = others.flatMap((path): Passage[] => {
    const text = valueAt(source.value, path)
    return typeof text === 'string' ? [{ text, path, kind: 'archive', source }] : []
  })
  return [...passages, ...more].flatMap((passage): Scalar[] => {
    // Days and names of tasks are not printed.
    if (passage.kind === 'task' || passage.kind === 'due') return []
    const whole = valueAt(source.value, passage.path)
    if (typeof whole !== 'string') return []
    const markdown = marked.includes(passage.kind) && passage.path.at(-1) !== 'place'
    return [{ passage, text: whole.slice(0, passage.text.length), markdown }]
  })
}

const others: readonly Path[] = [
  ['notice', 'drafting', 'initials'],
  ['notice', 'drafting', 'mark'],
]

export const valueAt = (top: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, step) => (value as Record<string | number, unknown> | undefined)?.[step], top)

export type Marks = {
  /** The same value with marks in its words; another one. */
  readonly into: <T>(value: T) => T
  readonly at: (mark: string) => Anchor | undefined
}

export const marksFor = (scalars: readonly Scalar[]): Marks => {
  const anchors: Anchor[] = []
  const texts = scalars.map(({ text, markdown }, scalar) => {
    let [out, at] = ['', 0]
    for (const offset of wordsIn(text, markdown)) {
      if (anchors.length > most) break
      const next = offset + String.fromCodePoint(text.codePointAt(offset) ?? 0).length
      out += text.slice(at, next) + String.fromCodePoint(first + anchors.length)
      at = next
      anchors.push({ scalar, offset })
    }
    return out + text.slice(at)
  })
  return {
    into: (value) => {
      const copy = structuredClone(value)
      for (const [index, { passage, text }] of scalars.entries()) {
        const holder = valueAt(copy, passage.path.slice(0, -1)) as
          | Record<string | number, unknown>
          | undefined
        const key = passage.path.at(-1) ?? ''
        const whole = holder?.[key]
        if (holder && typeof whole === 'string' && whole.startsWith(text))
          holder[key] = (texts[index] ?? '') + whole.slice(text.length)
      }
      return copy
    },
    at: (mark) => anchors[(mark.codePointAt(0) ?? 0) - first],
  }
}

/** Where words start; not in references and character names, nor where a number or letter would number a line. */
const wordsIn = (text: string, markdown: boolean): number[] => {
  const closed = [
    ...text.matchAll(/<unit:[a-z0-9-]+>|&#?\w+;|<!--[\s\S]*?-->/g),
    ...(markdown
      ? text.matchAll(/^[ \t]*(?:[-+*][ \t]+)*(?:\d+|[IVXLCDM]+|\p{Ll}{1,2})[.)](?=\s|$)/gmu)
      : []),
  ].map((match) => [match.index, match.index + match[0].length] as const)
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)]
    .map(({ index }) => index)
    .filter((index) => !closed.some(([from, to]) => from <= index && index < to))
}
