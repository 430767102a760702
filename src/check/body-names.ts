/** Names of bodies whose capitals are known: those of the directory, and those that every office cites. */

import type { Source } from '../source.ts'
import { directoryPassages } from './passages.ts'

export type NameIndex = {
  /** Every place at which the first word of a name may stand, be it within another word. */
  readonly firsts: RegExp
  /** By the first word in small letters; longest first. */
  readonly names: ReadonlyMap<string, readonly KnownName[]>
}

type KnownName = { readonly lower: string; readonly forms: ReadonlySet<string> }

/** Phụ lục II, mục IV.1. Both ways of setting the tone mark are right. */
const common: readonly string[] = [
  'Ủy ban nhân dân',
  'Uỷ ban nhân dân',
  'Hội đồng nhân dân',
  'Ủy ban Thường vụ Quốc hội',
  'Thủ tướng Chính phủ',
  'Văn phòng Chính phủ',
  'Thanh tra Chính phủ',
  'Ngân hàng Nhà nước Việt Nam',
  'Bảo hiểm xã hội Việt Nam',
  'Đảng Cộng sản Việt Nam',
  'Ban Chấp hành Trung ương',
  'Mặt trận Tổ quốc Việt Nam',
  'Đoàn Thanh niên Cộng sản Hồ Chí Minh',
  'Phòng Giáo dục và Đào tạo',
  'Bộ Công an',
  'Bộ Dân tộc và Tôn giáo',
  'Bộ Nông nghiệp và Môi trường',
  'Bộ Ngoại giao',
  'Bộ Quốc phòng',
  ...['Bộ', 'Sở'].flatMap((level) =>
    [
      'Công Thương',
      'Giáo dục và Đào tạo',
      'Giao thông vận tải',
      'Kế hoạch và Đầu tư',
      'Khoa học và Công nghệ',
      'Lao động - Thương binh và Xã hội',
      'Nội vụ',
      'Nông nghiệp và Phát triển nông thôn',
      'Tài chính',
      'Tài nguyên và Môi trường',
      'Thông tin và Truyền thông',
      'Tư pháp',
      'Văn hóa, Thể thao và Du lịch',
      'Xây dựng',
      'Y tế',
    ].map((field) => `${level} ${field}`),
  ),
]

/** A name that could as well be a common phrase ("Giáo dục Mầm non") is left alone: it must say what it is first. */
const opening =
  /^(?:Ban|Bảo hiểm|Bộ|Chi cục|Công an|Cục|Đại học|Đảng ủy|Đoàn|Học viện|Hội đồng|Kho bạc|Liên đoàn|Phòng|Sở|Thanh tra|Tỉnh đoàn|Tổng cục|Trung tâm|Trường|Văn phòng|Viện|Vụ|Ủy ban|Uỷ ban) \p{L}/u

export const nameIndex = (directory: readonly Source[]): NameIndex => {
  const own = directory
    .flatMap(directoryPassages)
    .filter(({ kind }) => kind === 'body' || kind === 'unit')
    .map(({ text }) => text)
    .filter((text) => opening.test(text))
  const known = new Map<string, Set<string>>()
  for (const name of [...own, ...common]) {
    const lower = name.toLowerCase()
    const forms = known.get(lower) ?? new Set()
    // What the directory says goes before what is usual.
    if (forms.size === 0 || own.includes(name)) forms.add(name)
    known.set(lower, forms)
  }
  const index = new Map<string, KnownName[]>()
  for (const [lower, forms] of known) {
    const first = firstWord(lower)
    const names = index.get(first) ?? []
    names.push({ lower, forms })
    index.set(first, names)
  }
  for (const names of index.values()) names.sort((a, b) => b.lower.length - a.lower.length)
  const words = [...index.keys()].filter((word) => word !== '').sort((a, b) => b.length - a.length)
  return { firsts: new RegExp(words.join('|'), 'g'), names: index }
}

const firstWord = (lower: string): string => /^\p{L}+/u.exec(lower)?.[0] ?? ''

export type FoundName = {
  readonly offset: number
  readonly written: string
  readonly forms: ReadonlySet<string>
}

/** Every known name in a text, however its capitals are; of names that start alike the longest. */
export const namesIn = (text: string, { firsts, names }: NameIndex): FoundName[] => {
  const lower = text.toLowerCase().replaceAll('\n', ' ')
  // Letters that change their length with their case would shift everything after them.
  if (lower.length !== text.length) return []
  const found: FoundName[] = []
  let past = 0
  for (const { index, 0: word } of lower.matchAll(firsts)) {
    if (index < past || !isWhole(lower, index, index + word.length)) continue
    if (isSecondHalf(word, lower.slice(0, index))) continue
    const name = names
      .get(word)
      ?.find((each) => lower.startsWith(each.lower, index) && ends(lower, index + each.lower.length))
    if (!name) continue
    past = index + name.lower.length
    found.push({ offset: index, written: text.slice(index, past), forms: name.forms })
  }
  return found
}

/**
 * Syllables that make a word of everyday with one that names begin with: "cán bộ xây dựng" names no ministry, and "cơ sở
 * giáo dục và đào tạo" no department.
 */
const compounds: ReadonlyMap<string, readonly string[]> = new Map([
  ['bộ', ['cán', 'cục', 'đồng', 'nội', 'sơ', 'tiến', 'toàn']],
  ['đoàn', ['công', 'tập']],
  ['phòng', ['dự', 'quốc', 'văn']],
  ['sở', ['cơ', 'công', 'trụ']],
  ['trường', ['hiện', 'môi', 'thị']],
  ['viện', ['bệnh', 'học', 'thư']],
  ['vụ', ['chức', 'công', 'dịch', 'nghiệp', 'nhiệm', 'phục']],
])

const isSecondHalf = (word: string, before: string): boolean => {
  const last = compounds.has(word) ? /\p{L}+(?= $)/u.exec(before.slice(-10))?.[0] : undefined
  return last !== undefined && compounds.get(word)?.includes(last) === true
}

/** No letter before it and none after it; a rare one takes two units. */
const isWhole = (text: string, from: number, to: number): boolean =>
  !/\p{L}$/u.test(text.slice(Math.max(0, from - 2), from)) && !/^\p{L}/u.test(text.slice(to, to + 2))

const ends = (text: string, at: number): boolean => !/[\p{L}\d]/u.test(text[at] ?? '')
