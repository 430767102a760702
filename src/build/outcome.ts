/** What was made of a meeting → its files in the output folder, and what is remembered of it. */

import { contentNow } from '../load/contents.ts'
import { nameTaken } from '../pipeline.ts'
import type { Report } from '../problem.ts'
import { writeIssued } from '../publish/issued-files.ts'
import { markOf } from '../publish/outputs.ts'
import { openSession, type Session, writeFiles } from '../publish/write.ts'
import { type FormatName, formats } from '../render/index.ts'
import { keyOf, sha256 } from './hash.ts'
import { meetingKey } from './inputs.ts'
import type { Job, Made, MadeEdition, MadeFile } from './make.ts'
import {
  entriesOf,
  type KeptEdition,
  type KeptFile,
  type KeptMeeting,
  type KeptOffice,
  type Manifest,
  manifestBytes,
  manifestName,
  namingKey,
} from './manifest.ts'
import type { Todo } from './plan.ts'
import type { RunOptions, Scene, Standing } from './scene.ts'

export type Result = {
  readonly used: readonly string[]
  readonly standing?: Standing
  /** Absent when it must be looked at again the next time. */
  readonly kept?: KeptMeeting
}

/** `stale` is told of meetings whose entries are no longer as they were when the run began. */
export const jobOf = ({ options, inputs }: Scene, { file, naming, known }: Todo, stale: Set<string>): Job => {
  const entries: [string, Uint8Array][] = []
  const hashes: [string, string | undefined][] = []
  for (const path of naming?.files ?? []) {
    const bytes = contentNow(options.root, path)
    hashes.push([path, keyOf(inputs.maker, path, bytes && sha256(bytes))])
    if (bytes) entries.push([path, bytes])
  }
  if (naming && namingKey(hashes, naming.clash) !== naming.key) stale.add(file)
  return { file, entries, ...(known === undefined ? {} : { known }) }
}

export type Desk = {
  readonly scene: Scene
  /** Names that have been given → the meeting that has it. */
  readonly names: Map<string, string>
  readonly session: Session
  readonly stale: ReadonlySet<string>
  /** Names of files that have new bytes already. */
  readonly ahead: Set<string>
}

/**
 * One file of a meeting into the output folder, before the others are made: somebody waits for it. What does not
 * succeed is left to `settled`, which tells why.
 */
export const placeAhead = async (
  { scene: { options }, names, session, ahead }: Desk,
  todo: Todo | undefined,
  edition: MadeEdition,
  [format, bytes]: MadeFile,
): Promise<void> => {
  const name = fileName(edition, format)
  if (todo?.naming?.clash || names.has(name) || edition.issued.length > 0) return
  const { written } = await writeFiles(options.out, new Map([[name, bytes]]), () => undefined, {
    shown: options.shownOut,
    session,
  })
  for (const each of written) ahead.add(each)
}

const fileName = ({ name }: MadeEdition, format: FormatName): string => `${name}.${formats[format].extension}`

export const settled = async (
  { scene, names, session, stale, ahead }: Desk,
  todo: Todo | undefined,
  made: Made,
  report: Report,
): Promise<Result> => {
  const { options, inputs, before } = scene
  const { file, content, problems, used, edition } = made
  const key =
    content === undefined || stale.has(file)
      ? undefined
      : meetingKey(inputs.officeKey, file, content, todo?.naming?.key)
  const kept = (more: Pick<KeptMeeting, 'edition'>): Pick<Result, 'kept'> =>
    key === undefined ? {} : { kept: { key, problems, used, ...more } }
  if (!edition || todo?.naming?.clash) return { used, ...kept({}) }
  const { id, original } = edition
  const same = before.meetings.get(file)?.edition
  const earlier = same?.original === original ? same.files : {}
  if (!edition.files) {
    const standing = { id, original, files: earlier }
    return { used, standing: { edition: standing, written: [] }, ...kept({ edition: standing }) }
  }
  const files = new Map(
    edition.files.map(([format, bytes]) => [fileName(edition, format), { format, bytes }]),
  )
  const other = [...files.keys()].map((name) => names.get(name)).find((each) => each !== undefined)
  if (other !== undefined) {
    report(nameTaken(file.normalize('NFC'), edition.name, other))
    return { used }
  }
  for (const name of files.keys()) names.set(name, file)
  let quiet = true
  const written = await writeIssued(
    options.out,
    new Map([...files].map(([name, { bytes }]) => [name, bytes])),
    new Map(edition.issued),
    (problem) => {
      quiet = false
      report(problem)
    },
    { shown: options.shownOut, session },
  )
  if (!written.ok) return { used }
  const now: KeptEdition = {
    id,
    original,
    files: {
      ...earlier,
      ...Object.fromEntries([...files].flatMap(([name, made]) => keptFile(options.out, name, made))),
    },
  }
  return {
    used,
    standing: {
      edition: now,
      written: [...written.written, ...written.unchanged.filter((name) => ahead.has(name))],
    },
    ...(quiet ? kept({ edition: now }) : {}),
  }
}

const keptFile = (
  out: string,
  name: string,
  { format, bytes }: { readonly format: FormatName; readonly bytes: Uint8Array },
): [FormatName, KeptFile][] => [
  [format, { name, bytes: bytes.length, sha256: sha256(bytes), mark: markOf(out, name)?.mark ?? '' }],
]

/** A run that looked at a part leaves what is remembered of the rest; files that are gone are forgotten. */
export const remembered = (
  { before, meetings, namings, plan }: Scene,
  office: KeptOffice,
  results: ReadonlyMap<string, Result>,
): Manifest => {
  const there = new Set(meetings.values())
  const all = new Map(before.meetings)
  for (const file of before.meetings.keys()) if (!there.has(file)) all.delete(file)
  for (const { file, meeting, files } of plan.kept) all.set(file, withFiles(meeting, files))
  for (const { file } of plan.todo) {
    const kept = results.get(file)?.kept
    if (kept) all.set(file, kept)
    else all.delete(file)
  }
  const register = namings.register ?? before.register
  return {
    office,
    ...(register ? { register } : {}),
    meetings: all,
    entries: namings.entries ? entriesOf(namings.entries) : before.entries,
  }
}

/** A folder that cannot be written has been reported by then; without this file the next run takes longer, no more. */
export const writeManifest = async (
  { out, shownOut }: Pick<RunOptions, 'out' | 'shownOut'>,
  manifest: Manifest,
): Promise<void> => {
  const files = new Map([[manifestName, manifestBytes(manifest)]])
  // Should the power fail before it reaches the disk, its seal tells.
  await writeFiles(out, files, () => undefined, { shown: shownOut, session: openSession({ hasty: true }) })
}

/** The same, nearly always: then nothing is made anew of thousands. */
const withFiles = (
  meeting: KeptMeeting,
  files: readonly (readonly [FormatName, KeptFile])[],
): KeptMeeting => {
  const { edition } = meeting
  if (!edition || files.every(([format, file]) => edition.files[format] === file)) return meeting
  return { ...meeting, edition: { ...edition, files: { ...edition.files, ...Object.fromEntries(files) } } }
}
