/** Runs named checks, tells each outcome in a line, and counts. A check says what is wrong as a list of sentences. */

import { has, type Tool } from './tools.ts'

/** Empty when all is well. */
export type Findings = readonly string[]

export type Check = {
  readonly name: string
  readonly needs: readonly Tool[]
  readonly look: () => Findings | Promise<Findings>
}

export type Counts = { passed: number; failed: number; skipped: number }

export type Ledger = {
  readonly check: (check: Check) => Promise<boolean>
  readonly counts: Readonly<Counts>
}

/** With `strict`, what cannot be looked at has failed. A fault of the instrument itself fails its check, not the run. */
export const openLedger = (tell: (line: string) => void, strict: boolean): Ledger => {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 }
  return {
    counts,
    check: async ({ name, needs, look }) => {
      const missing = needs.filter((tool) => !has(tool))
      if (missing.length > 0) {
        counts[strict ? 'failed' : 'skipped'] += 1
        tell(`${strict ? 'FAIL' : 'skip'} ${name} vì thiếu chương trình ${missing.join(', ')}`)
        return false
      }
      const findings = await attempt(look)
      counts[findings.length === 0 ? 'passed' : 'failed'] += 1
      tell(findings.length === 0 ? `ok   ${name}` : `FAIL ${name}${findings.map(indented).join('')}`)
      return findings.length === 0
    },
  }
}

const attempt = async (look: Check['look']): Promise<Findings> => {
  try {
    return await look()
  } catch (fault) {
    return [fault instanceof Error ? fault.message : String(fault)]
  }
}

const indented = (finding: string): string => `\n       ${finding.replaceAll('\n', '\n         ')}`
