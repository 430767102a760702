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
  'publish/draft',
  'publish/name',
  'build/failed',
  // the register and what is written into it
  'register/series',
  'register/number',
  'register/date',
  'register/reason',
  'register/state',
  'register/entry',
  'register/edited',
  'register/file',
  'register/gap',
  'register/order',
  'register/double',
  // tasks and extracts of issued notices
  'tasks/progress',
  'tasks/calendar',
  'extract/notice',
  // finished files read back, versions compared
  'read/markdown',
  'read/docx',
  'read/pdf',
  'read/package',
  'read/file',
  'diff/revision',
  'diff/form',
  // what a clerk changed in Word, on its way back into the record
  'merge/issued',
  'merge/unplaced',
  'merge/look',
  'merge/deadline',
  'git/missing',
  'git/setup',
  // hand-over packages: made and verified
  'archive/settings',
  'archive/schemas',
  'archive/field',
  'archive/notice',
  'archive/handed-over',
  'archive/signed',
  'archive/edxml',
  'verify/package',
  'verify/missing',
  'verify/extra',
  'verify/changed',
  'verify/mets',
  'verify/record',
  // check: the words of records, templates and notices (src/check/rules)
  'text/kind-capital',
  'text/part-capital',
  'text/body-capitals',
  'text/place-capitals',
  'text/people-and-state',
  'text/person-name',
  'text/signer-title',
  'text/basis-marks',
  'text/citation-first',
  'text/citation-later',
  'text/symbol-spaces',
  'text/kind-abbreviation',
  'text/date-exists',
  'text/date-zeros',
  'text/deadline-past',
  'text/deadline-weekend',
  'text/point-letters',
  'text/typed-number',
  'text/closing-mark',
  'text/annex-announced',
  'text/attached-line',
  'text/salutation',
  'text/as-above',
  'text/recipient-marks',
  'text/archive',
  'text/subject',
  'text/authority-space',
  'text/bold',
  'text/double-space',
  'text/space-before-mark',
  'text/space-after-mark',
  'text/tone-marks',
  'text/nfd',
  'check/silence',
  // check: finished files, measured against the decree table
  'file/unreadable',
  'file/gap',
  'file/annotate',
  'decree/paper',
  'decree/margin',
  'decree/page-number',
  'decree/face',
  'decree/colour',
  'decree/size',
  'decree/weight',
  'decree/slope',
  'decree/letters',
  'decree/align',
  'decree/place',
  'decree/line-spacing',
  'decree/paragraph-gap',
  'decree/indent',
  'decree/stroke',
  'decree/frame',
  'decree/missing-part',
  'decree/wording',
  'decree/number',
  'decree/date',
  'decree/marks',
  'decree/numbering',
  'decree/closing',
  'decree/authority',
  'decree/recipients',
] as const

export type RuleId = (typeof ruleIds)[number]

/** The rules on the text: those that an office may silence, with a reason, when they do not speak of errors. */
export type TextRuleId = Extract<RuleId, `text/${string}`>
export const textRuleIds: readonly TextRuleId[] = ruleIds.filter((id): id is TextRuleId =>
  id.startsWith('text/'),
)
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
  /** Vietnamese: where in a finished file, which has no lines of its own: page, paragraph, words. */
  readonly where?: string
  /** Vietnamese: what was measured, and what may be. */
  readonly found?: string
  readonly allowed?: string
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
