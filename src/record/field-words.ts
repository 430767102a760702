/** Fields, values and types of a record in Vietnamese words. */

import type * as z from 'zod'
import type { Path } from '../source.ts'
import { isRecord } from './schema-at.ts'

/** ' (Trích yếu)', or nothing. */
export const titleOf = (field: z.ZodType | undefined): string => {
  const title = field?.meta()?.title
  return title === undefined ? '' : ` (${String(title)})`
}

/** What the schema says of the field, with its first example. */
export const hintOf = (field: z.ZodType | undefined): { hint?: string } => {
  const meta = field?.meta()
  if (!meta?.description) return {}
  const example = (meta.examples as unknown[] | undefined)?.[0]
  const spelt =
    example === undefined ? '' : ` Ví dụ: ${typeof example === 'string' ? example : JSON.stringify(example)}`
  return { hint: `${String(meta.description)}${spelt}` }
}

/** `conclusions[1].items[0].due`, as a person reads it; counted from 1, as people count. */
export const name = (path: Path): string =>
  path.length === 0
    ? 'cả tệp'
    : `"${path.map((step, index) => (typeof step === 'number' ? `[${step + 1}]` : index === 0 ? shown(step) : `.${shown(step)}`)).join('')}"`

export const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text)

export const typeOf = (value: unknown): string =>
  Array.isArray(value)
    ? 'một danh sách'
    : isRecord(value)
      ? 'một nhóm mục'
      : typeof value === 'number'
        ? `số ${value}`
        : typeof value === 'boolean'
          ? `giá trị ${value}`
          : 'một dòng chữ'

export const typeWord = (expected: string): string =>
  ({
    string: 'một dòng chữ',
    array: 'một danh sách (các dòng bắt đầu bằng "- ")',
    object: 'một nhóm mục (các dòng "tên: giá trị")',
    record: 'một nhóm mục (các dòng "mã: …")',
    boolean: 'true hoặc false',
    number: 'một con số',
    int: 'một số nguyên',
  })[expected] ?? expected
