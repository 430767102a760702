/** Which records a command is about: as its user names them, by id or by path. */

import type { Report } from '../problem.ts'
import { nearest } from '../text/nearest.ts'

/** Is this the path of a meeting's record? */
export const isMeeting = (file: string): boolean => /^content\/meetings\/.*\.(ya?ml|md)$/.test(file)

/** Names or paths of records → ids that are there; the others are reported. */
export const chosen = (records: readonly string[], ids: readonly string[], report: Report): string[] => {
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

/** The id of a record: the name of its file. */
export const stem = (file: string): string => file.replace(/^.*\//, '').replace(/\.(ya?ml|md)$/, '')
