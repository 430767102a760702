/** Values of options as the command line gives them → what commands are given, or the words why not. */

import { InvalidArgumentError } from 'commander'
import { isDate } from '../text/dates.ts'

export const day = (given: string): string => {
  if (isDate(given)) return given
  throw new InvalidArgumentError(`"${given}" không phải một ngày, cần dạng năm-tháng-ngày (YYYY-MM-DD)`)
}

export const year = (given: string): string => {
  if (isDate(`${given}-01-01`)) return given
  throw new InvalidArgumentError(`"${given}" không phải một năm, cần bốn chữ số`)
}

export const number = (given: string): number => {
  const value = Number(given)
  if (/^\d+$/.test(given) && value >= 1 && value <= 999_999) return value
  throw new InvalidArgumentError(`"${given}" không dùng được, cần một số nguyên từ 1 đến 999999`)
}

export const words = (given: string): string => {
  const text = given.trim().normalize('NFC')
  if (text !== '' && text.length <= 500 && !/[\n\t]/.test(text)) return text
  throw new InvalidArgumentError('cần có chữ, trên một dòng, không quá 500 ký tự')
}

/** One of a few names. */
export const oneOf =
  <T extends string>(names: readonly T[]) =>
  (given: string): T => {
    const found = names.find((name) => name === given)
    if (found !== undefined) return found
    throw new InvalidArgumentError(`"${given}" không dùng được, cần: ${names.join(', ')}`)
  }
