/** A printed line with marks in it → its words, and for each letter where the record has it. */

import { anyMark, type Marks, type Scalar } from './marks.ts'

/** Which stretch of which text of the record a printed letter stands for. */
export type Origin = { readonly scalar: number; readonly from: number; readonly to: number }

/** `origins`: for each UTF-16 unit of `text`; undefined for what the record does not say itself. */
export type Traced = { readonly text: string; readonly origins: readonly (Origin | undefined)[] }

type Spot = { readonly at: number; readonly scalar: number; readonly offset: number }

export const trace = (line: string, marks: Marks, scalars: readonly Scalar[]): Traced => {
  const { text, spots } = unmarked(line, marks)
  const origins: (Origin | undefined)[] = Array.from({ length: text.length }, () => undefined)
  spots.forEach((spot, index) => {
    walk(text, origins, spot, spots[index + 1]?.at ?? text.length, scalars[spot.scalar] as Scalar, 1)
  })
  for (const spot of spots) walk(text, origins, spot, -1, scalars[spot.scalar] as Scalar, -1)
  return { text, origins }
}

const unmarked = (line: string, marks: Marks): { text: string; spots: Spot[] } => {
  const spots: Spot[] = []
  let [text, from] = ['', 0]
  for (const match of line.matchAll(anyMark)) {
    text += line.slice(from, match.index)
    from = match.index + match[0].length
    const anchor = marks.at(match[0])
    const letter = [...text.slice(-2)].at(-1)?.length ?? 1
    if (anchor) spots.push({ at: text.length - letter, ...anchor })
  }
  return { text: text + line.slice(from), spots }
}

/**
 * From a known letter on, or back from it, print and record are walked side by side: white space of any length is one
 * space, and the marks of Markdown are no letters. Ends where they part.
 */
const walk = (
  text: string,
  origins: (Origin | undefined)[],
  { at, scalar, offset }: Spot,
  limit: number,
  { text: source, markdown }: Scalar,
  step: 1 | -1,
): void => {
  let i = step > 0 ? at : at - 1
  let j = step > 0 ? offset : offset - 1
  const inside = (): boolean => (step > 0 ? i < limit && j < source.length : i > limit && j >= 0)
  while (inside() && (step > 0 || origins[i] === undefined)) {
    const [printed, written] = [text[i] ?? '', source[j] ?? '']
    if (isSpace(printed) && isSpace(written)) {
      const start = j
      while (isSpace(source[j + step])) j += step
      origins[i] = { scalar, from: Math.min(start, j), to: Math.max(start, j) + 1 }
    } else if (alike(printed, written) && !(markdown && escapes(source, j))) {
      origins[i] = { scalar, from: j, to: j + 1 }
    } else if (markdown && /[*_\\]/.test(written)) {
      j += step
      continue
    } else return
    i += step
    j += step
  }
}

/** A backslash before a mark is not printed. */
const escapes = (source: string, at: number): boolean =>
  source[at] === '\\' && /[!-/:-@[-`{-~]/.test(source[at + 1] ?? '')

const alike = (a: string, b: string): boolean =>
  a === b || a.toLocaleLowerCase('vi') === b.toLocaleLowerCase('vi')

const isSpace = (letter: string | undefined): boolean => letter !== undefined && /^\s$/.test(letter)
