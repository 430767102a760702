/** One run -> one row of the table of runs that is kept beside the sources. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Machine } from './machine.ts'
import type { Ratio } from './ratios.ts'

/** A later ratio gets a column at the end; rows from before it have nothing there. */
const kept = [
  'pdf-all-cores : typst',
  'build-pdf : typst-program',
  'pdf-one-core : typst',
  'pandoc + libreoffice : full',
  'full : nothing (1000)',
  'one : full (10000)',
  'time 10000 : 1000',
  'memory 10000 : 1000',
  'cold-build : node',
  'cold-build : cold-peers',
  'help : node',
  'watch : warm-render',
  'register 10000 : 1000',
  'issue 10000 : 1000',
  'diff : git',
  'pandoc + libreoffice : all-all-cores',
] as const

const preface = `# Runs of the bench

One row a run of \`npm run bench -- --record\`; the targets stand in \`scripts/bench/ratios.ts\`. A "+" after the commit: with
changes that were not committed. The day is the commit's. "–": not measured in that run.

`

export const historyRow = ({ commit, date, cpus, node }: Machine, ratios: readonly Ratio[]): string => {
  const shown = kept.map((name) => {
    const found = ratios.find((ratio) => ratio.name === name)
    return found ? String(Number(found.ratio.toPrecision(3))) : '–'
  })
  return row([commit, date, String(cpus), node, ...shown])
}

/** The text with the row at its end; with no text yet, the table begins. */
export const withRow = (text: string | undefined, added: string): string => {
  const head = ['commit', 'day', 'cores', 'Node', ...kept]
  return `${text ?? `${preface}${row(head)}${row(head.map(() => '---'))}`}${added}`
}

export const record = (file: string, machine: Machine, ratios: readonly Ratio[]): void => {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : undefined
  writeFileSync(file, withRow(text, historyRow(machine, ratios)))
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
