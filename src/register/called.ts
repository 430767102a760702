/** A number and a symbol → how a document is called in messages: "392/TB-SGDĐT". */

import { twoDigits } from '../text/numerals.ts'

export const called = (number: number, symbol: string | undefined): string =>
  symbol === undefined ? `số ${number}` : `${twoDigits(number)}/${symbol}`
