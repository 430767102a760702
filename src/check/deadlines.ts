/** Days by which something must be done: those of tasks, and those that running text calls a deadline. */

import { dateOf, daysIn } from './calendar.ts'
import { once } from './once.ts'
import type { MeetingText, Passage } from './passage.ts'

export type Deadline = {
  readonly passage: Passage
  readonly offset: number
  readonly length: number
  /** 'YYYY-MM-DD' */
  readonly date: string
}

const before =
  /(?<!\p{L})(?:chậm nhất|muộn nhất|trước|đến hết|xong|thời hạn|hạn cuối|hạn chót|hạn)(?:[\s:*_]+(?:là|vào|trong|hết|đến|ngày)(?!\p{L}))*[\s:*_]*$/iu

/** "the papers issued before 01/7/2025" sets nobody a time. */
const looksBack = /(?:ban hành|có hiệu lực|đã|ký|sinh|thành lập|tuyển dụng|vào)\s[^,;.]*$/iu

/** Letters before a day in which a deadline would be announced. */
const reach = 40

/** A task's day that its conclusion also names in words is told once, in the words. */
export const deadlinesOf = once(({ passages }: MeetingText): readonly Deadline[] => {
  const spoken = passages.filter(({ kind }) => kind === 'content').flatMap(spokenIn)
  const said = new Set(spoken.map(({ passage, date }) => `${nodeOf(passage)} ${date}`))
  const tasks = passages
    .filter(({ kind, text }) => kind === 'due' && /^\d{4}-\d{2}-\d{2}$/.test(text))
    .filter((passage) => !said.has(`${nodeOf(passage)} ${passage.text}`))
    .map((passage) => ({ passage, offset: 0, length: passage.text.length, date: passage.text }))
  return [...spoken, ...tasks]
})

const spokenIn = (passage: Passage): Deadline[] =>
  daysIn(passage.text).flatMap((day) => {
    const date = dateOf(day)
    const lead = passage.text.slice(Math.max(0, day.offset - reach), day.offset)
    return date !== undefined && before.test(lead) && !looksBack.test(lead)
      ? [{ passage, offset: day.offset, length: day.length, date }]
      : []
  })

/** The conclusion that a text or a task belongs to. */
const nodeOf = ({ path }: Passage): string => {
  const below = path.indexOf('tasks')
  return JSON.stringify(
    below === -1 ? (path.at(-1) === 'text' ? path.slice(0, -1) : path) : path.slice(0, below),
  )
}
