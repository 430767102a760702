/** Days that are named in running text, as they are written there. */

import { isDate } from '../text/dates.ts'

export type WrittenDay = {
  readonly offset: number
  readonly length: number
  /** Digits as typed. */
  readonly day: string
  readonly month: string
  readonly year: string | undefined
  /** 'ngày 5 tháng 3 năm 2020', or '5/3/2020'. */
  readonly form: 'words' | 'slashes'
}

const inWords = /(?<![\p{L}\d])ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})(?!\d)(?:\s+năm\s+(\d{4})(?!\d))?/giu

/** Not "193/10/02/2020" and not "02/2020/TT-BNV": a slash or digit on either side makes it part of something else. */
const withSlashes = /(?<![\d/.,-])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/-])/gu

export const daysIn = (text: string): WrittenDay[] => [
  // The pattern that knows all letters takes long to be made ready.
  ...(/ngày\s+\d/i.test(text) ? written(text, inWords, 'words') : []),
  ...(text.includes('/') ? written(text, withSlashes, 'slashes') : []),
]

const written = (text: string, pattern: RegExp, form: WrittenDay['form']): WrittenDay[] =>
  [...text.matchAll(pattern)].map(({ index, 0: all, 1: day = '', 2: month = '', 3: year }) => ({
    offset: index,
    length: all.length,
    day,
    month,
    year,
    form,
  }))

/** A day without a year may be any year's. */
export const exists = ({ day, month, year }: WrittenDay): boolean => {
  // The calendar repeats after 400 years; `isDate` knows it from 1945 on, and texts name days before.
  const like = year === undefined ? 2000 : 2000 + (Number(year) % 400)
  return isDate(`${like}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

/** 'YYYY-MM-DD', when the year is known and the day exists. */
export const dateOf = (written: WrittenDay): string | undefined =>
  written.year !== undefined && exists(written)
    ? `${written.year}-${written.month.padStart(2, '0')}-${written.day.padStart(2, '0')}`
    : undefined

/** 0 Sunday … 6 Saturday. */
export const weekday = (date: string): number => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay()
}

export const isWeekend = (date: string): boolean => [0, 6].includes(weekday(date))
