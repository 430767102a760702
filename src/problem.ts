/** What authors can get wrong, as values. Thrown errors are our own faults. */

import type { Place } from './source.ts'

/** Every rule that can speak, by room. A problem with an id that is not here does not compile. */
export const ruleIds = [
  // load: files, encodings, YAML, front matter
  'load/unreadable',
  'load/encoding',
  'load/empty',
  'load/yaml',
  'load/front-matter',
  'load/duplicate-key',
  'load/alias',
  'load/body',
  'load/file-name',
  // record: the shape of one record
  'record/unknown-key',
  'record/missing',
  'record/type',
  'record/value',
  'record/date',
  'record/too-long',
  'record/whitespace',
  'record/character',
  'record/glyph',
  'record/duplicate-id',
  'record/period',
  'record/not-found',
  // resolve: how records point at each other
  'resolve/unknown-reference',
  'resolve/not-in-force',
  'resolve/authority',
  'resolve/recipients',
  'resolve/register',
  'resolve/deadline',
  // compose: templates
  'template/syntax',
  'template/unknown-fact',
  'template/missing-fact',
  'template/unknown-helper',
  'template/unknown-partial',
  'template/front-matter',
  'template/block',
  'compose/missing-part',
  'compose/block',
  // publish and command line
  'publish/write',
  'publish/name',
  'build/failed',
] as const

export type RuleId = (typeof ruleIds)[number]
export type Level = 'error' | 'warning' | 'info'

export type Problem = {
  readonly rule: RuleId
  readonly level: Level
  /** Vietnamese: what is wrong, then what was expected. */
  readonly message: string
  /** Vietnamese: what to do, "có phải ý bạn là …?". */
  readonly hint?: string
  /** Path as the user knows it, relative to the project, with "/". */
  readonly file: string
  /** 1-based. */
  readonly at?: Place
  /** Clause, e.g. "NĐ 30/2020, Phụ lục I, Phần I, mục II.4b". */
  readonly cite?: string
}

/** Every stage is given one of these and goes on after calling it. */
export type Report = (problem: Problem) => void

export const isError = (problem: Problem): boolean => problem.level === 'error'

/** By file, line, column, rule and message, so that a run always speaks in the same order. */
export const byPlace = (a: Problem, b: Problem): number =>
  compare(a.file, b.file) ||
  (a.at?.line ?? 0) - (b.at?.line ?? 0) ||
  (a.at?.column ?? 0) - (b.at?.column ?? 0) ||
  compare(a.rule, b.rule) ||
  compare(a.message, b.message)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
