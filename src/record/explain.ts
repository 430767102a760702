/** What zod found wrong, said in our own words: issue → rule, message, hint and the path it is about. */

import type * as z from 'zod'
import type { Path } from '../source.ts'
import { hintOf, name, typeOf, typeWord } from './field-words.ts'
import {
  badChoice,
  badFormat,
  custom,
  type Finding,
  missing,
  tooBig,
  tooSmall,
  unknownKey,
  wrongType,
} from './findings.ts'
import { schemaAt, valueAt } from './schema-at.ts'

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
