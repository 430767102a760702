/** What an office has asked not to be told, with its reasons: comments in the files themselves, and lines of project.yaml. */

import { type Problem, type Report, type TextRuleId, textRuleIds } from '../problem.ts'
import type { Settings } from '../record/settings.ts'
import type { Place, Source } from '../source.ts'
import { nearest } from '../text/nearest.ts'
import { shown } from '../text/terminal.ts'
import { linesIn } from './lines.ts'
import { rules } from './rules/index.ts'

/** The lines that a finding belongs to: its own, and those of the value it stands in. */
export type Reach = { readonly line: number; readonly from: number; readonly to: number }

export type Silence = {
  readonly rule: TextRuleId
  readonly file: string
  readonly at: Place
  /** Lines of the same file that a comment speaks of; absent: the whole of a record, or of the project. */
  readonly lines?: readonly number[]
  /** Id of the only record it speaks of. */
  readonly record?: string
}

/** Does a silence cover a finding of a file? */
export const covers = (silence: Silence, file: string, id: string, reach: Reach | undefined): boolean => {
  if (silence.lines === undefined) return silence.record === undefined || silence.record === id
  return (
    silence.file === file &&
    reach !== undefined &&
    silence.lines.some((line) => line === reach.line || (reach.from <= line && line <= reach.to))
  )
}

/** `# bỏ qua text/…: lý do` in YAML, `<!-- … -->` in Markdown, `{{!-- … --}}` in templates. Mistakes are reported. */
export const silencesIn = (source: Source, report: Report): Silence[] => {
  if (!source.text.includes(word)) return []
  const lines = linesIn(source.text)
  return comments(source).flatMap(({ offset, inner }) => {
    const at = lines.place(offset)
    const say = (message: string, hint?: string): void =>
      report({
        rule: 'check/silence',
        level: 'error',
        file: source.file,
        at,
        message,
        ...(hint ? { hint } : {}),
      })
    return asked(inner, say).map((rule) => ({
      rule,
      file: source.file,
      at,
      lines: spokenOf(source.text, at),
    }))
  })
}

/** Settings that fit their schema; what does not has been reported. */
export const settingSilences = (
  settings: Settings,
  source: Source,
  ids: readonly string[],
  report: Report,
): Silence[] =>
  (settings.silence ?? []).flatMap(({ rule, record }, index) => {
    const at = source.at(['silence', index]) ?? { line: 1, column: 1 }
    const say = (message: string, hint?: string): Silence[] => {
      report({
        rule: 'check/silence',
        level: 'error',
        file: source.file,
        at,
        message,
        ...(hint ? { hint } : {}),
      })
      return []
    }
    if (record !== undefined && !ids.includes(record)) {
      const near = nearest(record, ids)
      return say(
        `không có bản ghi nào tên là "${record}" để tắt quy tắc`,
        near ? `có phải ý bạn là "${near}"?` : undefined,
      )
    }
    if (isStrict(rule)) return say(...strict(rule))
    return [{ rule, file: source.file, at, ...(record === undefined ? {} : { record }) }]
  })

/** A silence that had nothing to silence. */
export const idle = ({ rule, file, at }: Silence): Problem => ({
  rule: 'check/silence',
  level: 'info',
  file,
  at,
  message: `"${rule}" không nêu điều gì ở đây, cần bỏ ghi chú tắt này`,
  hint: 'quy tắc đang tắt, hoặc chỗ này đã được sửa',
})

const word = 'bỏ qua'

const asked = (inner: string, say: (message: string, hint?: string) => void): TextRuleId[] => {
  const [, list = '', reason = ''] = /^\s*bỏ qua\s+([^:]*?)\s*(?::\s*([\s\S]*?))?\s*$/.exec(inner) ?? []
  const names = list.split(/[,\s]+/).filter((name) => name !== '')
  // Anything else that starts with these words is a remark of the author's.
  if (!names.some((name) => /^[a-z]+\/[a-z-]*$|^[a-z]+(?:-[a-z]+)+$/.test(name))) return []
  if (reason === '') {
    say(
      `ghi chú tắt "${shown(list)}" chưa có lý do, cần ghi lý do sau dấu hai chấm`,
      `ví dụ: ${word} ${list}: giữ nguyên văn bản gốc`,
    )
    return []
  }
  return names.flatMap((name) => {
    const rule = textRuleIds.find((id) => id === name)
    if (rule !== undefined && !isStrict(rule)) return [rule]
    const near = nearest(name, textRuleIds) ?? nearest(`text/${name}`, textRuleIds)
    if (rule !== undefined) say(...strict(rule))
    else
      say(
        `không có quy tắc nào tên là "${shown(name)}"`,
        near ? `có phải ý bạn là "${near}"?` : 'xem các quy tắc: thongbao rules',
      )
    return []
  })
}

const isStrict = (rule: TextRuleId): boolean =>
  rules.some((each) => each.id === rule && each.level === 'error')

const strict = (rule: TextRuleId): [string, string] => [
  `"${rule}" nêu lỗi nên không tắt được, chỉ tắt được cảnh báo và lưu ý`,
  'sửa nội dung, rồi bỏ ghi chú tắt này',
]

type Comment = { readonly offset: number; readonly inner: string }

const inYaml = /(?<=^|[ \t])#[ \t]*(bỏ qua[^\n]*)$/gm
const inMarkdown = /<!--([\s\S]*?)-->/g
const inTemplate = /\{\{!(?:--)?([\s\S]*?)(?:--)?\}\}/g

const comments = ({ file, text, body }: Source): Comment[] => {
  const found = (pattern: RegExp, from: number, to: number): Comment[] =>
    [...text.slice(from, to).matchAll(pattern)].map((match) => ({
      offset: from + match.index,
      inner: match[1] ?? '',
    }))
  if (!file.endsWith('.md')) return found(inYaml, 0, text.length)
  const end = Math.max(0, text.indexOf('\n---', 1))
  const ofBody = body === undefined ? inMarkdown : inTemplate
  return [...found(inYaml, 0, end), ...found(ofBody, end, text.length)]
}

/** A comment after something speaks of that line; one on lines of its own of the next line, in Markdown also of the last. */
const spokenOf = (text: string, { line, column }: Place): number[] => {
  const lines = text.split('\n')
  const own = lines[line - 1] ?? ''
  if (own.slice(0, column - 1).trim() !== '' || !isComment(own)) return [line]
  const near = (step: 1 | -1): number[] => {
    for (let at = line - 1 + step; at >= 0 && at < lines.length; at += step) {
      const each = lines[at] ?? ''
      if (each.trim() !== '' && !isComment(each)) return [at + 1]
    }
    return []
  }
  return own.trim().startsWith('#') ? near(1) : [line, ...near(1), ...near(-1)]
}

/** A line with nothing but a comment. */
const isComment = (line: string): boolean => /^\s*(?:#|<!--.*-->\s*$|\{\{!.*\}\}\s*$)/.test(line)
