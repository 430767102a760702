/** Problems → SARIF 2.1.0 (OASIS), for code hosts and editors that show findings of any checker. */

import type { Level, Problem, RuleId } from '../problem.ts'

const schema = 'https://json.schemastore.org/sarif-2.1.0.json'
const levels: Readonly<Record<Level, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
}

/** `version`: of this program. The order of the problems is kept. */
export const sarif = (problems: readonly Problem[], version: string): string => {
  const rules = [...new Set(problems.map(({ rule }) => rule))].sort()
  return `${JSON.stringify(
    {
      $schema: schema,
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'thongbao', version, language: 'vi', rules: rules.map((id) => ({ id })) } },
          columnKind: 'utf16CodeUnits',
          results: problems.map((problem) => result(problem, rules)),
        },
      ],
    },
    null,
    2,
  )}\n`
}

/** A finished file has no lines: what is said of the place is a logical location. */
const result = (problem: Problem, rules: readonly RuleId[]) => {
  const { rule, level, message, hint, file, at, where, found, allowed, cite } = problem
  return {
    ruleId: rule,
    ruleIndex: rules.indexOf(rule),
    level: levels[level],
    message: { text: hint === undefined ? message : `${message}; gợi ý: ${hint}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          ...(at && { region: { startLine: at.line, startColumn: at.column } }),
        },
        ...(where !== undefined && { logicalLocations: [{ fullyQualifiedName: where }] }),
      },
    ],
    properties: {
      ...(found !== undefined && { found }),
      ...(allowed !== undefined && { allowed }),
      ...(cite !== undefined && { cite }),
    },
  }
}

/** A relative reference, or a file: URI for an absolute path. */
const uriOf = (file: string): string => {
  const path = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/')
  return /^[A-Za-z]%3A\//.test(path)
    ? `file:///${path.replace('%3A', ':')}`
    : path.startsWith('/')
      ? `file://${path}`
      : path
}
