/** Two texts -> where their words part. Line ends are white space, except that a layout program may break after "-" or "/". */

/** Characters without white space, and after which of them white space stands. */
type Words = { readonly letters: string; readonly ends: ReadonlyMap<number, string> }

const wordsOf = (text: string): Words => {
  const ends = new Map<number, string>()
  let letters = ''
  for (const piece of text.matchAll(/(\s*)(\S+)/gu)) {
    if (letters !== '') ends.set(letters.length, piece[1] ?? '')
    letters += piece[2]
  }
  return { letters, ends }
}

/** What stands around a place where the texts part. */
const reach = 30

/** Undefined when both say the same words in the same order. `found` may have more line ends than `expected`. */
export const parting = (expected: string, found: string): string | undefined => {
  const [a, b] = [wordsOf(expected), wordsOf(found)]
  const at = firstDifference(a.letters, b.letters)
  if (at !== undefined) return `cần “${around(a.letters, at)}”, thấy “${around(b.letters, at)}”`
  const lost = [...a.ends.keys()].find((place) => !b.ends.has(place))
  if (lost !== undefined) return `mất dấu cách: “${around(a.letters, lost)}”`
  const added = [...b.ends].find(([place, space]) => !a.ends.has(place) && !isTurn(b.letters, place, space))
  return added === undefined ? undefined : `thừa dấu cách: “${around(a.letters, added[0])}”`
}

const isTurn = (letters: string, place: number, space: string): boolean =>
  /\n/.test(space) && /[-–/]/.test(letters[place - 1] ?? '')

const firstDifference = (a: string, b: string): number | undefined => {
  if (a === b) return undefined
  const end = Math.min(a.length, b.length)
  for (let at = 0; at < end; at += 1) if (a[at] !== b[at]) return at
  return end
}

const around = (letters: string, at: number): string =>
  `${letters.slice(Math.max(0, at - reach), at)}⟨${letters.slice(at, at + reach)}⟩`
