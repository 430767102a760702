/** A comparison → lines for a terminal: changed words in colour, or between signs where there is none. */

import { safe } from '../../text/terminal.ts'
import type { Statement } from '../block-statements.ts'
import type { Comparison } from '../report.ts'
import type { WordChange } from '../words.ts'
import { shortenedKept } from './shortened.ts'

export type TerminalOptions = { readonly colour: boolean }

/** Ends with a line feed. */
export const terminalForm = (comparison: Comparison, { colour }: TerminalOptions): string => {
  const { before, after, same, notCompared } = comparison
  const dim = (text: string): string => (colour ? `\u001b[2m${text}\u001b[0m` : text)
  return [
    `${safe(before.name)} → ${safe(after.name)}`,
    ...(same
      ? ['không có gì khác']
      : comparison.statements.map((each) => terminalStatement(each, { colour }))),
    ...[...notCompared, cannot].map((text) => dim(`(không so được ở đây: ${safe(text)})`)),
    '',
  ].join('\n')
}

const cannot = 'chữ đậm, chữ nghiêng, chỗ đứng trên trang'

/** One line. */
export const terminalStatement = ({ where, what, words }: Statement, { colour }: TerminalOptions): string => {
  const place = colour ? `\u001b[1m${safe(where)}\u001b[0m` : safe(where)
  const said = [
    ...(what === undefined ? [] : [safe(what)]),
    ...(words
      ? [
          shortenedKept(words)
            .map((change) => worded(change, colour))
            .join(''),
        ]
      : []),
  ]
  return `${place}: ${said.join(': ')}`
}

const worded = ({ is, text }: WordChange, colour: boolean): string => {
  const words = safe(text.replace(/\s*\n\s*/g, ' '))
  if (is === 'kept') return words
  if (colour) return is === 'removed' ? `\u001b[9;31m${words}\u001b[0m` : `\u001b[32m${words}\u001b[0m`
  return is === 'removed' ? `[-${words}-]` : `{+${words}+}`
}
