/** A project folder → what a build of it depends on, by content, with nothing understood yet. */

import { contentKeyNow, contentNow } from '../load/contents.ts'
import { tinosFiles } from '../load/fonts.ts'
import { type Rooms, surveyProject } from '../load/survey.ts'
import type { Report } from '../problem.ts'
import { keyOf, sha256 } from './hash.ts'

/** Settings, directory, templates and partials: what every meeting leans on, by path. */
export type OfficeFiles = ReadonlyMap<string, Uint8Array>

export type Inputs = {
  readonly rooms: Rooms
  /** Of this program and the fonts: what makes other bytes of the same records. */
  readonly maker: string
  readonly office: OfficeFiles
  /** Of the maker and the office. */
  readonly officeKey: string
}

/** `program`: this version of the program. Undefined when here is no project (reported). */
export const inputsOf = async (
  root: string,
  program: string,
  report: Report,
): Promise<Inputs | undefined> => {
  const rooms = await surveyProject(root, report)
  if (!rooms) return undefined
  const maker = keyOf(program, ...Object.values(tinosFiles()).map(sha256))
  const office = new Map<string, Uint8Array>()
  const parts: (string | undefined)[] = [maker]
  for (const room of ['settings', 'directory', 'templates', 'partials'] as const) {
    for (const file of rooms[room]) {
      const bytes = contentNow(root, file)
      if (bytes) office.set(file, bytes)
      parts.push(room, file, bytes && sha256(bytes))
    }
  }
  return { rooms, maker, office, officeKey: keyOf(...parts) }
}

/** Of one file; undefined when it cannot be read now. */
export const contentKey = (root: string, file: string): string | undefined =>
  contentKeyNow(root, file, sha256)

/** Everything that the edition of a meeting is made of. */
export const meetingKey = (
  officeKey: string,
  file: string,
  content: string,
  naming: string | undefined,
): string => keyOf(officeKey, file, content, naming)
