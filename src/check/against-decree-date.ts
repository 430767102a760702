/** "Hậu Giang, ngày 10 tháng 3 năm 2020" (mục II.4). */

import type { Level } from '../problem.ts'
import { isDate } from '../text/dates.ts'
import type { Check } from './against-decree-fault.ts'

export const checkDate: Check = (context) => {
  const piece = context.identified.parts.get('placeDate')?.[0]
  if (!piece) return
  const { cite } = context.rules.parts.placeDate
  for (const { level = 'error', message, found, allowed } of [
    ...dateFaults(piece.text),
    ...placeFaults(piece.text),
  ])
    context.say({
      rule: 'decree/date',
      level,
      message: `Địa danh và thời gian: ${message}, cần ${allowed}`,
      found,
      allowed,
      cite: cite.replace('4c', allowed.includes('0') || /ngày|tháng/.test(message) ? '4b' : '4c'),
      pieces: [piece],
    })
}

type Said = {
  readonly level?: Level
  readonly message: string
  readonly found: string
  readonly allowed: string
}

const spelt =
  /ngày\s*(?<day>[\d.…_]*)\s*tháng\s*(?<month>[\d.…_]*)\s*năm\s*(?<year>[\d.…_]*)\s*(?<end>[.,;]?)$/iu

const dateFaults = (text: string): Said[] => {
  const match = spelt.exec(text)
  const { day = '', month = '', year = '', end = '' } = match?.groups ?? {}
  if (!match) {
    const [figures = text] = /\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}/.exec(text) ?? []
    return [
      {
        message: `ngày tháng viết “${figures}”`,
        found: figures,
        allowed: '"ngày … tháng … năm …" viết đầy đủ',
      },
    ]
  }
  const out: Said[] = []
  if (/^\d$/.test(day) && day !== '0')
    out.push({ message: `ngày ${day} không có số 0 phía trước`, found: day, allowed: `ngày 0${day}` })
  if (/^[12]$/.test(month))
    out.push({ message: `tháng ${month} không có số 0 phía trước`, found: month, allowed: `tháng 0${month}` })
  if (/^0[3-9]$/.test(month))
    out.push({
      message: `tháng ${month} có số 0 phía trước (chỉ tháng 1, 2 mới thêm)`,
      found: month,
      allowed: `tháng ${month.slice(1)}`,
    })
  const isWhole = [year, month, day].every((part) => /^\d+$/.test(part))
  if (isWhole && !isDate([year, month.padStart(2, '0'), day.padStart(2, '0')].join('-')))
    out.push({
      message: `ngày ${day} tháng ${month} năm ${year} không có trong lịch`,
      found: `${day}/${month}/${year}`,
      allowed: 'ngày có thật',
    })
  const words = match[0].replace(/[^\p{L} ]/gu, '')
  if (/\p{Lu}/u.test(words))
    out.push({ message: 'từ "ngày", "tháng", "năm" viết hoa', found: words.trim(), allowed: 'chữ in thường' })
  if (end !== '' && /\d[.,;]$/.test(text))
    out.push({
      level: 'warning',
      message: `có dấu "${end}" ở cuối`,
      found: text.slice(-1),
      allowed: 'không có dấu',
    })
  return out
}

/** Words that name a unit stay small inside a name: "Thành phố Hồ Chí Minh". */
const units = new Set(['phố', 'trấn', 'xã', 'tỉnh', 'quận', 'huyện', 'phường', '-'])

const placeFaults = (text: string): Said[] => {
  const at = text.search(/ngày|\d{1,2}\s*[/.-]/iu)
  const before = at === -1 ? text : text.slice(0, at)
  // Dots to be filled in.
  if (/[.…]{2,}|…/u.test(before)) return []
  const place = before.replace(/[\s,.;]*$/u, '')
  const out: Said[] = []
  if (!/\p{L}/u.test(place))
    return [{ message: 'không có địa danh', found: text, allowed: 'địa danh, dấu phẩy, rồi ngày tháng' }]
  if (!/,\s*$/.test(before))
    out.push({ message: 'sau địa danh không có dấu phẩy', found: place, allowed: `"${place},"` })
  else if (/\s,/.test(before))
    out.push({
      level: 'warning',
      message: 'có khoảng trắng trước dấu phẩy',
      found: before.trim(),
      allowed: `"${place},"`,
    })
  const small = place.split(' ').filter((word) => /^\p{Ll}/u.test(word))
  const wrong = small.filter((word) => !units.has(word) || place.startsWith(word))
  if (wrong.length > 0)
    out.push({
      message: `địa danh “${place}” có chữ cái đầu không viết hoa`,
      found: wrong.join(' '),
      allowed: 'viết hoa các chữ cái đầu',
    })
  if (/^(TP|Tp|T\.P)[. ]/u.test(place))
    out.push({
      level: 'warning',
      message: `địa danh “${place}” viết tắt`,
      found: place,
      allowed: 'tên gọi chính thức, đầy đủ',
    })
  return out
}
