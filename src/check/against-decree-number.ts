/** "Số: 392/TB-SGDĐT": the word, the number, the symbol (mục II.3). */

import type { RuleId } from '../problem.ts'
import type { Check, Context, Fault } from './against-decree-fault.ts'
import { copyForms, documentKinds } from './identify-words.ts'
import type { Piece } from './pieces.ts'

export const checkNumber: Check = (context) => {
  const piece = context.identified.parts.get('number')?.[0]
  if (!piece) return
  const { cite } = context.rules.parts.number
  for (const { message, found, allowed, hint } of [
    ...wordFaults(piece),
    ...numberFaults(piece),
    ...symbolFaults(piece, context),
  ])
    context.say({
      rule: 'decree/number' satisfies RuleId,
      level: 'error',
      message: `Số, ký hiệu: ${message}, cần ${allowed}`,
      found,
      allowed,
      ...(hint !== undefined && { hint }),
      cite,
      pieces: [piece],
    })
}

type Said = Pick<Fault, 'message' | 'hint'> & { readonly found: string; readonly allowed: string }

const said = (message: string, found: string, allowed: string): Said => ({ message, found, allowed })

const wordFaults = ({ text }: Piece): Said[] => {
  const [, word = '', space = '', colon = ''] = /^(\p{L}*)(\s*)([:.;]?)/u.exec(text) ?? []
  const out: Said[] = []
  if (word === '') out.push(said('thiếu từ "Số:"', text, '"Số:" ở đầu'))
  else if (word !== 'Số') out.push(said(`từ "${word}"`, word, '"Số", chữ in thường'))
  if (word !== '' && colon !== ':')
    out.push(said('sau từ "Số" không có dấu hai chấm', `${word}${colon}`, '"Số:"'))
  else if (word !== '' && space !== '')
    out.push(said('có khoảng trắng trước dấu hai chấm', `${word} :`, '"Số:" viết liền'))
  return out
}

/** Without the word: digits, what parts them from the symbol, the symbol. */
const split = (text: string): { digits: string; between: string; symbol: string } => {
  const rest = text.replace(/^\p{L}*\s*[:.;]?\s*/u, '')
  const [, digits = '', between = '', symbol = ''] =
    /^(\d+|[.…_\s]*)(\s*[/\\|–—-]?\s*)(.*)$/u.exec(rest) ?? []
  return { digits, between, symbol }
}

const numberFaults = ({ text }: Piece): Said[] => {
  const { digits, between, symbol } = split(text)
  const out: Said[] = []
  if (/^\d$/.test(digits))
    out.push(said(`số ${digits} nhỏ hơn 10 không có số 0 phía trước`, digits, `0${digits}`))
  if (symbol === '') return [...out, said('không có ký hiệu', text, 'ký hiệu sau dấu gạch chéo')]
  const mark = between.trim()
  if (mark !== '/')
    out.push(
      said(`giữa số và ký hiệu ${mark === '' ? 'không có dấu' : `là "${mark}"`}`, mark, 'dấu gạch chéo "/"'),
    )
  // A blank left for the number is no fault.
  else if (/\s$/.test(between) || (/^\d+$/.test(digits) && /^\s/.test(between)))
    out.push(said('có khoảng trắng quanh dấu gạch chéo', `${digits}${between}${symbol}`, 'viết liền'))
  return out
}

/** Kinds, and one title, whose abbreviation has a small letter. */
const mixed = new Set(['QyĐ', 'CTr', 'TTr', 'TrS', 'TTg', 'GDTrH', 'GDTrX'])

const symbolFaults = ({ text }: Piece, { identified }: Context): Said[] => {
  const symbol = split(text).symbol.replace(/^\d{4}\//, '')
  // Dots to be filled in.
  if (symbol === '' || /[.…]{2,}|…/.test(symbol)) return []
  const out: Said[] = []
  const bare = symbol.replace(/[.,;]$/, '')
  if (bare !== symbol) out.push(said(`ký hiệu có dấu "${symbol.slice(-1)}" ở cuối`, symbol, bare))
  if (/\s/.test(bare)) out.push(said(`ký hiệu "${bare}" có khoảng trắng`, bare, bare.replace(/\s+/g, '')))
  if (/[–—_/]/.test(bare))
    out.push(said(`ký hiệu "${bare}" nối bằng dấu khác`, bare, bare.replace(/\s*[–—_/]\s*/g, '-')))
  const groups = bare.split(/\s*[-–—_/]\s*/)
  const small = groups.filter((group) => /\p{Ll}/u.test(group) && !mixed.has(group))
  if (small.length > 0)
    out.push(said(`ký hiệu có chữ thường "${small.join(', ')}"`, small.join(', '), 'chữ in hoa'))
  const wanted =
    identified.kind === undefined ? undefined : (documentKinds[identified.kind] ?? copyForms[identified.kind])
  const [first = ''] = groups
  if (wanted !== undefined && first.toLocaleUpperCase('vi') !== wanted.toLocaleUpperCase('vi'))
    out.push({
      ...said(
        `ký hiệu bắt đầu bằng "${first}"`,
        first,
        `"${wanted}" (${identified.kind?.toLocaleLowerCase('vi')})`,
      ),
      hint: 'chữ viết tắt tên loại theo Phụ lục III, mục I',
    })
  else if (wanted !== undefined && first !== wanted && small.length === 0)
    out.push(said(`chữ viết tắt tên loại "${first}"`, first, `"${wanted}"`))
  return out
}
