/** Strings of a record, cleaned and looked at character by character: what no format could print as it stands is refused. */

import type { RuleId } from '../problem.ts'
import type { Path } from '../source.ts'

/** Does the type have a glyph for this code point? */
export type Covers = (codePoint: number) => boolean

export type CharacterFinding = {
  readonly path: Path
  readonly rule: RuleId
  readonly message: string
  readonly hint: string
}

/** YAML's block scalars end with a line feed that nobody typed on purpose. */
export const withoutFinalBreaks = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replace(/\n+$/, '')
  if (Array.isArray(value)) return value.map(withoutFinalBreaks)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutFinalBreaks(each)]))
}

/** One finding a string: the characters in it that cannot be printed. */
export const unprintable = (value: unknown, covers: Covers, path: Path = []): CharacterFinding[] => {
  if (typeof value === 'string') return inString(value, covers, path)
  if (Array.isArray(value)) return value.flatMap((each, index) => unprintable(each, covers, [...path, index]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => unprintable(each, covers, [...path, key]))
}

/** What nearly every string is made of: Vietnamese letters in one piece, figures, the marks of a keyboard. */
const everyday = /^[\n\t -~À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ–“”…]*$/

/** Asked once of each set of faces, character by character. */
const coversEveryday = (covers: Covers): boolean => {
  const known = covering.get(covers)
  if (known !== undefined) return known
  let all = true
  for (let code = 0x20; code < 0x2100; code++)
    if (everyday.test(String.fromCharCode(code)) && !covers(code)) all = false
  covering.set(covers, all)
  return all
}
const covering = new WeakMap<Covers, boolean>()

const inString = (value: string, covers: Covers, path: Path): CharacterFinding[] => {
  if (everyday.test(value) && coversEveryday(covers)) return []
  const characters = [...new Set(value)].filter((character) => character !== '\n' && character !== '\t')
  const hidden = characters.filter((character) => invisible.test(character))
  const loose = characters.filter((character) => /\p{M}/u.test(character))
  const glyphless = characters.filter(
    (character) =>
      !invisible.test(character) &&
      !/\p{M}/u.test(character) &&
      (rightToLeft.test(character) || !covers(character.codePointAt(0) ?? 0)),
  )
  return [
    ...finding(
      hidden,
      path,
      'record/character',
      'có ký tự điều khiển hoặc ký tự ẩn',
      'xóa ký tự đó và gõ lại; nó thường đi theo khi chép từ nơi khác',
    ),
    ...finding(
      loose,
      path,
      'record/character',
      'có dấu rời không ghép được với chữ',
      'gõ lại chữ có dấu bằng bộ gõ Unicode dựng sẵn',
    ),
    ...finding(
      glyphless,
      path,
      'record/glyph',
      'có ký tự mà phông chữ của văn bản không in được',
      'thay bằng chữ hoặc dấu thông thường',
    ),
  ]
}

/** Controls, formatting characters, surrogates without a pair, private use, unassigned, odd line ends. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]/u

/** Scripts that would have to be reordered or joined; a notice is set from left to right, letter by letter. */
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u

const finding = (
  characters: readonly string[],
  path: Path,
  rule: RuleId,
  wrong: string,
  hint: string,
): CharacterFinding[] =>
  characters.length === 0
    ? []
    : [
        {
          path,
          rule,
          hint,
          message: `${wrong}: ${characters.slice(0, 5).map(spelt).join(', ')}${characters.length > 5 ? ' …' : ''}`,
        },
      ]

const spelt = (character: string): string => {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return /[\p{C}\p{M}\u2028\u2029]/u.test(character) ? code : `"${character}" (${code})`
}
