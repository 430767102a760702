/** Problems → lines for a terminal, or plain objects for `--json`. */

import type { Level, Problem } from '../problem.ts'
import type { Place } from '../source.ts'
import { cellsOf, safe, widthOf } from '../text/terminal.ts'

export type PrintOptions = { readonly colour: boolean }

/**
 * `file:line:column  mức  nội dung  [mã]`, the line of the source with a caret, the hint and the clause.
 * `source` is the text of the problem's file; without it no line is shown. No line feed at the end.
 */
export const formatProblem = (
  problem: Problem,
  source: string | undefined,
  options: PrintOptions,
): string => {
  const { file, at, where, level, message, rule, hint, cite } = problem
  const paint = painter(options.colour)
  const place = at ? `${file}:${at.line}:${at.column}` : file
  const excerpt = at && source !== undefined ? excerptOf(source, at) : undefined
  const margin = ' '.repeat((excerpt?.number.length ?? 0) + 2)
  return [
    `${paint('bold', oneLine(place))}  ${paint(level, levels[level])}  ${oneLine(message)}  ${paint('dim', `[${rule}]`)}`,
    ...(excerpt
      ? [
          `${paint('dim', ` ${excerpt.number} |`)} ${excerpt.line}`,
          `${paint('dim', `${margin}|`)} ${' '.repeat(excerpt.caret)}${paint(level, '^')}`,
        ]
      : []),
    ...(where ? [`${paint('dim', `${margin}=`)} ở: ${oneLine(where)}`] : []),
    ...(hint ? [`${paint('dim', `${margin}=`)} gợi ý: ${oneLine(hint)}`] : []),
    ...(cite ? [`${paint('dim', `${margin}=`)} căn cứ: ${oneLine(cite)}`] : []),
  ].join('\n')
}

/** "2 lỗi, 1 cảnh báo"; "không có lỗi" when there is nothing to say. */
export const formatSummary = (problems: readonly Problem[]): string => {
  const counts = (Object.keys(levels) as Level[]).flatMap((level) => {
    const count = problems.filter((problem) => problem.level === level).length
    return count > 0 ? [`${count} ${levels[level]}`] : []
  })
  return counts.length > 0 ? counts.join(', ') : 'không có lỗi'
}

/** Every key every time, in this order; `null` for what is not known. */
export type ProblemJson = {
  readonly file: string
  readonly line: number | null
  readonly column: number | null
  readonly level: Level
  readonly rule: string
  readonly message: string
  readonly hint: string | null
  readonly cite: string | null
}

export const problemJson = ({ file, at, level, rule, message, hint, cite }: Problem): ProblemJson => ({
  file,
  line: at?.line ?? null,
  column: at?.column ?? null,
  level,
  rule,
  message,
  hint: hint ?? null,
  cite: cite ?? null,
})

const levels: Readonly<Record<Level, string>> = { error: 'lỗi', warning: 'cảnh báo', info: 'lưu ý' }

type Paint = (as: Level | 'bold' | 'dim', text: string) => string

const codes = { error: '1;31', warning: '33', info: '36', bold: '1', dim: '2' } as const

const painter = (colour: boolean): Paint =>
  colour ? (as, text) => `\u001b[${codes[as]}m${text}\u001b[0m` : (_, text) => text

/** A message is one line of at most this many letters, whatever was quoted in it. */
const longestMessage = 600

const oneLine = (text: string): string => {
  const letters = [...safe(text.replace(/\s*\n\s*/g, ' '))]
  return letters.length > longestMessage
    ? `${letters.slice(0, longestMessage - 1).join('')}…`
    : letters.join('')
}

/** Cells of a source line that are shown; a longer line is cut around the column. */
const window = 100
const tabStop = 4

type Excerpt = { readonly number: string; readonly line: string; readonly caret: number }
type Cell = { readonly text: string; readonly cells: number }

const excerptOf = (source: string, { line, column }: Place): Excerpt | undefined => {
  const text = lineOf(source, line)
  if (text === undefined) return undefined
  const { drawn, target } = draw(text, column)
  let [from, before] = [0, 0]
  for (const cell of drawn.slice(0, target)) before += cell.cells
  // A third of the window before the column, the rest after it.
  const all = before + drawn.slice(target).reduce((sum, cell) => sum + cell.cells, 0)
  const lead = all <= window ? 0 : Math.min(before - Math.floor(window / 3), all - window)
  let dropped = 0
  while (dropped < lead) {
    dropped += drawn[from]?.cells ?? lead
    from += 1
  }
  while (from > 0 && drawn[from]?.cells === 0) from += 1
  let [shown, to] = [0, from]
  while (to < drawn.length && shown + (drawn[to]?.cells ?? 0) <= window) {
    shown += drawn[to]?.cells ?? 0
    to += 1
  }
  const head = from > 0 ? '…' : ''
  const tail = to < drawn.length ? '…' : ''
  return {
    number: String(line),
    line: `${head}${drawn
      .slice(from, to)
      .map((cell) => cell.text)
      .join('')}${tail}`,
    caret: before - dropped + widthOf(head),
  }
}

const lineOf = (source: string, line: number): string | undefined => {
  let start = 0
  for (let count = 1; count < line; count += 1) {
    const feed = source.indexOf('\n', start)
    if (feed === -1) return undefined
    start = feed + 1
  }
  const feed = source.indexOf('\n', start)
  return source.slice(start, feed === -1 ? source.length : feed).replace(/\r$/, '')
}

/** The characters as they are drawn, and which of them stands in the column (the one after the last, past the end). */
const draw = (text: string, column: number): { drawn: Cell[]; target: number } => {
  const drawn: Cell[] = []
  let [unit, cells] = [0, 0]
  let target: number | undefined
  for (const character of text) {
    if (target === undefined && unit + character.length >= column) target = drawn.length
    const wide = character === '\t' ? tabStop - (cells % tabStop) : undefined
    const shown = wide === undefined ? safe(character) : '→'.padEnd(wide)
    const each = { text: shown, cells: wide ?? (shown === character ? cellsOf(character) : widthOf(shown)) }
    drawn.push(each)
    unit += character.length
    cells += each.cells
  }
  return { drawn, target: target ?? drawn.length }
}
