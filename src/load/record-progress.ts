/** A step of progress put into a meeting's file, `.yaml` or `.md`, so that its value has that step and nothing else is new. */

import { isDeepStrictEqual } from 'node:util'
import type { Path, Source } from '../source.ts'
import { readMeeting } from './body.ts'
import { commentsIn } from './body-comments.ts'
import { insertProgress, type Step } from './insert-progress.ts'
import { readYaml } from './yaml.ts'

const quiet = (): void => undefined

/**
 * `raw`: the file as it stands on the disk; `path`: of the task in its value. Undefined when the step cannot be written
 * without touching more than the task.
 */
export const recordProgress = (file: string, raw: string, path: Path, step: Step): string | undefined => {
  const read = (text: string): Source | undefined =>
    file.endsWith('.md') ? readMeeting(file, text, quiet) : readYaml(file, text, quiet)
  const before = read(raw)
  if (!before) return undefined
  const after = file.endsWith('.md')
    ? inMarkdown(raw, before, path, step)
    : inYaml(raw, 0, raw.length, path, step)
  if (after === undefined) return undefined
  const now = read(after)
  return now && isDeepStrictEqual(now.value, withStep(before.value, path, step)) ? after : undefined
}

/** The byte order mark is no YAML. */
const inYaml = (raw: string, from: number, to: number, path: Path, step: Step): string | undefined => {
  const start = raw.startsWith('\uFEFF', from) ? from + 1 : from
  const inserted = insertProgress(raw.slice(start, to), path, step)
  return inserted === undefined ? undefined : raw.slice(0, start) + inserted + raw.slice(to)
}

/** The task stands in the front matter, or in the comment of the body that its place lies in. */
const inMarkdown = (raw: string, source: Source, path: Path, step: Step): string | undefined => {
  const fence = /^\uFEFF?---[^\n]*\n([\s\S]*?\n)---[ \t]*(?=\r?\n|$)/.exec(raw)
  if (!fence) return undefined
  const start = fence[0].indexOf('\n') + 1
  const end = start + (fence[1]?.length ?? 0)
  const body = raw.slice(end)
  const own = source.text.slice(source.text.indexOf('\n---', source.text.indexOf('\n')) + 1)
  const target = offsetOf(source, path)
  const shift = source.text.length - own.length
  const notes = commentsIn(own, quiet)
  const index = notes.findIndex(({ span }) => shift + span[0] <= target && target < shift + span[1])
  if (index === -1) return inYaml(raw, start, end, path, step)
  const note = notes[index]?.note
  // Line ends and composed letters make no comment and undo none: the same comment has the same place in both texts.
  const found = commentsIn(body, quiet)[index]
  if (!note || !found?.note) return undefined
  const from = end + found.note.offset
  const to = end + found.span[1] - '-->'.length
  const { tree, offset } = note
  const inner = Array.isArray(tree.value)
    ? tree.value.findIndex((_, each) => shift + offset + tree.where([each]) === target)
    : undefined
  return inner === -1 ? undefined : inYaml(raw, from, to, inner === undefined ? [] : [inner], step)
}

const offsetOf = ({ text, at }: Source, path: Path): number => {
  const place = at(path)
  if (!place) return -1
  let start = 0
  for (let line = 1; line < place.line; line += 1) start = text.indexOf('\n', start) + 1
  return start + place.column - 1
}

/** The value as it should be afterwards. */
const withStep = (value: unknown, path: Path, step: Step): unknown => {
  const [key, ...rest] = path
  if (key !== undefined) {
    if (Array.isArray(value))
      return value.map((each, index) => (index === key ? withStep(each, rest, step) : each))
    return isRecord(value) ? { ...value, [key]: withStep(value[key], rest, step) } : value
  }
  if (!isRecord(value)) return value
  const { state, on, note } = step
  const steps = Array.isArray(value.progress) ? value.progress : []
  return { ...value, progress: [...steps, { state, on, ...(note === undefined ? {} : { note }) }] }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
