/**
 * What the last build made, and of what: the file `.thongbao-build.json` in the output folder. A key is a hash of
 * everything that what stands beside it was made of, so an old key can only match when nothing has changed.
 * The file may be deleted, damaged or of another version at any time: then it says nothing, and all is made again.
 */

import type { Problem } from '../problem.ts'
import type { Registered } from '../record/validate.ts'
import type { FormatName } from '../render/index.ts'
import { keyOf, sha256Of } from './hash.ts'

export const manifestName = '.thongbao-build.json'

export type Manifest = {
  /** Of the directory and the templates. */
  readonly office?: KeptOffice
  readonly register?: KeptRegister
  /** By the path of the meeting. */
  readonly meetings: ReadonlyMap<string, KeptMeeting>
  readonly entries: KeptEntries
}

/** Entries of the register as they were understood, by path. */
export type KeptEntries = {
  /** Read when they are first asked for. */
  readonly all: () => ReadonlyMap<string, KeptEntry>
  /** As they stand in the file. */
  readonly line: () => Buffer
}

export type KeptOffice = {
  readonly key: string
  readonly problems: readonly Problem[]
  readonly silences: readonly KeptSilence[]
  /** Those that have silenced something in the directory or a template. */
  readonly used: readonly string[]
}

/** A silence of the settings, and what is to be said of it if it has silenced nothing anywhere. */
export type KeptSilence = { readonly name: string; readonly idle: Problem; readonly record?: string }

export type KeptRegister = {
  readonly key: string
  readonly problems: readonly Problem[]
  /** By id of a meeting: the entries that name it. */
  readonly naming: readonly (readonly [id: string, naming: Naming])[]
}

export type Naming = {
  /** Of the paths and contents of the entries. */
  readonly key: string
  readonly files: readonly string[]
  /** Another meeting has the name that its files would have. */
  readonly clash?: Problem
}

export type KeptMeeting = {
  readonly key: string
  readonly problems: readonly Problem[]
  /** The silences of the settings that have silenced something in it. */
  readonly used: readonly string[]
  /** Absent when nothing could be made of it. */
  readonly edition?: KeptEdition
}

export type KeptEdition = {
  readonly id: string
  /** Hash of what was handed to the renderers, and of the program and the fonts. */
  readonly original: string
  readonly files: Readonly<Partial<Record<FormatName, KeptFile>>>
}

export type KeptFile = {
  /** Below the output folder. */
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  /** What the file system said of it just after it was written. */
  readonly mark: string
}

/** An entry with mistakes says only which meeting it names, if it does. */
export type KeptEntry = {
  readonly hash: string
  readonly problems: readonly Problem[]
  readonly value: Registered['value'] | string | null
}

/** The key of a `Naming`. `entries`: path and hash of each. */
export const namingKey = (
  entries: readonly (readonly [file: string, hash: string | undefined])[],
  clash: Problem | undefined,
): string => keyOf(...entries.flat(), clash?.message)

export const entriesOf = (all: ReadonlyMap<string, KeptEntry>): KeptEntries => ({
  all: () => all,
  line: () => Buffer.from(JSON.stringify([...all])),
})

const entriesIn = (line: Buffer): KeptEntries => {
  let read: ReadonlyMap<string, KeptEntry> | undefined
  return {
    all: () => {
      read ??= new Map(JSON.parse(line.toString()) as [string, KeptEntry][])
      return read
    },
    line: () => line,
  }
}

export const noManifest: Manifest = { meetings: new Map(), entries: entriesOf(new Map()) }

/** Four lines: a seal over the rest; office and register; meetings; entries. */
export const manifestBytes = ({ office, register, meetings, entries }: Manifest): Buffer => {
  const lines = [JSON.stringify({ office, register }), JSON.stringify([...meetings])]
  const rest = [...lines.map((line) => Buffer.from(`${line}\n`)), entries.line()]
  return Buffer.concat([Buffer.from(`${seal(...rest)}\n`), ...rest, Buffer.from('\n')])
}

/** Undefined when this is not a whole manifest as this version writes it. */
export const readManifest = (bytes: Buffer): Manifest | undefined => {
  const end = bytes.indexOf(10)
  const rest = bytes.subarray(end + 1, -1)
  if (end === -1 || bytes.toString('latin1', 0, end) !== seal(rest)) return undefined
  const second = rest.indexOf(10)
  const third = rest.indexOf(10, second + 1)
  return {
    ...(JSON.parse(rest.toString('utf8', 0, second)) as Pick<Manifest, 'office' | 'register'>),
    meetings: new Map(JSON.parse(rest.toString('utf8', second + 1, third)) as [string, KeptMeeting][]),
    entries: entriesIn(rest.subarray(third + 1)),
  }
}

const seal = (...rest: readonly Uint8Array[]): string => `thongbao-build 1 ${sha256Of(rest)}`
