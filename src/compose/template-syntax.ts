/** Template text → Handlebars' tree, its English complaints turned into problems of ours. */

import Handlebars from 'handlebars'
import type { RuleId } from '../problem.ts'

type Program = hbs.AST.Program

/** Reports a mistake; the line is that of the template's body, the column counts from 0. */
export type Tell = (rule: RuleId, line: number, column: number, message: string, hint?: string) => void

/** Undefined when the text is no template (reported). */
export const parsed = (text: string, tell: Tell): Program | undefined => {
  try {
    return Handlebars.parse(text)
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    const line = Number(/line (\d+)/.exec(said)?.[1] ?? / - (\d+):\d+/.exec(said)?.[1] ?? 1)
    const column = Number(/ - \d+:(\d+)/.exec(said)?.[1] ?? 0)
    const unclosed = /(\w+) doesn't match (\w+)/.exec(said)
    tell(
      'template/syntax',
      line,
      column,
      unclosed
        ? `khối "${unclosed[1]}" được đóng bằng "${unclosed[2]}", cần cùng một tên`
        : 'mẫu viết sai cú pháp, cần các cặp {{ }} và {{#…}} {{/…}} đủ đôi',
    )
    return undefined
  }
}
