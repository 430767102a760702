/** The register looked over as a whole: numbers that nobody can account for, doubles, dates that run backwards. */

import type { Problem, Report, RuleId } from '../problem.ts'
import { stateOf } from '../record/register-entry.ts'
import type { Registered } from '../record/validate.ts'
import { shortDate } from '../text/dates.ts'
import { twoDigits } from '../text/numerals.ts'
import { byNumber } from './outgoing.ts'

export type Audited = {
  /** Those that are asked for. */
  readonly entries: readonly Registered[]
  /** Of the same years: a double may stand in another series. */
  readonly all: readonly Registered[]
  /** `<year>/<series>/<number>` of every file, for an entry with mistakes has its number all the same. */
  readonly taken: Iterable<string>
  /** The issuing body of an entry, as id. */
  readonly bodyOf: (entry: Registered) => string
}

export const audit = ({ entries, all, taken, bodyOf }: Audited, report: Report): void => {
  const files = new Map<string, number[]>()
  for (const id of taken) {
    const [year = '', series = '', number = ''] = id.split('/')
    const key = `${year}/${series}`
    const numbers = files.get(key)
    if (numbers) numbers.push(Number(number))
    else files.set(key, [Number(number)])
  }
  for (const [key, book] of grouped(entries)) {
    gaps(book, files.get(key) ?? [], report)
    disorder(book, report)
  }
  doubles(all, new Set(entries), bodyOf, report)
}

/** One series of one year, by number. */
const grouped = (entries: readonly Registered[]): Map<string, Registered[]> => {
  const books = new Map<string, Registered[]>()
  for (const entry of [...entries].sort(byNumber)) {
    const key = `${entry.year}/${entry.series}`
    const book = books.get(key)
    if (book) book.push(entry)
    else books.set(key, [entry])
  }
  return books
}

const gaps = (book: readonly Registered[], others: readonly number[], report: Report): void => {
  const numbers = [...new Set([...book.map(({ value }) => value.number), ...others])].sort((a, b) => a - b)
  const [first = 1] = numbers
  const folder = book[0]?.source.file.replace(/\/[^/]*$/, '') ?? ''
  const say = (problem: Pick<Problem, 'level' | 'message' | 'hint'>): void =>
    report({ rule: 'register/gap', file: folder, cite: yearly, ...problem })
  if (first > 1)
    say({
      level: 'info',
      message: `sổ bắt đầu từ số ${twoDigits(first)}, các số trước đó không có trong sổ này`,
      hint: 'không sao nếu các số đó đã được ghi ở sổ khác, trước khi dùng chương trình',
    })
  const missing = numbers.flatMap((number, index): [number, number][] => {
    const before = numbers[index - 1] ?? number - 1
    return number > before + 1 ? [[before + 1, number - 1]] : []
  })
  if (missing.length === 0) return
  const count = missing.reduce((sum, [from, to]) => sum + to - from + 1, 0)
  const shown = missing
    .slice(0, mostShown)
    .map(([from, to]) => (from === to ? twoDigits(from) : `${twoDigits(from)}–${twoDigits(to)}`))
  say({
    level: 'warning',
    message: `sổ thiếu ${count} số: ${shown.join(', ')}${missing.length > mostShown ? ', …' : ''}; cần mỗi số đã lấy một mục, kể cả số giữ lại hoặc đã hủy`,
    hint: 'khôi phục tệp đã mất từ git, hoặc ghi số đó là số giữ, số hủy kèm lý do',
  })
}

const mostShown = 10

/** A later number with an earlier day is allowed with its reason only. */
const disorder = (book: readonly Registered[], report: Report): void => {
  let last: { readonly number: number; readonly date: string } | undefined
  for (const { value, source } of book) {
    const { date, number } = value
    if (date === undefined || stateOf(value) === 'cancelled') continue
    if (last && date < last.date && value.reason === undefined)
      report(
        at(source, ['date'], {
          rule: 'register/order',
          level: 'warning',
          message: `số ${twoDigits(number)} ghi ngày ${shortDate(date)}, trước ngày ${shortDate(last.date)} của số ${twoDigits(last.number)} mà không có lý do`,
          hint: 'kiểm tra lại ngày, hoặc ghi "reason"',
          cite: yearly,
        }),
      )
    if (!last || date > last.date) last = { number, date }
  }
}

/** N-09: số, ký hiệu and tên cơ quan together name one document. */
const doubles = (
  all: readonly Registered[],
  asked: ReadonlySet<Registered>,
  bodyOf: (entry: Registered) => string,
  report: Report,
): void => {
  const taken = new Map<string, Registered>()
  for (const entry of [...all].sort(byNumber)) {
    const { number, symbol } = entry.value
    if (symbol === undefined) continue
    const key = JSON.stringify([entry.year, number, symbol, bodyOf(entry)])
    const other = taken.get(key)
    if (!other) {
      taken.set(key, entry)
      continue
    }
    if (!asked.has(entry) && !asked.has(other)) continue
    report(
      at(entry.source, ['number'], {
        rule: 'register/double',
        level: 'error',
        message: `số, ký hiệu ${twoDigits(number)}/${symbol} của cùng cơ quan năm ${entry.year} đã có ở ${other.source.file}, cần mỗi văn bản một số, ký hiệu`,
        hint: 'hủy một trong hai số kèm lý do rồi cấp số khác; không sửa số của văn bản đã gửi đi',
        cite: 'NĐ 30/2020/NĐ-CP, Phụ lục VI, Phần I, mục III.1h',
      }),
    )
  }
}

const yearly = 'NĐ 30/2020/NĐ-CP, Điều 15 khoản 1'

type Said = Pick<Problem, 'level' | 'message' | 'hint' | 'cite'> & { readonly rule: RuleId }

const at = (source: Registered['source'], path: readonly string[], said: Said): Problem => {
  const place = source.at(path)
  return { file: source.file, ...(place ? { at: place } : {}), ...said }
}
