/** One finding for each way in which a value can miss its schema; Vietnamese: what is wrong, then what was expected. */

import * as z from 'zod'
import type { RuleId } from '../problem.ts'
import type { Aim, Path } from '../source.ts'
import { fileSafe } from '../text/names.ts'
import { nearest } from '../text/nearest.ts'
import { hintOf, name, shown, titleOf, typeOf, typeWord } from './field-words.ts'

export type Finding = {
  readonly rule: RuleId
  readonly path: Path
  readonly aim: Aim
  readonly message: string
  readonly hint?: string
}

export const missing = (path: Path, field: z.ZodType | undefined): Finding => ({
  rule: 'record/missing',
  path,
  aim: 'value',
  message: `thiếu ${name(path)}${titleOf(field)}`,
  ...hintOf(field),
})

export const unknownKey = (key: string, path: Path, field: z.ZodType | undefined): Finding => {
  const shape = field instanceof z.ZodObject ? (field.shape as Record<string, z.ZodType>) : {}
  const near = nearest(key, Object.keys(shape)) ?? byTitle(key, shape)
  return {
    rule: 'record/unknown-key',
    path: [...path, key],
    aim: 'key',
    message: `không có mục nào tên là "${shown(key)}"${path.length > 0 ? ` trong ${name(path)}` : ''}, cần một trong các mục: ${Object.keys(shape).join(', ')}`,
    ...(near ? { hint: `có phải ý bạn là "${near}"?` } : {}),
  }
}

/** A clerk may well have written the Vietnamese title of a field: "người ký" for "signatory". */
const byTitle = (key: string, shape: Record<string, z.ZodType>): string | undefined => {
  const titles = new Map(
    Object.entries(shape).map(([name, field]) => [slug(String(field.meta()?.title ?? '')), name] as const),
  )
  const near = nearest(slug(key), titles.keys())
  return near === undefined ? undefined : titles.get(near)
}

const slug = (text: string): string => fileSafe(text).toLowerCase().replace(/[_-]+/g, ' ')

export const wrongType = (
  expected: string,
  path: Path,
  found: unknown,
  field: z.ZodType | undefined,
): Finding => ({
  rule: 'record/type',
  path,
  aim: 'value',
  message: `${name(path)} đang là ${typeOf(found)}, cần ${typeWord(expected)}`,
  ...(expected === 'string' && typeof found !== 'object'
    ? { hint: `đặt trong dấu nháy nếu đây là chữ: "${shown(String(found))}"` }
    : hintOf(field)),
})

export const tooBig = (most: number, origin: string, path: Path, found: unknown): Finding =>
  origin === 'string'
    ? {
        rule: 'record/too-long',
        path,
        aim: 'value',
        message: `${name(path)} dài ${String(found).length} ký tự, cần không quá ${most} ký tự`,
        hint: 'chia thành nhiều mục ngắn hơn, hoặc đưa phần dài vào phụ lục',
      }
    : {
        rule: 'record/value',
        path,
        aim: 'value',
        message: `${name(path)} quá lớn hoặc quá nhiều, cần không quá ${most}`,
      }

export const tooSmall = (least: number, origin: string, path: Path, found: unknown): Finding => ({
  rule: origin === 'number' || origin === 'int' ? 'record/value' : 'record/missing',
  path,
  aim: 'value',
  message:
    origin === 'string'
      ? `${name(path)} đang để trống, cần có chữ`
      : origin === 'array'
        ? `${name(path)} đang trống, cần ít nhất ${least} mục`
        : `${name(path)} là ${shown(String(found))}, cần từ ${least} trở lên`,
  ...(origin === 'array' || origin === 'string' ? { hint: 'bỏ hẳn mục này nếu không dùng' } : {}),
})

export const badFormat = (path: Path, found: unknown, field: z.ZodType | undefined): Finding => {
  const example = (field?.meta()?.examples as unknown[] | undefined)?.[0]
  const date = /ngày|hạn/i.test(String(field?.meta()?.title ?? ''))
  return {
    rule: date ? 'record/date' : 'record/value',
    path,
    aim: 'value',
    message: date
      ? `${name(path)}: "${shown(String(found))}" không phải một ngày, cần dạng năm-tháng-ngày (YYYY-MM-DD)`
      : `${name(path)}: "${shown(String(found))}" không phải một mã, cần chữ thường không dấu, số và gạch nối`,
    ...(example !== undefined
      ? { hint: `ví dụ: ${String(example)}${date ? rewrittenDate(String(found)) : ''}` }
      : {}),
  }
}

/** "24/3/2020" → how to write it here. */
const rewrittenDate = (found: string): string => {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(found.trim())
  if (!match) return ''
  const [, day = '', month = '', year = ''] = match
  return `; ngày này viết là ${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

export const badChoice = (values: readonly string[], path: Path, found: unknown): Finding => {
  const near = nearest(String(found), values)
  return {
    rule: 'record/value',
    path,
    aim: 'value',
    message: `${name(path)}: không dùng được "${shown(String(found))}", cần một trong: ${values.join(', ')}`,
    ...(near ? { hint: `có phải ý bạn là "${near}"?` } : {}),
  }
}

export const custom = (kind: string, path: Path, found: unknown): Finding => {
  if (kind === 'date') {
    return {
      rule: 'record/date',
      path,
      aim: 'value',
      message: `${name(path)}: không có ngày ${shown(String(found))} trong lịch, cần một ngày có thật`,
    }
  }
  if (kind === 'blank') {
    return {
      rule: 'record/missing',
      path,
      aim: 'value',
      message: `${name(path)} chỉ có dấu cách, cần có chữ`,
      hint: 'bỏ hẳn mục này nếu không dùng',
    }
  }
  if (kind === 'code') {
    return {
      rule: 'record/value',
      path,
      aim: 'value',
      message: `${name(path)}: "${shown(String(found))}" không dùng làm mã được, cần chữ không dấu, số, dấu chấm, gạch nối`,
    }
  }
  if (kind === 'line') {
    return {
      rule: 'record/whitespace',
      path,
      aim: 'value',
      message: `${name(path)} bị ngắt dòng hoặc có dấu tab, cần nằm trên một dòng`,
      hint: 'trong YAML, dùng ">-" để viết một dòng dài thành nhiều dòng',
    }
  }
  return {
    rule: 'record/whitespace',
    path,
    aim: 'value',
    message: `${name(path)} có dấu cách thừa ở đầu hoặc cuối, cần bỏ đi`,
  }
}
