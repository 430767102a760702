/** The lines over the number in ô 2 → the name of the parent body and that of the issuing body. */

import type { KnownPart } from './identified-parts.ts'
import type { Piece } from './pieces.ts'

type Name = readonly ['parentBody' | 'issuingBody', Piece]

/** By our styles; else by the abbreviation in the symbol, by what is bold, and at last by their order. */
export const splitNames = (
  names: readonly Piece[],
  number: Piece | undefined,
  styled: (piece: Piece) => KnownPart | undefined,
): Name[] => {
  const own = names.filter(({ column }) => column !== 'right')
  if (own.some((piece) => styled(piece) === 'issuingBody'))
    return own.map((piece) => [styled(piece) === 'parentBody' ? 'parentBody' : 'issuingBody', piece] as const)
  const at = byAbbreviation(own, number?.text) ?? byWeight(own) ?? byKind(own)
  return own.map((piece, index) => [index < at ? 'parentBody' : 'issuingBody', piece] as const)
}

/** "…/TB-SGDĐT": the lines whose first letters are S, G, D, Đ, T. */
const byAbbreviation = (names: readonly Piece[], number: string | undefined): number | undefined => {
  const groups = number?.split('/').slice(1).join('/').split('-') ?? []
  const wanted = groups.slice(1).map(plain).filter(Boolean)
  if (wanted.length === 0) return undefined
  const found = names.findIndex((_, index) => {
    const letters = initials(
      names
        .slice(index)
        .map(({ text }) => text)
        .join(' '),
    )
    return wanted.some((group) => group.length > 1 && group === letters)
  })
  return found === -1 ? undefined : found
}

const plain = (text: string): string => text.replace(/[^\p{L}]/gu, '').toLocaleUpperCase('vi')

const initials = (text: string): string =>
  plain(
    text
      .split(/[\s-]+/)
      .filter((word) => !/^(và|&)$/iu.test(word))
      .map((word) => word.slice(0, 1))
      .join(''),
  )

/** Bold lines at the end below lines that are not: the usual picture. */
const byWeight = (names: readonly Piece[]): number | undefined => {
  const bold = names.map(({ runs }) => {
    const letters = runs.filter(({ raised, text }) => !raised && /\p{L}/u.test(text))
    return letters.length > 0 && letters.every((run) => run.bold === true)
  })
  const first = bold.indexOf(true)
  return first > 0 && bold.slice(first).every(Boolean) ? first : undefined
}

/** All in one weight: a first line that reads like a body above others is taken for one. */
const byKind = ([first, ...rest]: readonly Piece[]): number =>
  first && rest.length > 0 && parents.test(first.text) ? 1 : 0

const parents =
  /^(UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HĐND|BỘ|SỞ|TỈNH|TỔNG CỤC|TỔNG CÔNG TY|CỤC|HUYỆN|THÀNH PHỐ|TP|ĐẠI HỌC|TRƯỜNG ĐẠI HỌC|VIỆN|PHÒNG|HỘI|LIÊN|TÊN|ĐẢNG ỦY|CHI CỤC|BAN QUẢN LÝ)(?!\p{L})/u
