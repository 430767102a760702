/** The project of a command: loaded, with its fonts and the ids of the meetings it is about. */

import { type Fonts, openFonts } from '../fonts/fonts.ts'
import { tinosFiles } from '../load/fonts.ts'
import { loadProject } from '../load/project.ts'
import type { Report } from '../problem.ts'
import type { Project } from '../source.ts'
import { nearest } from '../text/nearest.ts'

export type Opened = {
  readonly project: Project
  readonly fonts: Fonts
  /** Ids of the meetings that were asked for; undefined: all. */
  readonly only: readonly string[] | undefined
}

/** `records`: slugs or paths. One that is not there is reported, and the others still count. */
export const open = async (root: string, records: readonly string[], report: Report): Promise<Opened> => {
  const project = await loadProject(root, report)
  return {
    project,
    fonts: openFonts(tinosFiles()),
    only: records.length > 0 ? chosen(records, project, report) : undefined,
  }
}

const chosen = (records: readonly string[], project: Project, report: Report): string[] => {
  const ids = project.meetings.map(({ file }) => stem(file))
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
