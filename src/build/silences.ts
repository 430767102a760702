/** Silences of the settings: which of them had nothing to silence in a whole run. */

import type { Problem } from '../problem.ts'
import type { KeptSilence } from './manifest.ts'

/**
 * Silences of the settings that had nothing to silence anywhere. `ids`: the meetings that were looked at; all when absent.
 * `whole`: the files themselves were looked at; without that nobody can say whether one for them is idle.
 */
export const idleSilences = (
  silences: readonly KeptSilence[],
  used: ReadonlySet<string>,
  ids: readonly string[] | undefined,
  whole: boolean,
): Problem[] =>
  silences.flatMap(({ name, idle: said, record }) => {
    // Of a part of the records nobody can say that a silence for all of them is idle.
    const told = ids === undefined || (record !== undefined && ids.includes(record))
    return told && !used.has(name) && (whole || !name.startsWith('text/nfd ')) ? [said] : []
  })
