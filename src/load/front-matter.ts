/** A Markdown file that starts with facts → Source: gray-matter finds the front matter, our own reader reads it. */

import matter from 'gray-matter'
import type { Problem, Report } from '../problem.ts'
import type { Source } from '../source.ts'
import { shown } from '../text/terminal.ts'
import { placesIn } from './places.ts'
import { readText } from './text.ts'
import { parseYaml, type YamlTree } from './yaml-value.ts'

/** `required: false`: a file without front matter is all body (partials). */
export type FrontMatterOptions = { readonly required: boolean }

/** Undefined when the front matter cannot be relied on (reported). Lines are counted from the top of the file. */
export const readFrontMatter = (
  file: string,
  bytes: Uint8Array | string,
  report: Report,
  options: FrontMatterOptions = { required: true },
): Source | undefined => {
  const text = readText(file, bytes, report)
  if (text === undefined) return undefined
  const place = placesIn(text)
  const say = (words: Pick<Problem, 'rule' | 'message'> & Partial<Problem>, offset = 0): undefined => {
    report({ level: 'error', file, at: place(offset), ...words })
    return undefined
  }
  if (text.trim() === '') {
    report({
      rule: 'load/empty',
      level: 'error',
      file,
      message: 'tệp không có nội dung',
      hint: 'điền nội dung, hoặc xóa tệp nếu không dùng',
    })
    return undefined
  }
  if (!matter.test(text) || text.startsWith('----')) {
    if (!options.required) return { file, text, value: {}, body: text, bodyLine: 1, at: () => place(0) }
    return say({
      rule: 'load/front-matter',
      message: 'thiếu phần khai báo ở đầu tệp, cần dòng đầu tiên là "---"',
      hint: 'ghi "---" ở dòng đầu, rồi các dòng "tên: giá trị", rồi một dòng "---" nữa trước phần lời văn',
    })
  }
  const language = matter.language(text)
  if (language.name !== '' && !/^ya?ml$/i.test(language.name)) return say(refusal(language.name))
  const first = text.indexOf('\n---')
  if (first === -1) {
    return say({
      rule: 'load/front-matter',
      message: 'phần khai báo mở bằng "---" mà không có dòng "---" đóng lại',
      hint: 'thêm một dòng chỉ có "---" ngay trước phần lời văn',
    })
  }
  if (!/^\n---[ \t]*(\n|$)/.test(text.slice(first))) {
    return say(
      {
        rule: 'load/front-matter',
        message: 'dòng "---" đóng phần khai báo còn có chữ khác, cần dòng chỉ có "---"',
      },
      first + 1,
    )
  }
  const base = fence.length + (language.name === '' ? 0 : language.raw.length)
  const read: { tree?: YamlTree | undefined } = {}
  const ours = (yaml: string): object => {
    read.tree = parseYaml(yaml, ({ offset, ...words }) => say(words, base + offset))
    return {}
  }
  // An options object every time: without one gray-matter remembers files and keeps quiet about the second one's errors.
  const { content } = matter(text, { language: 'yaml', engines: { ...refusing, yaml: ours } })
  if ('tree' in read && !read.tree) return undefined
  if (!read.tree || read.tree.value === null) {
    return say({
      rule: 'load/front-matter',
      message: 'phần khai báo giữa hai dòng "---" còn trống, cần các dòng "tên: giá trị"',
    })
  }
  const { value, where } = read.tree
  const body = content.replace(/^[ \t]+(\n|$)/, '')
  return {
    file,
    text,
    value,
    body,
    bodyLine: place(text.length - body.length).line,
    at: (path, aim) => place(base + where(path, aim)),
  }
}

const fence = '---'

const refusal = (language: string) => ({
  rule: 'load/front-matter' as const,
  message: `phần khai báo ghi là "---${shown(language)}", chỉ dùng được YAML`,
  hint: 'để dòng đầu chỉ có "---"; phần khai báo không bao giờ được chạy như mã lệnh',
})

/** gray-matter would run `---js` and read `---json`; nothing but YAML gets past these. */
const refuse = (): never => {
  throw new Error('front matter in another language than YAML')
}
const refusing = {
  js: refuse,
  javascript: refuse,
  coffee: refuse,
  coffeescript: refuse,
  cson: refuse,
  json: refuse,
  toml: refuse,
}
