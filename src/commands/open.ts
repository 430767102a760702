/** The project of a command: loaded, with its fonts and the ids of the meetings it is about. */

import type { Fonts } from '../fonts/fonts.ts'
import { tinosFonts } from '../load/fonts.ts'
import { loadProject } from '../load/project.ts'
import type { Problem, Report } from '../problem.ts'
import type { Project } from '../source.ts'
import { nearest } from '../text/nearest.ts'

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
  return { project, fonts: tinosFonts(), only, report: about }
}

const isMeeting = (file: string): boolean => /^content\/meetings\/.*\.(ya?ml|md)$/.test(file)

const chosen = (records: readonly string[], ids: readonly string[], report: Report): string[] => {
  return records.flatMap((given) => {
    const id = stem(given.replaceAll('\\', '/'))
    if (ids.includes(id)) return [id]
    const near = nearest(id, ids)
    report({
      rule: 'record/not-found',
      level: 'error',
      message: `không có cuộc họp nào tên là "${id}" trong content/meetings`,
      hint: near ? `có phải ý bạn là "${near}"?` : `các cuộc họp đang có: ${ids.slice(0, 10).join(', ')}`,
      file: given,
    })
    return []
  })
}

const stem = (file: string): string => file.replace(/^.*\//, '').replace(/\.(ya?ml|md)$/, '')
