/** YAML text → plain JSON values that remember where they stood. */

import { type Document, isScalar, parseDocument, visit } from 'yaml'
import type { Aim, Path } from '../source.ts'
import { explainYaml, type Flaw } from './yaml-messages.ts'
import { Reading } from './yaml-reading.ts'
import { yamlWhere } from './yaml-where.ts'

/** A value, and the offset in its text at which a path into it stands. */
export type YamlTree = {
  readonly value: unknown
  readonly where: (path: Path, aim?: Aim) => number
}

/** A file with more mistakes than this is not a record yet. */
const mostFlaws = 20

/** The value, or undefined when the text is not YAML we can rely on; every mistake is given to `flaw`. */
export const parseYaml = (text: string, flaw: (flaw: Flaw) => void): YamlTree | undefined => {
  const doc = parseDocument(text, {
    version: '1.2',
    prettyErrors: false,
    // Ours, below: the parser compares every key with every other, and cannot say where the first one stands.
    uniqueKeys: false,
    resolveKnownTags: false,
  })
  const flaws = syntaxFlaws(doc, text)
  for (const each of flaws) flaw(each)
  if (flaws.length > 0) return undefined
  const reading = new Reading(text, flaw)
  const value = reading.value(doc.contents, 0)
  if (reading.unreliable) return undefined
  return { value, where: yamlWhere(doc.contents, reading.targets) }
}

/** One a line: what follows on the same line is nearly always the same mistake again. */
const syntaxFlaws = (doc: Document.Parsed, text: string): Flaw[] => {
  const lines = new Set<number>()
  const flaws = [...doc.errors, ...doc.warnings]
    .sort((a, b) => a.pos[0] - b.pos[0])
    .filter(({ pos }) => {
      const line = text.lastIndexOf('\n', pos[0] - 1)
      return !lines.has(line) && lines.add(line)
    })
    .slice(0, mostFlaws)
    .map(({ code, message, pos }) =>
      explainYaml(code, message, text, /quote$/.test(message) ? openQuote(doc, pos[0]) : pos[0]),
    )
  if (flaws.length === 0 && doc.directives.yaml.version !== '1.2') {
    return [explainYaml('BAD_DIRECTIVE', '', text, Math.max(0, text.search(/^%YAML/m)))]
  }
  return flaws
}

/** A quote that is never closed is missed at the end of the text; it is looked for where the value starts. */
const openQuote = (doc: Document.Parsed, end: number): number => {
  let start = end
  visit(doc, {
    Scalar: (_, node) => {
      if (isScalar(node) && node.type?.startsWith('QUOTE')) start = node.range?.[0] ?? start
    },
  })
  return start
}
