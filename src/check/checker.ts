/** Rules on a source: the findings of its passages with their places, without those that were silenced. */

import type { Notice } from '../notice/notice.ts'
import type { Problem, Report } from '../problem.ts'
import type { Path, Source } from '../source.ts'
import { type Edit, editOf } from './edits.ts'
import { type Locator, locatorOf } from './locate.ts'
import { once } from './once.ts'
import { type MeetingText, type Passage, type PassageKind, worded } from './passage.ts'
import { directoryPassages, meetingText, templatePassage } from './passages.ts'
import type { Finding, Known, Rule } from './rule.ts'
import { covers, type Reach, type Silence, silencesIn } from './silences.ts'

/** A problem, and the change to the file that would do away with it, where that is certain. */
export type Outcome = { readonly problem: Problem; readonly edit?: Edit }

export type Checker = {
  readonly meeting: (source: Source, notice?: Notice) => Outcome[]
  readonly directory: (source: Source) => Outcome[]
  readonly template: (source: Source) => Outcome[]
  /** Findings of a file as it stands on the disk. */
  readonly file: (source: Source, raw: string) => Outcome[]
  /** Silences met so far that have silenced nothing. */
  readonly idle: () => Silence[]
}

/** `silences`: those that do not stand in the files themselves. `report` hears of comments that are no good silences. */
export const openChecker = (
  rules: readonly Rule[],
  known: Known,
  silences: readonly Silence[],
  report: Report,
): Checker => {
  const byKind = rulesByKind(rules)
  const own = new Map<string, readonly Silence[]>()
  const used = new Set<Silence>()

  /** Is it silenced? Every silence that says so has been of use. */
  const silenced = (rule: Rule, source: Source, reach: Reach | undefined): boolean => {
    const inFile = own.get(source.file) ?? silencesIn(source, report)
    own.set(source.file, inFile)
    const fitting = [...inFile, ...silences].filter(
      (silence) => silence.rule === rule.id && covers(silence, source.file, idOf(source), reach),
    )
    for (const silence of fitting) used.add(silence)
    return fitting.length > 0
  }

  const inPassage = (rule: Rule, passage: Passage, finding: Finding, locator: Locator): Outcome[] => {
    const { source, path } = passage
    const offsets = locator.offsets(passage)
    const start = locator.start(passage)
    const offset = offsets?.[finding.offset] ?? start
    const at = offset === undefined ? undefined : locator.lines.place(offset)
    const key = passage.start === undefined ? source.at(path, 'key') : undefined
    if (silenced(rule, source, at && reachOf(at.line, passage, key?.line, locator))) return []
    const edit = offsets && editOf(passage, finding, offsets)
    const { message, hint } = finding
    return [{ problem: problemOf(rule, source, message, hint, at), ...(edit ? { edit } : {}) }]
  }

  const passages = (list: readonly Passage[], locator: Locator): Outcome[] =>
    list.flatMap((passage) => {
      // A thousand times a record, and nearly always with nothing to say.
      const found: Outcome[] = []
      for (const { rule, look } of byKind.get(passage.kind) ?? [])
        for (const finding of look(passage, known)) found.push(...inPassage(rule, passage, finding, locator))
      return found
    })

  const inRecord = (record: MeetingText, locator: Locator): Outcome[] =>
    rules.flatMap((rule) =>
      (rule.check.record?.(record, known) ?? []).flatMap(({ passage, ...finding }) =>
        inPassage(rule, passage, finding, locator),
      ),
    )

  const inNotice = (notice: Notice, record: MeetingText): Outcome[] =>
    rules.flatMap((rule) =>
      (rule.check.notice?.(notice, record) ?? []).flatMap(({ path, message, hint }) => {
        const at = record.source.at(path as Path)
        const reach = at && { line: at.line, from: at.line, to: at.line }
        return silenced(rule, record.source, reach)
          ? []
          : [{ problem: problemOf(rule, record.source, message, hint, at) }]
      }),
    )

  /** Comments are read even where no rule has anything to say. */
  const enter = (source: Source): Locator => {
    own.set(source.file, silencesIn(source, report))
    return locatorOf(source)
  }

  return {
    meeting: (source, notice) => {
      const locator = enter(source)
      const record = meetingText(source)
      return [
        ...passages(record.passages, locator),
        ...inRecord(record, locator),
        ...(notice ? inNotice(notice, record) : []),
      ]
    },
    directory: (source) => passages(directoryPassages(source), enter(source)),
    template: (source) => passages([templatePassage(source)], enter(source)),
    file: (source, raw) =>
      rules.flatMap((rule) =>
        (rule.check.file?.({ file: source.file, raw }) ?? []).flatMap(({ offset, message, hint, edits }) => {
          // Lines are the same in both; columns count the letters as they are shown.
          const before = raw.slice(0, offset).replace(/\r\n?/g, '\n')
          const line = before.split('\n').length
          const column = before.slice(before.lastIndexOf('\n') + 1).normalize('NFC').length + 1
          return silenced(rule, source, { line, from: line, to: line })
            ? []
            : [
                {
                  problem: problemOf(rule, source, message, hint, { line, column }),
                  edit: { raw: edits },
                },
              ]
        }),
      ),
    idle: () =>
      [...own.values()]
        .flat()
        .concat(silences)
        .filter((silence) => !used.has(silence)),
  }
}

type Looking = { readonly rule: Rule; readonly look: NonNullable<Rule['check']['passage']> }

/** The rules that look at passages of each kind, in their order. */
const rulesByKind = once((rules: readonly Rule[]) => {
  const byKind = new Map<PassageKind, Looking[]>()
  for (const rule of rules) {
    const look = rule.check.passage
    if (!look) continue
    for (const kind of rule.kinds ?? worded) byKind.set(kind, [...(byKind.get(kind) ?? []), { rule, look }])
  }
  return byKind
})

const idOf = ({ file }: Source): string => file.replace(/^.*\//, '').replace(/\.(ya?ml|md)$/, '')

const reachOf = (line: number, passage: Passage, key: number | undefined, locator: Locator): Reach => {
  // A template is one passage; only the line itself is meant there.
  if (passage.kind === 'template') return { line, from: line, to: line }
  const offsets = locator.offsets(passage)
  const [first, last] = [locator.start(passage), offsets?.at(-1)]
  const from = first === undefined ? line : locator.lines.place(first).line
  const to = last === undefined ? line : locator.lines.place(last).line
  return { line, from: Math.min(from, key ?? from), to: Math.max(to, from) }
}

const problemOf = (
  rule: Rule,
  { file }: Source,
  message: string,
  hint: string | undefined,
  at: Problem['at'],
): Problem => ({
  rule: rule.id,
  level: rule.level,
  message,
  ...(hint ? { hint } : {}),
  file,
  ...(at ? { at } : {}),
  ...(rule.cite ? { cite: rule.cite } : {}),
})
