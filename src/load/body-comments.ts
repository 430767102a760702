/** Comments of a Markdown body → what they say about the conclusion before them: tasks, units, id. */

import type { Problem } from '../problem.ts'
import { shown } from '../text/terminal.ts'
import type { Span } from './body-text.ts'
import { parseYaml, type YamlTree } from './yaml-value.ts'

/** Reports one mistake at an offset of the body. */
export type Say = (
  offset: number,
  words: { readonly message: string } & Partial<Pick<Problem, 'rule' | 'level' | 'hint'>>,
) => void

/** `<!-- task: {…} -->`: the word before the colon, the value after it, and where the value starts. */
export type Note = {
  readonly word: 'task' | 'for' | 'id'
  readonly tree: YamlTree
  readonly offset: number
}

export type Comment = {
  readonly span: Span
  /** What it speaks of starts here or before: itself, or the words after it on a line that it opens. */
  readonly about: number
  readonly note?: Note
}

/** Every comment in order of the text; a broken one is reported and has no note. */
export const commentsIn = (body: string, say: Say): Comment[] =>
  [...body.matchAll(/(?<!\\)<!--([\s\S]*?)-->/g)].map((match) => {
    const span: Span = [match.index, match.index + match[0].length]
    const note = noteOf(match[1] ?? '', match.index, say)
    return { span, about: aboutOf(body, span), ...(note ? { note } : {}) }
  })

/** The body with spaces in place of comments: the same lines and columns. One that never ends is reported. */
export const withoutComments = (body: string, comments: readonly Comment[], say: Say): string => {
  let text = ''
  let at = 0
  for (const { span } of comments) {
    text += body.slice(at, span[0]) + body.slice(...span).replace(/[^\n]/g, ' ')
    at = span[1]
  }
  text += body.slice(at)
  const open = text.search(/(?<!\\)<!--/)
  if (open !== -1) {
    say(open, {
      message: 'ghi chú mở bằng "<!--" mà không có "-->" đóng lại',
      hint: 'thêm "-->" ở cuối ghi chú; nếu là lời văn thì ghi "\\<!--"',
    })
  }
  return text
}

const aboutOf = (body: string, [from, to]: Span): number => {
  const opensLine = /(^|\n)[ \t]*$/.test(body.slice(0, from))
  const after = /^[ \t]*(?=\S)/.exec(body.slice(to))
  return opensLine && after ? to + after[0].length : from
}

const noteOf = (inner: string, start: number, say: Say): Note | undefined => {
  const [opening = '', name = ''] = /^\s*([\p{L}_-]+)\s*:/u.exec(inner) ?? []
  const word = words.get(name.toLowerCase())
  const yaml = inner.slice(opening.length)
  if (!word) {
    // Any other comment is a remark of the author's, unless it looks like facts.
    if (name !== '' && /^\s*[{[]/.test(yaml)) {
      say(start, {
        level: 'warning',
        message: `không hiểu "${shown(name)}" trong ghi chú này nên bỏ qua, cần "task", "for" hoặc "id"`,
        hint: 'ví dụ: <!-- task: {lead: van-phong, due: 2026-05-30} -->',
      })
    }
    return undefined
  }
  const offset = start + '<!--'.length + opening.length
  const tree = parseYaml(yaml, ({ offset: inside, ...flaw }) => say(offset + inside, flaw))
  if (tree && tree.value === null) {
    say(start, {
      message: `ghi chú "${name}:" còn trống`,
      hint: 'điền giá trị sau dấu hai chấm, hoặc xóa ghi chú',
    })
  }
  return tree && tree.value !== null ? { word, tree, offset } : undefined
}

const words: ReadonlyMap<string, Note['word']> = new Map([
  ['task', 'task'],
  ['tasks', 'task'],
  ['for', 'for'],
  ['id', 'id'],
])
