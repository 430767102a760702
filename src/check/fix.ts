/** Certain corrections → the text of a file with those letters replaced and every other one as it was. */

import type { Place, Source } from '../source.ts'
import type { Outcome } from './checker.ts'
import type { ValueEdit } from './edits.ts'
import { linesIn } from './lines.ts'
import { rawOffsets } from './raw-offsets.ts'
import type { RawEdit } from './rule.ts'

/** One correction that was made. */
export type Change = {
  readonly rule: string
  readonly at: Place
  /** What was there and what is there now, with a few letters around. */
  readonly before: string
  readonly after: string
}

export type Fixed = { readonly raw: string; readonly changes: readonly Change[] }

/**
 * `raw` is the file as it stands on the disk; `read` makes a source of such a text, undefined when it is none;
 * `look` answers what is wrong with it. Ends where looking again would correct nothing more.
 */
export const fixText = (
  raw: string,
  read: (raw: string) => Source | undefined,
  look: (source: Source, raw: string) => readonly Outcome[],
): Fixed => {
  const changes: Change[] = []
  let current = raw
  for (let round = 0; round < mostRounds; round += 1) {
    const next = once(current, read, look)
    if (!next || next.changes.length === 0) break
    changes.push(...next.changes)
    current = next.raw
  }
  return { raw: current, changes }
}

/** One correction may bring the next to light; none brings this many. */
const mostRounds = 10

type Planned = {
  readonly rule: string
  readonly at: Place
  readonly edit: RawEdit
  readonly value?: ValueEdit
}

const once = (
  raw: string,
  read: (raw: string) => Source | undefined,
  look: (source: Source, raw: string) => readonly Outcome[],
): Fixed | undefined => {
  const source = read(raw)
  if (!source) return undefined
  const planned = apart(look(source, raw).flatMap(planner(source, raw)))
  const holds = (some: readonly Planned[]): boolean => says(read(spliced(raw, some)), source, some)
  // What would change more than its own letters (a mark that YAML understands, a value used twice) is left to a person.
  const good = holds(planned) ? planned : planned.filter((each) => holds([each]))
  const sure = good === planned || holds(good) ? good : good.slice(0, 1)
  return { raw: spliced(raw, sure), changes: sure.map((each) => changeOf(each, raw)) }
}

const planner = (source: Source, raw: string): ((outcome: Outcome) => Planned[]) => {
  const offsets = rawOffsets(raw, source.text)
  const lines = linesIn(raw)
  return ({ problem: { rule, at }, edit }) => {
    if (!edit) return []
    if ('raw' in edit) return edit.raw.map((each) => ({ rule, at: lines.place(each.from), edit: each }))
    const [from, to] = [offsets?.(edit.from), offsets?.(edit.to)]
    return from === undefined || to === undefined || at === undefined
      ? []
      : [{ rule, at, edit: { from, to, text: edit.text }, value: edit.value }]
  }
}

/** In order, none touching another; what overlaps waits for the next round. */
const apart = (planned: readonly Planned[]): Planned[] => {
  let end = -1
  return [...planned]
    .sort((a, b) => a.edit.from - b.edit.from || a.edit.to - b.edit.to)
    .filter(({ edit }) => {
      if (edit.from <= end) return false
      end = edit.to
      return true
    })
}

const spliced = (raw: string, planned: readonly Planned[]): string => {
  let [out, at] = ['', 0]
  for (const { edit } of planned) {
    out += raw.slice(at, edit.from) + edit.text
    at = edit.to
  }
  return out + raw.slice(at)
}

/** Does the new source say what the old one said, with the corrections and nothing else? */
const says = (found: Source | undefined, source: Source, planned: readonly Planned[]): boolean => {
  if (!found) return false
  const value = structuredClone({ value: source.value, body: source.body ?? '' })
  // From the back, so that offsets stay what they were.
  for (const { edit, value: place } of [...planned].reverse())
    if (place && !put(value, place, edit.text)) return false
  return JSON.stringify(value) === JSON.stringify({ value: found.value, body: found.body ?? '' })
}

const put = (top: { value: unknown; body: string }, { path, from, to }: ValueEdit, text: string): boolean => {
  const whole = ['body', ...(path ?? [])]
  if (path) whole[0] = 'value'
  let holder: unknown = top
  for (const step of whole.slice(0, -1))
    holder = (holder as Record<string | number, unknown> | undefined)?.[step]
  const key = whole.at(-1) ?? 'body'
  const old = (holder as Record<string | number, unknown> | undefined)?.[key]
  if (typeof old !== 'string') return false
  ;(holder as Record<string | number, unknown>)[key] = old.slice(0, from) + text + old.slice(to)
  return true
}

/** Letters shown on either side of a correction. */
const around = 12

const changeOf = ({ rule, at, edit }: Planned, raw: string): Change => {
  const line = /[^\r\n]*$/.exec(raw.slice(Math.max(0, edit.from - around), edit.from))?.[0] ?? ''
  const rest = /^[^\r\n]*/.exec(raw.slice(edit.to, edit.to + around))?.[0] ?? ''
  const told = (middle: string): string => `${line}${middle}${rest}`.normalize('NFC')
  return { rule, at, before: told(raw.slice(edit.from, edit.to)), after: told(edit.text) }
}
