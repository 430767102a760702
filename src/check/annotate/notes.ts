/** Findings → what is to be written beside each paragraph: all that is said of it, the gravest first. */

import type { Level, Problem } from '../../problem.ts'
import type { Finding } from '../against-decree.ts'

export type Note = {
  readonly level: Level
  /** One entry a finding, ready to read. */
  readonly lines: readonly string[]
}

export type Notes = {
  /** By the index of the measured paragraph. */
  readonly paragraphs: ReadonlyMap<number, Note>
  /** What belongs to no paragraph, by page; DOCX: all under 1. */
  readonly pages: ReadonlyMap<number, Note>
}

/** `standsAt`: false for a paragraph that cannot carry a note. */
export const notesOf = (findings: readonly Finding[], standsAt: (paragraph: number) => boolean): Notes => {
  const paragraphs = new Map<number, Note>()
  const pages = new Map<number, Note>()
  for (const finding of findings) {
    const places = finding.paragraphs.filter(standsAt)
    for (const place of places) add(paragraphs, place, finding.problem)
    if (places.length === 0) add(pages, finding.page ?? 1, finding.problem)
  }
  return { paragraphs, pages }
}

const order: Readonly<Record<Level, number>> = { error: 0, warning: 1, info: 2 }
const names: Readonly<Record<Level, string>> = { error: 'Lỗi', warning: 'Cảnh báo', info: 'Lưu ý' }

const add = (notes: Map<number, Note>, at: number, problem: Problem): void => {
  const note = notes.get(at)
  const line = said(problem)
  if (!note) notes.set(at, { level: problem.level, lines: [line] })
  else {
    const graver = order[problem.level] < order[note.level]
    notes.set(at, {
      level: graver ? problem.level : note.level,
      lines: graver ? [line, ...note.lines] : [...note.lines, line],
    })
  }
}

const said = ({ level, message, hint, cite }: Problem): string =>
  [
    `${names[level]}: ${message}.`,
    ...(hint ? [`Gợi ý: ${hint}.`] : []),
    ...(cite ? [`Căn cứ: ${cite}.`] : []),
  ].join(' ')
