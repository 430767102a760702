/** What zod found wrong, said in our own words: issue → rule, message, hint and the path it is about. */

import { z } from 'zod'
import type { RuleId } from '../problem.ts'
import type { Aim, Path } from '../source.ts'
import { fileSafe } from '../text/names.ts'
import { nearest } from '../text/nearest.ts'

export type Finding = {
  readonly rule: RuleId
  readonly path: Path
  readonly aim: Aim
  readonly message: string
  readonly hint?: string
}

type Issue = z.core.$ZodIssue

/** Every mistake of `value` against `schema`; empty when it fits. */
export const explain = (schema: z.ZodType, value: unknown): Finding[] => {
  const result = schema.safeParse(value)
  return result.success ? [] : result.error.issues.flatMap((issue) => findings(issue, [], value, schema))
}

const findings = (issue: Issue, above: Path, top: unknown, schema: z.ZodType): Finding[] => {
  const path: Path = [...above, ...(issue.path as (string | number)[])]
  const found = valueAt(top, path)
  const field = schemaAt(schema, path, top)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, path, field))
    case 'invalid_union':
      return fromUnion(issue, path, found, top, schema)
    case 'invalid_type':
      return found === undefined || found === null
        ? [missing(path, field)]
        : [wrongType(issue.expected, path, found, field)]
    case 'too_big':
      return [tooBig(Number(issue.maximum), issue.origin, path, found)]
    case 'too_small':
      return [tooSmall(Number(issue.minimum), issue.origin, path, found)]
    case 'invalid_format':
      return [badFormat(path, found, field)]
    case 'invalid_value':
      if (found === undefined || found === null) return [missing(path, field)]
      return [badChoice(issue.values.map(String), path, found)]
    case 'custom':
      return [custom(String(issue.params?.kind), path, found)]
    default:
      return [{ rule: 'record/value', path, aim: 'value', message: `${name(path)}: giá trị không dùng được` }]
  }
}

/** Of the branches of a union only the one that the author meant is worth talking about: the one of the same type. */
const fromUnion = (
  issue: Issue & { code: 'invalid_union' },
  path: Path,
  found: unknown,
  top: unknown,
  schema: z.ZodType,
): Finding[] => {
  if (found === undefined || found === null) return [missing(path, schemaAt(schema, path, top))]
  const meant = issue.errors.filter(
    (branch) => !branch.some((each) => each.code === 'invalid_type' && each.path.length === 0),
  )
  const branch = meant[0]
  if (branch) return branch.flatMap((each) => findings(each as Issue, path, top, schema))
  const expected = issue.errors.flatMap((each) =>
    each.flatMap((inner) =>
      inner.code === 'invalid_type' && inner.path.length === 0 ? [typeWord(inner.expected)] : [],
    ),
  )
  return [
    {
      rule: 'record/type',
      path,
      aim: 'value',
      message: `${name(path)} đang là ${typeOf(found)}, cần ${[...new Set(expected)].join(' hoặc ')}`,
      ...hintOf(schemaAt(schema, path, top)),
    },
  ]
}

const missing = (path: Path, field: z.ZodType | undefined): Finding => ({
  rule: 'record/missing',
  path,
  aim: 'value',
  message: `thiếu ${name(path)}${titleOf(field)}`,
  ...hintOf(field),
})

