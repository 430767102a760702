/** A draft and the same notice with its number and day: nothing on the paper moves when they are filled in. */

import { expect, test } from 'vitest'
import { measureWith } from '../src/pipeline.ts'
import { renderPdf } from '../src/render/pdf/pdf.ts'
import { edition, fonts } from './fixtures/memory.ts'
import { goodMeeting } from './fixtures/project.ts'
import { readWords, type Word } from './fixtures/read-pdf.ts'

const meeting = (expected: string): string =>
  expected === '' ? goodMeeting : goodMeeting.replace('notice:\n', `notice:\n  date: ${expected}\n`)
const entry = 'number: 1024\nsymbol: TB-SGDĐT\ndate: 2026-12-10\nrecord: hop\n'
const draft = (expected: string) => edition({ 'content/meetings/2026/hop.yaml': meeting(expected) })
const issued = edition({
  'content/meetings/2026/hop.yaml': meeting(''),
  'content/register/2026/TB/1024.yaml': entry,
})
const wordsOf = async ({ sheet }: typeof issued): Promise<Word[]> => readWords(await renderPdf(sheet, fonts))

/** Words of a line one by one, each with the width of what stands before it. */
const placed = (text: string, part: 'number' | 'placeDate'): [string, number][] =>
  [...text.matchAll(/[^\s\d:/]+/gu)].map(({ 0: word, index }) => [
    word,
    measureWith(fonts)(text.slice(0, index), part),
  ])
const headLine = ({ sheet }: typeof issued, part: 'number' | 'placeDate'): string => {
  const [head] = sheet.sections[0]?.rows ?? []
  const lines = head?.is === 'columns' ? head.rows.flat(2) : []
  return (
    lines
      .find((line) => line.part === part)
      ?.runs.map(({ text }) => text)
      .join('') ?? ''
  )
}

test.each([
  ['nothing is known', ''],
  ['the month is known', '2026-12'],
  ['the day is known', '2026-12-10'],
])('%s', async (_, expected) => {
  const blank = draft(expected)
  for (const part of ['number', 'placeDate'] as const) {
    const [before, after] = [placed(headLine(blank, part), part), placed(headLine(issued, part), part)]
    expect(before.map(([word]) => word)).toEqual(after.map(([word]) => word))
    for (const [index, [word, x]] of before.entries()) expect(x, word).toBeCloseTo(after[index]?.[1] ?? 0, 3)
  }
  // On the paper: where each line starts and ends, and every other word.
  const [a, b] = [await wordsOf(blank), await wordsOf(issued)]
  const below = (words: readonly Word[]) => words.filter(({ y }) => y > 120)
  expect(below(a)).toEqual(below(b))
  expect(ends(a, 'from')).toEqual(ends(b, 'from'))
  // A blank year ends the line with room that is no word.
  if (expected !== '') expect(ends(a, 'to')).toEqual(ends(b, 'to'))
})

/** Start or end of every line; head and foot have two columns. */
const ends = (words: readonly Word[], end: 'from' | 'to'): string[] => {
  const lines = new Map<string, { from: number; to: number }>()
  for (const { page, y, x, right } of words) {
    const key = `${page} ${y.toFixed(1)} ${x < 280 ? 'left' : 'right'}`
    const line = lines.get(key) ?? { from: x, to: right }
    lines.set(key, { from: Math.min(line.from, x), to: Math.max(line.to, right) })
  }
  return [...lines].map(([key, line]) => `${key}: ${line[end].toFixed(1)}`)
}
