/** A comparison → Markdown: one dash line a change, old words struck out, new ones bold. */

import type { Statement } from '../block-statements.ts'
import type { Comparison } from '../report.ts'
import type { WordChange } from '../words.ts'
import { shortenedKept } from './shortened.ts'

/** Ends with a line feed. */
export const markdownForm = ({ before, after, same, statements, notCompared }: Comparison): string =>
  [
    `# ${plainly(before.name)} → ${plainly(after.name)}`,
    '',
    ...(same ? ['Không có gì khác.'] : statements.map((each) => `- ${said(each)}`)),
    '',
    `_Không so được ở đây: ${[...notCompared, cannot].map(plainly).join('; ')}._`,
    '',
  ].join('\n')

const cannot = 'chữ đậm, chữ nghiêng, chỗ đứng trên trang'

const said = ({ where, what, words }: Statement): string =>
  [
    `${plainly(where)}:`,
    ...(what === undefined ? [] : [`${plainly(what)}${words ? ':' : ''}`]),
    ...(words ? [shortenedKept(words).map(worded).join('')] : []),
  ].join(' ')

/** Marks stand at the words: a space inside "**" would undo them. */
const worded = ({ is, text }: WordChange): string => {
  const words = plainly(text)
  if (is === 'kept' || words.trim() === '') return words
  const [, lead = '', core = '', tail = ''] = /^(\s*)(.*?)(\s*)$/su.exec(words) ?? []
  return is === 'removed' ? `${lead}~~${core}~~${tail}` : `${lead}**${core}**${tail}`
}

/** On one line, and nothing in it that Markdown or HTML would take for more than letters. */
const plainly = (text: string): string => text.replace(/\s*\n\s*/g, ' ').replace(/[\\`*_~<>[\]|#&]/g, '\\$&')