const unknownKey = (key: string, path: Path, field: z.ZodType | undefined): Finding => {
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

const wrongType = (expected: string, path: Path, found: unknown, field: z.ZodType | undefined): Finding => ({
  rule: 'record/type',
  path,
  aim: 'value',
  message: `${name(path)} đang là ${typeOf(found)}, cần ${typeWord(expected)}`,
  ...(expected === 'string' && typeof found !== 'object'
    ? { hint: `đặt trong dấu nháy nếu đây là chữ: "${shown(String(found))}"` }
    : hintOf(field)),
})

const tooBig = (most: number, origin: string, path: Path, found: unknown): Finding =>
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

const tooSmall = (least: number, origin: string, path: Path, found: unknown): Finding => ({
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

const badFormat = (path: Path, found: unknown, field: z.ZodType | undefined): Finding => {
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

const badChoice = (values: readonly string[], path: Path, found: unknown): Finding => {
  const near = nearest(String(found), values)
  return {
    rule: 'record/value',
    path,
    aim: 'value',
    message: `${name(path)}: không dùng được "${shown(String(found))}", cần một trong: ${values.join(', ')}`,
    ...(near ? { hint: `có phải ý bạn là "${near}"?` } : {}),
  }
}

const custom = (kind: string, path: Path, found: unknown): Finding => {
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

/** The schema that stands at a path, through optional fields, lists, maps and the fitting branch of a union. */
const schemaAt = (schema: z.ZodType, path: Path, value: unknown): z.ZodType | undefined => {
  const inner = unwrap(schema, value)
  const [step, ...rest] = path
  if (step === undefined) return inner
  const next =
    isRecord(value) || Array.isArray(value) ? (value as Record<string | number, unknown>)[step] : undefined
  if (inner instanceof z.ZodObject) {
    const field = (inner.shape as Record<string, z.ZodType>)[String(step)]
    return field ? schemaAt(field, rest, next) : undefined
  }
  if (inner instanceof z.ZodArray) return schemaAt(inner.element as z.ZodType, rest, next)
  if (inner instanceof z.ZodRecord) return schemaAt(inner.valueType as z.ZodType, rest, next)
  return undefined
}

const unwrap = (schema: z.ZodType, value: unknown): z.ZodType => {
  if (schema instanceof z.ZodOptional) return unwrap(schema.unwrap() as z.ZodType, value)
  if (!(schema instanceof z.ZodUnion)) return schema
  const options = (schema.options as z.ZodType[]).map((option) => unwrap(option, value))
  const fitting = options.find((option) =>
    Array.isArray(value)
      ? option instanceof z.ZodArray
      : isRecord(value)
        ? option instanceof z.ZodObject
        : option instanceof z.ZodString,
  )
  return value !== undefined && fitting ? fitting : schema
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (found, step) =>
      (isRecord(found) || Array.isArray(found)) && Object.hasOwn(found, step)
        ? (found as Record<string | number, unknown>)[step]
        : undefined,
    value,
  )

const titleOf = (field: z.ZodType | undefined): string => {
  const title = field?.meta()?.title
  return title === undefined ? '' : ` (${String(title)})`
}

const hintOf = (field: z.ZodType | undefined): { hint?: string } => {
  const meta = field?.meta()
  if (!meta?.description) return {}
  const example = (meta.examples as unknown[] | undefined)?.[0]
  const spelt =
    example === undefined ? '' : ` Ví dụ: ${typeof example === 'string' ? example : JSON.stringify(example)}`
  return { hint: `${String(meta.description)}${spelt}` }
}

/** `conclusions[1].items[0].due`, as a person reads it; counted from 1, as people count. */
const name = (path: Path): string =>
  path.length === 0
    ? 'cả tệp'
    : `"${path.map((step, index) => (typeof step === 'number' ? `[${step + 1}]` : index === 0 ? shown(step) : `.${shown(step)}`)).join('')}"`

const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text)

const typeOf = (value: unknown): string =>
  Array.isArray(value)
    ? 'một danh sách'
    : isRecord(value)
      ? 'một nhóm mục'
      : typeof value === 'number'
        ? `số ${value}`
        : typeof value === 'boolean'
          ? `giá trị ${value}`
          : 'một dòng chữ'

const typeWord = (expected: string): string =>
  ({
    string: 'một dòng chữ',
    array: 'một danh sách (các dòng bắt đầu bằng "- ")',
    object: 'một nhóm mục (các dòng "tên: giá trị")',
    record: 'một nhóm mục (các dòng "mã: …")',
    boolean: 'true hoặc false',
    number: 'một con số',
    int: 'một số nguyên',
  })[expected] ?? expected
