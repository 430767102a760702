/** The few kinds of field that every record is made of, with the Vietnamese words that editors show. */

import * as z from 'zod'
import { isDate } from '../text/dates.ts'

/** Code written for each schema pays from hundreds of records on; most runs see one, and it costs them 10 ms. */
z.config({ jitless: true })

/** How an editor explains a field. */
export type Word = {
  readonly title: string
  readonly description: string
  readonly examples?: readonly unknown[]
}

const meta = (word: Word): Record<string, unknown> => ({
  title: word.title,
  description: word.description,
  ...(word.examples ? { examples: [...word.examples] } : {}),
})

export const longest = { text: 500, prose: 8000 } as const

/** One line of text that is printed as it stands. */
export const text = (word: Word) => line().meta(meta(word))

/** The bare check behind `text`: one line, no spaces at its ends. */
export const line = () =>
  z
    .string()
    .min(1)
    .max(longest.text)
    .refine((value) => !/[\n\t]/.test(value), { params: { kind: 'line' } })
    .refine((value) => !/^ | $/.test(value), { params: { kind: 'spaces' } })
    // What the two checks want, for editors; the line feed at the end of a block of YAML is not the author's.
    .meta({ pattern: '^[^ \\n\\t]([^\\n\\t]*[^ \\n\\t])?\\n*$' })

/** Text in which Markdown emphasis, paragraphs, dash lists and tables are allowed. */
export const prose = (word: Word) =>
  z
    .string()
    .min(1)
    .max(longest.prose)
    .refine((value) => value === '' || /\S/.test(value), { params: { kind: 'blank' } })
    .meta({ ...meta(word), pattern: '\\S' })

/** The name of another record: a–z, 0–9 and hyphens. */
export const reference = (word: Word) =>
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .meta(meta(word))

/** A code given by others that also goes into names of files: letters without marks, digits, dots, hyphens. */
export const code = (word: Word) =>
  z
    .string()
    .min(1)
    .max(60)
    .refine((value) => value === '' || codeForm.test(value), { params: { kind: 'code' } })
    .meta({ ...meta(word), pattern: codeForm.source })

const codeForm = /^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$/

/** 'YYYY-MM-DD' of a day that exists. */
export const date = (word: Word) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .refine((value) => !/^\d{4}-\d{2}-\d{2}$/.test(value) || isDate(value), { params: { kind: 'date' } })
    .meta({ ...meta(word), format: 'date' })

/** 'YYYY-MM' or 'YYYY-MM-DD'. */
export const expectedDate = (word: Word) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}(-\d{2})?$/)
    .refine(
      (value) => !/^\d{4}-\d{2}(-\d{2})?$/.test(value) || isDate(value.length === 7 ? `${value}-01` : value),
      {
        params: { kind: 'date' },
      },
    )
    .meta({ ...meta(word), pattern: '^\\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?$' })

export const flag = (word: Word) => z.boolean().meta(meta(word))

export const count = (word: Word, most: number) => z.int().min(1).max(most).meta(meta(word))

/** A post, unit or group holds from a day to a day, both inclusive; open where absent. */
export const period = {
  from: date({
    title: 'Từ ngày',
    description: 'Ngày bắt đầu có hiệu lực (YYYY-MM-DD).',
    examples: ['2020-01-01'],
  }).optional(),
  to: date({
    title: 'Đến ngày',
    description: 'Ngày cuối cùng còn hiệu lực (YYYY-MM-DD).',
    examples: ['2025-06-30'],
  }).optional(),
}

export type Period = { readonly from?: string | undefined; readonly to?: string | undefined }

export const holdsOn = (period: Period, day: string): boolean =>
  (period.from === undefined || period.from <= day) && (period.to === undefined || day <= period.to)

/** One name, or the lines in which it is to be printed. */
export const lines = (word: Word) => z.union([line(), z.array(line()).min(1).max(4)]).meta(meta(word))
