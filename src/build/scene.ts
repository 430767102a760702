/** What a run is asked for, what it knows before it makes anything, and what it answers. */

import type { Report } from '../problem.ts'
import type { Session } from '../publish/write.ts'
import type { FormatName } from '../render/index.ts'
import type { Inputs } from './inputs.ts'
import type { KeptEdition, KeptMeeting, KeptOffice, Manifest } from './manifest.ts'
import type { Namings } from './namings.ts'
import type { OpenedOffice } from './office.ts'
import type { Plan } from './plan.ts'
import { idleSilences } from './silences.ts'

export type RunOptions = {
  readonly root: string
  /** Absolute, and as it is called in messages. */
  readonly out: string
  readonly shownOut: string
  /** This version of the program; undefined when it is not known, and then nothing is remembered. */
  readonly program: string | undefined
  readonly formats: readonly FormatName[]
  /** How many threads for so many meetings. */
  readonly jobs: (count: number) => number
  readonly force: boolean
  /** Are the files themselves looked at too, and not only what they say? Tells more problems; nothing is remembered then. */
  readonly whole?: boolean
  /** Ids of all meetings → of those that are wanted; undefined: all. */
  readonly wanted: (ids: readonly string[]) => readonly string[] | undefined
  readonly clock?: (() => number) | undefined
  readonly progress: (count: number) => { readonly step: () => void; readonly end: () => void }
  /** Kept between the runs of one process. */
  readonly warm?: Warm | undefined
  /** What a thread runs; the program's own when absent. */
  readonly worker?: URL | undefined
}

/** What one run leaves to the next one in the same process, so that only what changed is looked at. */
export type Warm = {
  scene?: Scene
  /** Instead of the file in the output folder, which is written when the process ends. */
  manifest?: Manifest
  office?: { readonly key: string; readonly opened: OpenedOffice }
  /** Folders that were entered once need not be again. */
  session?: Session
}

/** An edition whose files are in the output folder; `written`: names of those that got new bytes. */
export type Standing = { readonly edition: KeptEdition; readonly written: readonly string[] }

export type Ran = {
  readonly editions: readonly Standing[]
  /** Ids of the meetings that were looked at and of which a notice can be made. */
  readonly sound: readonly string[]
  /** A fault of the program; the first, when there were several. */
  readonly fault?: unknown
  /** Milliseconds by stage; those of several threads are added. */
  readonly took: Readonly<Record<string, number>>
}

/** Everything that a run knows before it makes anything. */
export type Scene = {
  readonly options: RunOptions
  readonly inputs: Inputs
  readonly before: Manifest
  readonly meetings: ReadonlyMap<string, string>
  readonly only: readonly string[] | undefined
  readonly namings: Namings
  readonly plan: Plan
  /** Of the office's problems: they depend on which meetings there are. */
  readonly officeKey: string
}

/** Silences of the settings that had nothing to silence. */
export const tellIdle = (
  office: Pick<KeptOffice, 'silences' | 'used'>,
  meetings: readonly Pick<KeptMeeting, 'used'>[],
  { only, options: { whole = false } }: Pick<Scene, 'only' | 'options'>,
  report: Report,
): void => {
  const used = new Set([...office.used, ...meetings.flatMap((meeting) => meeting.used)])
  for (const problem of idleSilences(office.silences, used, only, whole)) report(problem)
}

export const keptStanding = ({ meeting }: Plan['kept'][number]): Standing[] =>
  meeting.edition ? [{ edition: meeting.edition, written: [] }] : []
