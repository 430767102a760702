/** A piece of text that rules look at, and what kinds of it there are. */

import type { Path, Source } from '../source.ts'

export type PassageKind =
  | 'subject'
  | 'basis'
  | 'opening'
  | 'attendee'
  | 'heading'
  | 'content'
  | 'task'
  | 'due'
  | 'closing'
  | 'recipient'
  | 'archive'
  | 'annex-title'
  | 'annex'
  | 'body'
  | 'unit'
  | 'person'
  | 'post'
  | 'template'

export type Passage = {
  /** As it stands in the record, references and template tags masked by `maskLetter` letter for letter. */
  readonly text: string
  readonly path: Path
  readonly kind: PassageKind
  readonly source: Source
  /** Offset in the source's text, when known without looking (templates). */
  readonly start?: number
}

/** The passages of one meeting and what rules ask of it besides. */
export type MeetingText = {
  readonly source: Source
  readonly passages: readonly Passage[]
  /** Last day of the meeting, 'YYYY-MM-DD'. */
  readonly lastDay: string | undefined
  readonly annexes: number
}

/** Everything that is worded; not days, and not the names of the directory. */
export const worded: readonly PassageKind[] = [
  'subject',
  'basis',
  'opening',
  'attendee',
  'heading',
  'content',
  'task',
  'closing',
  'recipient',
  'annex-title',
  'annex',
  'template',
]

/** In which the words are Markdown. */
export const marked: readonly PassageKind[] = [
  'basis',
  'opening',
  'heading',
  'content',
  'closing',
  'annex',
  'template',
]

/** Stands for a letter of words that are not known here; no rule takes it for a letter, a mark or a space. */
export const maskLetter = '\ue001'

export const mask = (text: string): string => maskLetter.repeat(text.length)
