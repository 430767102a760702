/** A schema and a value walked down together: what stands at a path, through optional fields, lists, maps and unions. */

import * as z from 'zod'
import type { Path } from '../source.ts'

/** The schema that stands at a path, through optional fields, lists, maps and the fitting branch of a union. */
export const schemaAt = (schema: z.ZodType, path: Path, value: unknown): z.ZodType | undefined => {
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

/** A mapping, as YAML gives it. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Undefined where the path leads nowhere. */
export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (found, step) =>
      (isRecord(found) || Array.isArray(found)) && Object.hasOwn(found, step)
        ? (found as Record<string | number, unknown>)[step]
        : undefined,
    value,
  )
