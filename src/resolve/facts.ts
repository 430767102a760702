/**
 * Facts: everything a notice needs to be worded, every reference followed. What a template may say.
 * Plain JSON. A fact that a record leaves out is `null`, so that a template can ask for it; a fact that is not
 * here at all is a mistake of the template.
 */

import type { Lines } from '../notice/notice.ts'
import type { Place } from '../source.ts'

export type Facts = {
  readonly id: string
  readonly body: BodyFacts
  readonly kind: { readonly name: string; readonly abbreviation: string }
  readonly number: number | null
  readonly symbol: string
  /** 'YYYY-MM-DD' when issued; as far as it is planned while a draft. */
  readonly date: string | null
  /** The day for which the directory was read: of issue, or of the last session. */
  readonly asOf: string
  readonly subject: string
  /** Markdown prose, each with its closing mark. */
  readonly basis: readonly string[]
  readonly meeting: MeetingFacts
  readonly attendees: AttendeesFacts | null
  readonly conclusions: readonly ConclusionFacts[]
  readonly tasks: readonly TaskFacts[]
  readonly closing: { readonly about: string | null; readonly text: string | null } | null
  readonly signatory: { readonly authority: readonly string[]; readonly name: string }
  /** Each with its closing mark, the last is "Lưu: …." */
  readonly recipients: readonly string[]
  readonly drafter: string | null
  readonly urgency: string | null
  readonly circulation: string | null
  readonly annexes: readonly AnnexFacts[]
  /** The office's choices: content/project.yaml. */
  readonly options: { readonly paper: boolean; readonly boldDeadlines: boolean }
}

export type AnnexFacts = {
  readonly id: string
  readonly title: string
  /** Markdown prose. */
  readonly text: string
  readonly landscape: boolean | null
  readonly file: string
  readonly at: Place | null
}

export type BodyFacts = {
  readonly id: string
  readonly name: string
  readonly lines: Lines
  readonly parent: Lines
  readonly abbreviation: string
  readonly place: string
  readonly leadership: string | null
  /** Lines for the foot of page 1; empty: not printed. */
  readonly address: Lines
}

export type MeetingFacts = {
  readonly sessions: SessionsFacts
  readonly place: string
  readonly chair: PersonFacts
  readonly topic: string
  /** Who the meeting was with, for the opening sentence; empty: not said. */
  readonly with: readonly string[]
  readonly heard: string | null
  readonly remarks: string | null
}

/** In order of days. One day, a range, or a list of days (with the time of each, if known). */
export type SessionsFacts = {
  readonly form: 'day' | 'range' | 'days'
  readonly days: readonly { readonly date: string; readonly at: string | null }[]
  readonly several: boolean
}

export type PersonFacts = {
  readonly name: string
  /** 'Phó Giám đốc' */
  readonly title: string
  /** 'Phó Giám đốc Sở Giáo dục và Đào tạo' */
  readonly post: string
}

export type AttendeesFacts = {
  readonly form: 'sentence' | 'paragraph' | 'section'
  readonly end: string
  /** 'Đại diện Lãnh đạo các phòng QLCL-CSVC' */
  readonly list: readonly string[]
}

export type ConclusionFacts = {
  readonly id: string
  /** Markdown prose, or what `for` makes of it; null: none. */
  readonly heading: string | null
  readonly runIn: boolean
  readonly mark: 'number' | 'star' | 'none'
  readonly level: 'section' | 'clause' | 'point' | 'item' | null
  /** Markdown prose. */
  readonly text: string | null
  /** Days by which its tasks are due, 'YYYY-MM-DD'. */
  readonly deadlines: readonly string[]
  readonly items: readonly ConclusionFacts[]
  /** For problems in the prose; not for templates. */
  readonly file: string
  readonly at: Place | null
}

export type Due =
  | { readonly is: 'day'; readonly date: string }
  | { readonly is: 'every'; readonly text: string }
  | { readonly is: 'by'; readonly text: string }

export type TaskFacts = {
  readonly id: string
  /** Id of the conclusion that gives the task. */
  readonly from: string
  readonly what: string | null
  /** Ids and names of units or groups. */
  readonly lead: readonly UnitFacts[]
  readonly with: readonly UnitFacts[]
  readonly watch: readonly UnitFacts[]
  readonly report: readonly UnitFacts[]
  readonly due: Due | null
}

export type UnitFacts = { readonly id: string; readonly name: string }
