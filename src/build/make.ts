/** One meeting, from the bytes of its record to the bytes of its files; here or on a thread, the same either way. */

import { checkMeeting } from '../check/check.ts'
import { rawText, readBytes } from '../load/files.ts'
import { readSource } from '../load/project.ts'
import { type Edition, editionOf } from '../pipeline.ts'
import type { Problem } from '../problem.ts'
import { type FormatName, formats } from '../render/index.ts'
import { keyOf, sha256 } from './hash.ts'
import { hashesOf, stillIssued } from './issued.ts'
import { type Office, silenceName } from './office.ts'

export type Job = {
  readonly file: string
  /** The entries of the register that name it: path and text. */
  readonly entries: readonly (readonly [file: string, text: Uint8Array])[]
  /** Hash of the original whose files are there already: they are not rendered again. */
  readonly known?: string
}

export type Made = {
  readonly file: string
  /** Of the bytes that were read; undefined when they could not be. */
  readonly content?: string
  readonly problems: readonly Problem[]
  /** Names of the silences of the settings that have silenced something in it. */
  readonly used: readonly string[]
  /** Its id, when a notice could be made of it, even if that may not be written over the issued one. */
  readonly sound?: string
  /** Absent when nothing may be made of the record. */
  readonly edition?: MadeEdition & {
    /** Absent when the original is the one that was known. */
    readonly files?: readonly MadeFile[]
  }
  /** Milliseconds by stage, when they are wanted. */
  readonly took?: Took
}

export type MadeEdition = {
  readonly id: string
  readonly name: string
  readonly original: string
  /** SHA-256 of the files that were issued, by name. */
  readonly issued: readonly (readonly [name: string, sha256: string])[]
}

export type MadeFile = readonly [FormatName, Uint8Array]

export type Took = Readonly<Record<string, number>>

export type MakeOptions = {
  readonly root: string
  /** Of the program and the fonts. */
  readonly maker: string
  readonly formats: readonly FormatName[]
  /** Is the file itself looked at too, and not only what it says? */
  readonly whole?: boolean
  /** Milliseconds; only for telling where the time went. */
  readonly clock?: (() => number) | undefined
  /** For somebody who waits: told of each file when it is rendered, before the text is checked and the others are made. */
  readonly ready?: ((file: string, edition: MadeEdition, made: MadeFile) => Promise<void>) | undefined
}

export const makeMeeting = async (job: Job, office: Office, options: MakeOptions): Promise<Made> => {
  const { file } = job
  const { root } = options
  const problems: Problem[] = []
  const report = (problem: Problem): void => void problems.push(problem)
  const watch = stopwatch(options.clock)
  const bytes = await readBytes(root, file, report)
  if (!bytes) return { file, problems, used: [] }
  const content = sha256(bytes)
  const source = readSource('meetings', file, bytes, report)
  const entries = job.entries.flatMap(
    ([path, text]) => readSource('register', path, text, () => undefined) ?? [],
  )
  watch('load')
  if (!source) return { file, content, problems, used: [] }
  const edition = editionOf(source, entries, office.ground, report)
  watch('compose')
  const [ready] = edition ? stillIssued([edition], report) : []
  const made = ready && (await filesOf(job, ready, office, options, watch))
  const raw = options.whole ? new Map([[source.file, rawText(bytes)]]) : undefined
  const used = checkMeeting(office.knowledge, source, edition?.notice, report, raw).map(silenceName)
  watch('check')
  return {
    file,
    content,
    problems,
    used,
    ...(edition ? { sound: edition.id } : {}),
    ...(made ? { edition: made } : {}),
    ...watch.took(),
  }
}

const filesOf = async (
  { file, known }: Job,
  edition: Edition,
  { fonts }: Office,
  { maker, formats: wanted, ready }: MakeOptions,
  watch: Stopwatch,
): Promise<Required<Made>['edition']> => {
  const { id, name, notice, sheet } = edition
  // The table of the Decree is part of the maker, and longer than the rest.
  const { rules: _, ...set } = sheet
  const original = keyOf(maker, name, JSON.stringify([notice, set]))
  const made: MadeEdition = { id, name, original, issued: [...hashesOf(edition)] }
  watch('hash')
  if (original === known) return made
  const files: MadeFile[] = []
  for (const format of wanted) {
    const bytes = await formats[format].render({ notice, sheet }, () => fonts)
    watch(format)
    files.push([format, bytes])
    await ready?.(file, made, [format, bytes])
  }
  return { ...made, files }
}

type Stopwatch = { (stage: string): void; readonly took: () => { readonly took?: Took } }

const stopwatch = (clock: (() => number) | undefined): Stopwatch => {
  const took: Record<string, number> = {}
  let last = clock?.() ?? 0
  const lap = (stage: string): void => {
    if (!clock) return
    const now = clock()
    took[stage] = (took[stage] ?? 0) + now - last
    last = now
  }
  return Object.assign(lap, { took: () => (clock ? { took } : {}) })
}
