/** Labels of sections, clauses and points (mục II.6đ). */

import { leftOut } from '../notice/terms.ts'
import { pointLetters, roman } from '../text/numerals.ts'
import type { Check, Context } from './against-decree-fault.ts'
import type { ContentPiece } from './identify.ts'
import { clauseLabel, pointLabel, sectionLabel } from './identify-content.ts'

const mucDd = 'Phụ lục I, Phần I, mục II.6đ'

export const checkNumbering: Check = (context) => {
  const counts = { section: 0, clause: 0, point: 0 }
  const { content, copy } = context.identified
  const dotted = content.some(({ text }) => clauseLabel.exec(text)?.[2] === '.')
  for (const piece of content) {
    const section = sectionLabel.exec(piece.text)
    const clause = clauseLabel.exec(piece.text)
    const point = pointLabel.exec(piece.text)
    // An extract keeps the numbers of its notice and marks what it leaves out.
    if (copy && piece.text.startsWith(leftOut)) Object.assign(counts, anything)
    else if (piece.part === 'heading' || piece.part === 'article')
      Object.assign(counts, { clause: 0, point: 0 })
    else if (section) {
      sections(piece, section[1] ?? '', section[2] ?? '', counts.section, context)
      counts.section = romanValue(section[1] ?? '')
      Object.assign(counts, { clause: 0, point: 0 })
    } else if (clause) {
      clauses(piece, Number(clause[1]), clause[2] ?? '', counts.clause, dotted, context)
      if (clause[2] === '.' || !dotted) counts.clause = Number(clause[1])
      counts.point = 0
    } else if (point) {
      points(piece, point[1] ?? '', point[2] ?? '', counts.point, context)
      counts.point = letterValue(point[1] ?? '')
    }
    // A starred title begins a list anew.
    else if (piece.part === 'clauseTitle') Object.assign(counts, { clause: 0, point: 0 })
  }
}

/** Below zero: whatever comes next follows. */
const anything = { section: -1, clause: -1, point: -1 }

const say = (
  context: Context,
  piece: ContentPiece,
  message: string,
  found: string,
  allowed: string,
  level: 'error' | 'warning' = 'error',
): void =>
  context.say({
    rule: 'decree/numbering',
    level,
    message: `${message}, cần ${allowed}`,
    found,
    allowed,
    cite: mucDd,
    pieces: [piece],
  })

/** Counting may start again wherever it likes, but it must not skip. */
const follows = (value: number, before: number): boolean => before < 0 || value === before + 1 || value === 1

const sections = (
  piece: ContentPiece,
  label: string,
  mark: string,
  before: number,
  context: Context,
): void => {
  const value = romanValue(label)
  if (mark !== '.')
    say(
      context,
      piece,
      `sau số thứ tự mục ${label} là "${mark}"`,
      `${label}${mark}`,
      `dấu chấm: "${label}."`,
      'warning',
    )
  if (!follows(value, before))
    say(
      context,
      piece,
      `mục ${label} đứng sau mục ${before === 0 ? 'đầu' : roman(before)}`,
      label,
      `mục ${roman(before + 1)}`,
    )
}

const clauses = (
  piece: ContentPiece,
  value: number,
  mark: string,
  before: number,
  dotted: boolean,
  context: Context,
): void => {
  // "1)" below "a)" is a habit that the decree neither knows nor forbids.
  if (mark !== '.' && (mark !== ')' || !dotted))
    say(
      context,
      piece,
      `sau số thứ tự khoản ${value} là "${mark}"`,
      `${value}${mark}`,
      `dấu chấm: "${value}."`,
      'warning',
    )
  if (mark === ')' && dotted) return
  if (!follows(value, before))
    say(
      context,
      piece,
      `khoản ${value} đứng sau khoản ${before === 0 ? 'đầu' : before}`,
      String(value),
      `khoản ${before + 1}`,
    )
}

const points = (piece: ContentPiece, label: string, mark: string, before: number, context: Context): void => {
  if (mark !== ')')
    say(
      context,
      piece,
      `sau chữ cái của điểm ${label} là "${mark}"`,
      `${label}${mark}`,
      `dấu đóng ngoặc đơn: "${label})"`,
      'warning',
    )
  const value = letterValue(label)
  const wanted = pointLetters(before + 1)
  if (value === 0) {
    say(
      context,
      piece,
      `điểm dùng chữ cái "${label}"`,
      `${label})`,
      `chữ cái tiếng Việt theo thứ tự: "${wanted})"`,
    )
    return
  }
  if (follows(value, before)) return
  say(
    context,
    piece,
    before === 0 ? `điểm đầu tiên là ${label})` : `điểm ${label}) đứng sau điểm ${pointLetters(before)})`,
    `${label})`,
    `"${wanted})"`,
  )
}

/** a = 1 … đ = 5; 0 for a letter that does not count. */
const letterValue = (label: string): number => {
  for (let value = 1; value <= alphabet + 4; value += 1) if (pointLetters(value) === label) return value
  return 0
}
const alphabet = 23

const romanValue = (label: string): number => {
  for (let value = 1; value < 40; value += 1) if (roman(value) === label) return value
  return 0
}
