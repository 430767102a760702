/** The project of a command: loaded, with its fonts and the ids of the meetings it is about. */

import type { Fonts } from '../fonts/fonts.ts'
import { openedFonts } from '../load/opened-fonts.ts'
import { loadProject } from '../load/project.ts'
import type { Problem, Report } from '../problem.ts'
import type { Project } from '../source.ts'
import { chosen, isMeeting, stem } from './chosen.ts'

export type Opened = {
  readonly project: Project
  readonly fonts: Fonts
  /** Ids of the meetings that were asked for; undefined: all. */
  readonly only: readonly string[] | undefined
  /** Passes on what is not about other meetings than those. */
  readonly report: Report
}

/** `records`: slugs or paths. One that is not there is reported, and the others still count. */
export const open = async (root: string, records: readonly string[], report: Report): Promise<Opened> => {
  const found: Problem[] = []
  const project = await loadProject(
    root,
    (problem) => found.push(problem),
    undefined,
    records.length > 0 ? { register: records.map((given) => stem(given.replaceAll('\\', '/'))) } : {},
  )
  // A meeting that could not be read is there all the same.
  const files = [...project.meetings, ...found].map(({ file }) => file).filter(isMeeting)
  const only = records.length > 0 ? chosen(records, [...new Set(files.map(stem))], report) : undefined
  const about: Report = (problem) => {
    if (!only || !isMeeting(problem.file) || only.includes(stem(problem.file))) report(problem)
  }
  for (const problem of found) about(problem)
  return { project, fonts: openedFonts(), only, report: about }
}
