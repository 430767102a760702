/** Lines that are not drawn but typed, underlined or set as a border of a paragraph → strokes. */

import { drawn } from './docx-paragraph.ts'
import type { ParagraphProperties } from './docx-properties.ts'
import type { MeasuredParagraph, MeasuredRun, MeasuredStroke } from './measured.ts'
import { linesOf, type Ruler, widthOf } from './text-lines.ts'

/** "______", "-----", "———", "***", "---o0o---": nothing but a rule. */
export const isTypedRule = (text: string): boolean =>
  /^[\s\u00a0]*(?:[_‗\-\u00ad–—―─━=*~][\s\u00a0]?){3,}[\s\u00a0]*$/.test(text) ||
  /^[\s\u00a0]*[_\-–—=*~]{2,}[\s\u00a0]*[oO0]{1,5}[\s\u00a0]*[_\-–—=*~]{2,}[\s\u00a0]*$/.test(text)

/** These join up to one line; hyphens and asterisks do not. */
const isUnbroken = (text: string): boolean => /^[\s\u00a0]*[_‗—―─━]+[\s\u00a0]*$/.test(text)

/** `before`: the nearest paragraph above in the same stack that has words. */
export const typedStrokes = (
  paragraph: MeasuredParagraph,
  before: MeasuredParagraph | undefined,
  look: ParagraphProperties,
  ruler: Ruler,
): MeasuredStroke[] => [
  ...characters(paragraph, before, ruler),
  ...underline(paragraph, ruler),
  ...borders(paragraph, before, look),
]

const characters = (
  paragraph: MeasuredParagraph,
  before: MeasuredParagraph | undefined,
  ruler: Ruler,
): MeasuredStroke[] => {
  const lines = runsByLine(paragraph.runs)
  return lines.flatMap((runs, index): MeasuredStroke[] => {
    const text = textOf(runs)
    if (!isTypedRule(text)) return []
    const above = lines.slice(0, index).findLastIndex((each) => textOf(each).trim() !== '')
    const under = above >= 0 ? paragraph.index : before?.index
    return [
      {
        ...(under !== undefined && { under }),
        ...(above >= 0 && { line: above }),
        length: runs.reduce((sum, run) => sum + widthOf(run.text.trim(), run, ruler), 0),
        ...(runs.some((run) => run.raised) && { approximate: true as const }),
        kind: 'characters',
        solid: isUnbroken(text),
      },
    ]
  })
}

const underline = (paragraph: MeasuredParagraph, ruler: Ruler): MeasuredStroke[] => {
  const lined = paragraph.runs.filter((run) => run.underline && run.text.trim() !== '')
  if (lined.length === 0) return []
  const length = lined.reduce((sum, run) => sum + widthOf(run.text, run, ruler), 0)
  const longest = Math.max(...linesOf(paragraph, ruler).map(({ width }) => width))
  return [{ under: paragraph.index, length: Math.min(length, longest), kind: 'underline', solid: true }]
}

const borders = (
  paragraph: MeasuredParagraph,
  before: MeasuredParagraph | undefined,
  look: ParagraphProperties,
): MeasuredStroke[] => {
  if (paragraph.frame || !paragraph.area) return []
  const { left, width } = paragraph.area
  return (['top', 'bottom'] as const).flatMap((side): MeasuredStroke[] => {
    if (!drawn(look, side)) return []
    const under = side === 'bottom' && paragraph.text.trim() !== '' ? paragraph : before
    const style = look.borders?.[side]?.style ?? ''
    return [
      {
        ...(under && { under: under.index }),
        length: width,
        left,
        kind: 'border',
        solid: !/dash|dot|wave/i.test(style),
      },
    ]
  })
}

/** Runs cut at line breaks. */
export const runsByLine = (runs: readonly MeasuredRun[]): MeasuredRun[][] => {
  const lines: MeasuredRun[][] = [[]]
  for (const run of runs) {
    const [head = '', ...rest] = run.text.split('\n')
    if (head !== '') lines.at(-1)?.push({ ...run, text: head })
    for (const text of rest) lines.push(text === '' ? [] : [{ ...run, text }])
  }
  return lines
}

const textOf = (runs: readonly MeasuredRun[]): string => runs.map(({ text }) => text).join('')
