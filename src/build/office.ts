/** Settings, directory and templates of a project, understood once for all of its meetings. */

import { checkOffice, type Knowledge, knowledgeOf } from '../check/check.ts'
import { idle, type Silence } from '../check/silences.ts'
import type { Fonts } from '../fonts/fonts.ts'
import { rawText, readBytes } from '../load/files.ts'
import { openedFonts } from '../load/opened-fonts.ts'
import { readSource } from '../load/project.ts'
import type { Room } from '../load/survey.ts'
import { type Ground, groundOf } from '../pipeline.ts'
import type { Report } from '../problem.ts'
import type { Project, Source } from '../source.ts'
import type { OfficeFiles } from './inputs.ts'
import type { KeptOffice } from './manifest.ts'

export type Office = {
  readonly fonts: Fonts
  readonly ground: Ground
  readonly knowledge: Knowledge
}

/** Plain data, so that a thread can be given it. */
export type OfficeInputs = {
  readonly root: string
  /** Of what could be read. */
  readonly files: OfficeFiles
  /** Paths by room, of what could not be read too. */
  readonly rooms: Readonly<Record<OfficeRoom, readonly string[]>>
  /** Ids of all meetings. */
  readonly ids: readonly string[]
  /** Are the files themselves looked at too, and not only what they say? */
  readonly whole?: boolean
}

type OfficeRoom = Exclude<Room, 'meetings' | 'register'>

export type OpenedOffice = {
  readonly office: Office
  readonly kept: Omit<KeptOffice, 'key' | 'problems'>
}

export const openOffice = async (inputs: OfficeInputs, report: Report): Promise<OpenedOffice> => {
  const raw = inputs.whole ? new Map<string, string>() : undefined
  const sources = async (room: OfficeRoom): Promise<Source[]> => {
    const found: Source[] = []
    for (const file of inputs.rooms[room]) {
      // What could not be read is read again, to hear why.
      const bytes = inputs.files.get(file) ?? (await readBytes(inputs.root, file, report))
      const source = bytes && readSource(room, file, bytes, report)
      if (source) found.push(source)
      if (source) raw?.set(source.file, rawText(bytes))
    }
    return found
  }
  const [settings] = await sources('settings')
  const project: Omit<Project, 'meetings' | 'register'> = {
    ...(settings ? { settings } : {}),
    directory: await sources('directory'),
    templates: await sources('templates'),
    partials: await sources('partials'),
  }
  const fonts = openedFonts()
  const ground = groundOf(project, fonts, report)
  const knowledge = knowledgeOf(project, inputs.ids, report)
  const used = checkOffice(knowledge, project, report, raw).map(silenceName)
  const silences = knowledge.silences.map((silence) => ({
    name: silenceName(silence),
    idle: idle(silence),
    ...(silence.record === undefined ? {} : { record: silence.record }),
  }))
  return { office: { fonts, ground, knowledge }, kept: { silences, used } }
}

/** The same for the same silence, whichever others there are. */
export const silenceName = ({ rule, at, record }: Silence): string =>
  `${rule} ${at.line}:${at.column} ${record ?? ''}`
