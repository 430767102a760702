/** Runs a reader and keeps what it reported. */

import type { Problem, Report } from '../../src/problem.ts'
import type { Source } from '../../src/source.ts'

export type Reader = (file: string, bytes: Uint8Array | string, report: Report) => Source | undefined

export type Reading = {
  readonly source: Source | undefined
  readonly problems: readonly Problem[]
  /** "rule line:column", in order. */
  readonly said: readonly string[]
}

export const reading = (reader: Reader, text: Uint8Array | string): Reading => {
  const problems: Problem[] = []
  const source = reader('content/x', text, (problem) => problems.push(problem))
  const said = problems.map(({ rule, at }) => (at ? `${rule} ${at.line}:${at.column}` : rule))
  return { source, problems, said }
}

/** English from a library, or a word of ours that a clerk would not know. */
export const foreign =
  /\b(unexpected|expected|missing|must|map keys?|scalar|token|alias|anchor|sequence|mapping|implicit|undefined|null|error)\b/i
