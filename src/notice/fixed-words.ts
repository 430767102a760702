/**
 * The words on paper that a notice does not hold as its own: what the decree prescribes, how number and date are spelt,
 * and whatever stands on a page beside the known parts. A finished file may have others than the program would print.
 */

import { capital, tidy } from './looks.ts'
import type { Notice } from './notice.ts'
import { annexLabel, motto, nationalName, numberLine, placeDateLine, recipientsWord } from './terms.ts'

export const fixedParts = [
  'nationalName',
  'motto',
  'numberLine',
  'placeDateLine',
  'recipientsWord',
  'annexLabels',
  'others',
] as const
export type FixedPart = (typeof fixedParts)[number]

/** As they are read; empty where there are none. */
export type FixedWords = Readonly<Record<FixedPart, string>>

/** As the program prints them for this notice. */
export const fixedWords = (notice: Notice): FixedWords => {
  const annexes = notice.annexes ?? []
  return {
    nationalName: capital(nationalName),
    motto: tidy(motto),
    numberLine: tidy(numberLine(notice.number, notice.symbol)),
    placeDateLine: tidy(placeDateLine(notice.place, notice.date)),
    recipientsWord: tidy(recipientsWord),
    annexLabels: annexes.map((_, index) => capital(annexLabel(index, annexes.length))).join('; '),
    others: '',
  }
}
