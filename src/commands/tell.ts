/** Problems of a run → stderr as lines, or stdout as one JSON document. */

import { displayText } from '../load/display-text.ts'
import { byPlace, isError, type Problem } from '../problem.ts'
import { type Common, lively } from './io.ts'
import { formatProblem, formatSummary, problemJson } from './print.ts'

/** `extra`: what the command has to say besides, under its own keys. */
export const tell = async (
  common: Common,
  problems: readonly Problem[],
  extra: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const sorted = [...problems].sort(byPlace)
  const { io, json, quiet, root } = common
  if (json) {
    const errors = sorted.filter(isError).length
    io.stdout.write(
      `${JSON.stringify({ ok: errors === 0, ...extra, problems: sorted.map(problemJson) }, null, 2)}\n`,
    )
    return
  }
  const shown = quiet ? sorted.filter(isError) : sorted
  const texts = new Map<string, string | undefined>()
  for (const problem of shown) {
    if (!texts.has(problem.file))
      texts.set(problem.file, problem.at ? displayText(root, problem.file) : undefined)
    io.stderr.write(`${formatProblem(problem, texts.get(problem.file), { colour: lively(io) })}\n\n`)
  }
  if (shown.length > 0) io.stderr.write(`${formatSummary(shown)}\n`)
}
