/** What a rule on the text is: what it asks for, the clause behind it, and the functions that look. */

import type { Notice } from '../notice/notice.ts'
import type { Level, TextRuleId } from '../problem.ts'
import type { Path } from '../source.ts'
import type { NameIndex } from './body-names.ts'
import type { MeetingText, Passage, PassageKind } from './passage.ts'

/** Something wrong in a passage: where (UTF-16 units of its text), what, and what would be right. */
export type Finding = {
  readonly offset: number
  readonly length: number
  /** Vietnamese: what is wrong, then what was expected. */
  readonly message: string
  readonly hint?: string
  /** What to write instead, only where there can be no doubt. */
  readonly replacement?: string
}

export type PlacedFinding = Finding & { readonly passage: Passage }

/** Something wrong in the composed notice: the path in the record that it comes from. */
export type NoticeFinding = {
  readonly path: Path
  readonly message: string
  readonly hint?: string
}

/** A file as it stands on the disk: no byte order mark taken off, line ends and letters as they are. */
export type RawFile = { readonly file: string; readonly raw: string }

/** Something wrong in a file: offset in `raw`. */
export type RawFinding = {
  readonly offset: number
  readonly message: string
  readonly hint?: string
  readonly edits: readonly RawEdit[]
}

/** What stands from one offset of a raw text to another, and what is to stand there. */
export type RawEdit = { readonly from: number; readonly to: number; readonly text: string }

/** What all records of a project share. */
export type Known = { readonly names: NameIndex }

export type Rule<Id extends TextRuleId = TextRuleId> = {
  readonly id: Id
  readonly level: Level
  /** Vietnamese: what the rule asks for, in a few words. */
  readonly title: string
  /** Vietnamese: why, and what it leaves alone, for the people who use it. */
  readonly explain: string
  /** The clause; absent for plain typing. */
  readonly cite?: string
  /** Does it speak unless switched on? */
  readonly on: boolean
  /** Passages that `passage` is given; all that are printed or kept in registers when absent. */
  readonly kinds?: readonly PassageKind[]
  readonly check: {
    readonly passage?: (passage: Passage, known: Known) => readonly Finding[]
    readonly record?: (record: MeetingText, known: Known) => readonly PlacedFinding[]
    readonly notice?: (notice: Notice, record: MeetingText) => readonly NoticeFinding[]
    readonly file?: (file: RawFile) => readonly RawFinding[]
  }
}

/** The words of `right` with the white space of `found`, which a line end may be part of. */
export const inWordsOf = (found: string, right: string): string => {
  const words = right.split(' ')
  return found.replace(/\S+/g, (word) => words.shift() ?? word)
}

/**
 * One finding for each match that `make` has something to say about; `make` answers what the finding adds. `sign`: what
 * stands in every text with a match; patterns that know all letters of Unicode take milliseconds to be made ready.
 */
export const matches = (
  text: string,
  pattern: RegExp,
  make: (match: RegExpExecArray) => (Partial<Finding> & Pick<Finding, 'message'>) | undefined,
  sign?: RegExp,
): Finding[] => {
  if (sign && !sign.test(text)) return []
  // Nearly every text is in order, and looking alone makes nothing that must be cleared away.
  if (text.search(pattern) === -1) return []
  const found: Finding[] = []
  for (const match of text.matchAll(pattern)) {
    const said = make(match)
    if (said) found.push({ offset: match.index, length: match[0].length, ...said })
  }
  return found
}
