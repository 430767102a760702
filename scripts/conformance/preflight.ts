/** PDF/A-1b files -> what Apache PDFBox preflight finds in each; all files in one start of Java. */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Findings } from './ledger.ts'
import { preflightClassPath, run } from './tools.ts'

export const preflight = (root: string, files: readonly string[]): ReadonlyMap<string, Findings> => {
  const program = join(root, 'scripts/conformance/Preflight.java')
  if (!existsSync(program)) throw new Error(`không có ${program}`)
  const said = run('java', ['-cp', preflightClassPath, program, ...files], { seconds: 60 + 5 * files.length })
  const rows = said.out.split('\n').map((row) => row.split('\t'))
  const verdicts = new Map(
    files.map((file) => [
      file,
      rows.filter((row) => row[0] === 'bad' && row[1] === file).map((row) => row[2] ?? ''),
    ]),
  )
  for (const file of files)
    if (!rows.some((row) => row[1] === file)) verdicts.set(file, [`preflight không xét: ${said.err.trim()}`])
  return verdicts
}
