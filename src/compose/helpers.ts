/** What a template may call: thin wrappers over text/. They answer plain text; `print` makes it safe for Markdown. */

import Handlebars from 'handlebars'
import type { Report } from '../problem.ts'
import type { SessionsFacts } from '../resolve/facts.ts'
import { isDate, issueDate, longDate, longRange, shortDate } from '../text/dates.ts'
import { escapeMarkdown } from '../text/escape.ts'
import { upper } from '../text/names.ts'

/** A paragraph of its own that stands for the conclusions; values cannot hold it (private use is refused). */
export const conclusionsMark = '\uE000conclusions\uE000'

type Options = Handlebars.HelperOptions
type Context = { readonly data: { readonly report: Report; readonly root: unknown } }

const reportOf = (options: Options): Report => (options as unknown as Context).data.report

/** A fact by its path from a context. Absent on purpose (null, or below null) is null; what no record has is reported. */
const fact = (
  context: unknown,
  path: string,
  file: string,
  line: number,
  column: number,
  options: Options,
): unknown => {
  let value = context
  for (const step of path === '' ? [] : path.split('.')) {
    if (value === null) return null
    if (typeof value !== 'object' || !Object.hasOwn(value as object, step)) {
      reportOf(options)({
        rule: 'template/unknown-fact',
        level: 'error',
        message: `không có dữ kiện nào tên là "${path}", cần một dữ kiện mà bản ghi cuộc họp cung cấp`,
        ...known(value),
        file,
        at: { line, column },
      })
      return unknown
    }
    value = (value as Record<string, unknown>)[step]
  }
  return value
}

/** Stands for a fact that has been reported: prints nothing, so that one mistake is told once. */
const unknown = new Handlebars.SafeString('')

const known = (value: unknown): { hint?: string } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { hint: `ở đây có: ${Object.keys(value).join(', ')}` }
    : {}

const print = (
  value: unknown,
  said: string,
  file: string,
  line: number,
  column: number,
  options: Options,
): string => {
  if (value instanceof Handlebars.SafeString) return value.toHTML()
  if (typeof value === 'string' || typeof value === 'number') return escapeMarkdown(String(value))
  reportOf(options)({
    rule: 'template/missing-fact',
    level: 'error',
    message:
      value === null || value === undefined
        ? `bản ghi không có dữ kiện "${said}" mà mẫu cần in`
        : `dữ kiện "${said}" không phải một dòng chữ nên không in được`,
    hint: 'ghi dữ kiện này vào bản ghi, hoặc trong mẫu đặt trong {{#if …}} … {{/if}}',
    file,
    at: { line, column },
  })
  return ''
}

const isSessions = (value: unknown): value is SessionsFacts =>
  typeof value === 'object' && value !== null && Array.isArray((value as { days?: unknown }).days)

const truthy = (value: unknown): boolean => Boolean(value) && !(Array.isArray(value) && value.length === 0)

/** What is not of the helper's kind goes through as it is, and `print` says so. */
const ofText =
  (change: (text: string) => string) =>
  (value: unknown): unknown =>
    typeof value === 'string' ? change(value) : value

const ofList =
  (change: (texts: string[], between: unknown) => string) =>
  (value: unknown, between: unknown): unknown =>
    Array.isArray(value) && value.every((each) => typeof each === 'string') ? change(value, between) : value

/** Markdown from a record, on one line. */
const prose = (value: unknown): unknown =>
  typeof value === 'string' ? new Handlebars.SafeString(value.replace(/\s*\n\s*/g, ' ').trim()) : value

/** What is no date is nothing that can be printed. */
const ofDay =
  (change: (date: string) => string) =>
  (value: unknown): unknown =>
    typeof value === 'string' ? (isDate(value) ? change(value) : null) : value

/** 'YYYY-MM': the day is not known yet. */
const isMonth = (value: unknown): value is string => typeof value === 'string' && isDate(`${value}-01`)

export const helpers = {
  fact,
  print,
  prose,
  if(this: unknown, value: unknown, options: Options) {
    return truthy(value) ? options.fn(this) : options.inverse(this)
  },
  unless(this: unknown, value: unknown, options: Options) {
    return truthy(value) ? options.inverse(this) : options.fn(this)
  },
  /** `{{#is a "b"}}`: is the fact this word? */
  is(this: unknown, value: unknown, word: unknown, options: Options) {
    return value === word ? options.fn(this) : options.inverse(this)
  },
  with(this: unknown, value: unknown, options: Options) {
    return truthy(value) ? options.fn(value) : options.inverse(this)
  },
  each(this: unknown, list: unknown, options: Options) {
    if (!Array.isArray(list) || list.length === 0) return options.inverse(this)
    return list
      .map((item, index) => {
        const data = Handlebars.createFrame(options.data as object) as Record<string, unknown>
        data.index = index
        data.first = index === 0
        data.last = index === list.length - 1
        return options.fn(item, { data })
      })
      .join('')
  },
  /** `{{join list "; "}}` */
  join: ofList((texts, between) => texts.join(String(between))),
  /** "a, b và c" */
  and: ofList((texts) =>
    texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} và ${texts.at(-1)}`,
  ),
  upperFirst: ofText((text) => {
    const [first = '', ...rest] = text
    return upper(first) + rest.join('')
  }),
  lower: ofText((text) => text.toLocaleLowerCase('vi')),
  /** "ngày 10 tháng 3 năm 2020"; a day that is not known yet is blank. */
  longDate: (date: unknown): unknown => (isMonth(date) ? issueDate(date) : ofDay(longDate)(date)),
  /** "10/3/2020" */
  shortDate: ofDay(shortDate),
  /** When the sessions were: "từ ngày 13 đến ngày 26 tháng 02 năm 2020". */
  when: (sessions: unknown): unknown => {
    if (!isSessions(sessions)) return sessions
    const [first, last] = [sessions.days[0]?.date ?? '', sessions.days.at(-1)?.date ?? '']
    if (sessions.form === 'range') return `từ ${longRange(first, last)}`
    const said = sessions.days.map(({ date, at }) => `${at === null ? '' : `${at} `}${longDate(date)}`)
    return said.length < 2 ? said.join('') : `${said.slice(0, -1).join('; ')} và ${said.at(-1)}`
  },
  conclusions: () => new Handlebars.SafeString(`\n\n${conclusionsMark}\n\n`),
}

/** How many facts each may be given: a template that gives more or fewer is refused before it is filled. */
export const takes = {
  values: {
    prose: 1,
    join: 2,
    and: 1,
    upperFirst: 1,
    lower: 1,
    longDate: 1,
    shortDate: 1,
    when: 1,
    conclusions: 0,
  },
  blocks: { if: 1, unless: 1, with: 1, each: 1, is: 2 },
} as const
