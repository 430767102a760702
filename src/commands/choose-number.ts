/** Which number a document gets, and which numbers stand before and after it: by the names of files, and few of those read. */

import { entryFile, numbersIn, seriesIn } from '../load/register-folder.ts'
import { stateOf } from '../record/register-entry.ts'
import type { Registered } from '../record/validate.ts'
import { called } from '../register/called.ts'
import type { Neighbour } from '../register/days.ts'
import { type Desk, readEntries, say } from './register-desk.ts'

export type Chosen = {
  readonly number: number
  readonly id: string
  /** The entry that kept the number for this document. */
  readonly reserved: Registered | undefined
  readonly previous: Neighbour | undefined
  readonly next: Neighbour | undefined
}

/** `given`: a number from the records office's own system, or one that was reserved. Undefined: not to be had (reported). */
export const chooseNumber = async (
  desk: Desk,
  year: string,
  series: string,
  given: number | undefined,
): Promise<Chosen | undefined> => {
  const numbers = await numbersIn(desk.root, year, series)
  const last = numbers.at(-1) ?? 0
  const number = given ?? last + 1
  const id = `${year}/${series}/${number}`
  const file = entryFile(id)
  if (number > 999_999) {
    say(desk, file, 'register/number', { message: 'sổ đã hết số', hint: 'kiểm tra các số lớn nhất trong sổ' })
    return undefined
  }
  let reserved: Registered | undefined
  if (numbers.includes(number)) {
    ;[reserved] = await readEntries(desk, [id])
    if (!reserved || stateOf(reserved.value) !== 'reserved') {
      const { record } = reserved?.value ?? {}
      say(desk, file, 'register/number', {
        message: `số ${number} của năm ${year} đã có trong sổ${record === undefined ? '' : `, cho "${record}"`}`,
        hint: 'chọn số khác, hoặc bỏ --number để lấy số tiếp theo',
        cite: 'NĐ 30/2020/NĐ-CP, Điều 15 khoản 1',
      })
      return undefined
    }
  } else if (number > last + 1) {
    say(
      desk,
      file,
      'register/number',
      {
        message: `số ${number} bỏ cách ${last === 0 ? 'từ đầu năm' : `số ${last}`}: sổ chưa có ${gap(last + 1, number - 1)}`,
        hint: 'nếu các số ấy do hệ thống của văn thư cấp cho văn bản khác thì không cần làm gì',
      },
      'warning',
    )
  }
  const neighbour = async (candidates: readonly number[]): Promise<Neighbour | undefined> => {
    for (const each of candidates) {
      const [entry] = await readEntries(desk, [`${year}/${series}/${each}`])
      if (entry?.value.date !== undefined && stateOf(entry.value) !== 'cancelled')
        return { number: each, date: entry.value.date }
    }
    return undefined
  }
  return {
    number,
    id,
    reserved,
    previous: await neighbour(numbers.filter((each) => each < number).reverse()),
    next: await neighbour(numbers.filter((each) => each > number)),
  }
}

const gap = (from: number, to: number): string => (from === to ? `số ${from}` : `các số ${from}–${to}`)

/** Number and symbol together name a document: no other series may have given them (Phụ lục VI, Phần I, mục III.1h). */
export const isDouble = async (desk: Desk, { number, id }: Chosen, symbol: string): Promise<boolean> => {
  const [year = '', own = ''] = id.split('/')
  for (const series of await seriesIn(desk.root, year)) {
    if (series === own || !(await numbersIn(desk.root, year, series)).includes(number)) continue
    const [other] = await readEntries(desk, [`${year}/${series}/${number}`])
    if (other?.value.symbol !== symbol) continue
    say(desk, entryFile(id), 'register/number', {
      message: `${called(number, symbol)} năm ${year} đã có ở sổ "${series}" (${other.source.file})`,
      hint: 'mỗi văn bản một số, ký hiệu riêng trong năm; kiểm tra mục series trong content/project.yaml',
      cite: 'NĐ 30/2020/NĐ-CP, Phụ lục VI, Phần I, mục III.1h',
    })
    return true
  }
  return false
}
