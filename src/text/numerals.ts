/** Numbers as the decree writes them. */

const romanParts: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** 1 → "I", 14 → "XIV". */
export const roman = (value: number): string => {
  let rest = value
  let out = ''
  for (const [worth, letter] of romanParts) {
    out += letter.repeat(Math.floor(rest / worth))
    rest %= worth
  }
  return out
}

/**
 * The letters of điểm, as the decree itself counts: đ stands after d; no f, j, w, z; no ă, â, ê, ô, ơ, ư
 * (Phụ lục I, Phần I, mục II.6đ).
 */
const alphabet = [...'abcdđeghiklmnopqrstuvxy']

/** 1 → "a", 5 → "đ", 24 → "aa". */
export const pointLetters = (count: number): string => {
  const rest = Math.floor((count - 1) / alphabet.length)
  const letter = alphabet[(count - 1) % alphabet.length] ?? ''
  return rest > 0 ? pointLetters(rest) + letter : letter
}

/** Numbers below 10 get a leading zero (mục II.3c): 5 → "05". */
export const twoDigits = (value: number): string => String(value).padStart(2, '0')
