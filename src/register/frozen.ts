/**
 * What must not change once a notice is issued: its words, and what its record says. Each as one text, to be hashed.
 * How the words are set, and how Markdown is written, may get better in later versions of this program.
 */

import { type Block, type Inline, isDivision, type Notice, plain } from '../notice/notice.ts'

/** Every word of the notice in its order, and how it is divided; nothing of how it looks. */
export const frozenWords = (notice: Notice): string => {
  const { signature, annexes = [] } = notice
  const lines: readonly (string | number | undefined)[] = [
    ...notice.parentBody,
    ...notice.issuingBody,
    notice.number,
    notice.symbol,
    notice.place,
    notice.date,
    notice.kind,
    notice.subject,
    notice.urgency,
    notice.circulation,
    ...notice.basis.map(plain),
    ...notice.content.flatMap(wordsOf),
    ...signature.authority,
    signature.name,
    ...notice.recipients,
    notice.drafter,
    ...(notice.address ?? []),
    ...annexes.flatMap(({ title, reference, content }) => [title, reference, ...content.flatMap(wordsOf)]),
  ]
  return lines
    .flatMap((line) => (line === undefined ? [] : [String(line).replace(/\s+/g, ' ').trim()]))
    .join('\n')
}

const wordsOf = (block: Block): string[] => {
  if (block.is === 'paragraph') return [plain(block.text)]
  if (block.is === 'item') return [`- ${plain(block.text)}`, ...block.blocks.flatMap(wordsOf)]
  if (block.is === 'table') return [block.head, ...block.rows].map((row) => row.map(cell).join(' | '))
  if (!isDivision(block)) return []
  return [
    `${block.is} ${block.mark}`,
    ...(block.title ? [plain(block.title)] : []),
    ...block.blocks.flatMap(wordsOf),
  ]
}

const cell = (text: readonly Inline[]): string => plain(text)

/** Keys under which a record goes on living: how far a task has come is no part of the notice. */
const living = new Set(['progress'])

/** The same text for the same content, in whatever order its keys are written. */
export const frozenRecord = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(frozenRecord).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const pairs = Object.entries(value)
    .filter(([key, each]) => each !== undefined && !living.has(key))
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${pairs.map(([key, each]) => `${JSON.stringify(key)}:${frozenRecord(each)}`).join(',')}}`
}
