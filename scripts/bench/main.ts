/**
 * `npm run bench`: our program and others on the same generated notices, in one run. Ratios are told first.
 * `--sizes 10,100,1000,10000`, `--runs 5`, `--only start` or `--only formats/typst` (again and again), `--quick`, `--json file`, `--record`
 * (a row in scripts/bench/history.md).
 */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openBench } from './bench.ts'
import { type Measurement, runGroup, type Skipped } from './experiment.ts'
import { groups } from './groups/index.ts'
import { record } from './history.ts'
import { inner } from './inner.ts'
import { load, machine } from './machine.ts'
import { ratiosOf } from './ratios.ts'
import { measurementLines, ratioLines, seconds, sizeLines, skippedLines } from './table.ts'

/** Load before the first measurement, as a share of the cores. */
const tolerable = 0.25

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

const bench = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string' },
      runs: { type: 'string' },
      only: { type: 'string', multiple: true },
      quick: { type: 'boolean', default: false },
      json: { type: 'string', default: join(root, 'scripts/bench/results/last.json') },
      record: { type: 'boolean', default: false },
    },
  })
  const { quick, only } = values
  const sizes = (values.sizes ?? (quick ? '10,100' : '10,100,1000,10000')).split(',').map(Number)
  const runs = Number(values.runs ?? (quick ? 1 : 5))
  if (![...sizes, runs].every((each) => Number.isInteger(each) && each > 0))
    throw new Error('--sizes and --runs want whole numbers')
  const scratch = mkdtempSync(join(tmpdir(), 'thongbao-bench-'))
  const measurements: Measurement[] = []
  const skipped: Skipped[] = []
  const titles: [string, string][] = []
  try {
    const opened = await openBench({ root, scratch, sizes, quick })
    const about = machine(root)
    const busy = load()
    if (busy > about.cpus * tolerable) console.error(`Máy đang bận (tải ${busy}), số đo sẽ không đáng tin.`)
    const telling = {
      measured: (each: Measurement) => {
        measurements.push(each)
        console.error(`${each.group}/${each.name}: ${seconds(each.seconds)}`)
      },
      skipped: (each: Skipped) => {
        skipped.push(each)
        console.error(`${each.group}/${each.name}: bỏ qua, ${each.why}`)
      },
    }
    const result = () => {
      const ratios = ratiosOf(measurements, opened)
      return { schema: 1, machine: about, load: busy, sizes, runs, quick, ratios, measurements, skipped }
    }
    const file = resolve(values.json)
    mkdirSync(dirname(file), { recursive: true })
    for (const [name, open] of Object.entries(groups)) {
      const wanted = chosen(name, only)
      if (!wanted) continue
      try {
        const group = await open(opened)
        titles.push([name, group.title])
        await runGroup({ ...group, experiments: group.experiments.filter(wanted) }, { runs, quick }, telling)
      } catch (fault) {
        telling.skipped({ name, group: name, why: fault instanceof Error ? fault.message : String(fault) })
      }
      // After each group: an hour's figures must not be lost with the last one.
      writeFileSync(file, `${JSON.stringify(result(), null, 2)}\n`)
    }
    const { ratios } = result()
    const lines = [
      `${about.cpus} × ${about.cpu}, Node ${about.node}, commit ${about.commit} (${about.date})${busy > about.cpus * tolerable ? `; máy bận khi bắt đầu, tải ${busy}` : ''}`,
      '',
      ...ratioLines(ratios),
      ...titles.flatMap(([name, title]) => [
        '',
        ...measurementLines(
          title,
          measurements.filter(({ group }) => group === name),
        ),
      ]),
      '',
      'Cỡ tệp trung bình một văn bản',
      ...sizeLines(measurements),
      ...skippedLines(skipped),
    ]
    console.log(lines.join('\n'))
    console.error(file)
    if (values.record) record(join(root, 'scripts/bench/history.md'), about, ratios)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** `only`: 'start', or 'formats/typst' for some of a group. Undefined: nothing of it is wanted. */
const chosen = (
  group: string,
  only: readonly string[] | undefined,
): ((experiment: { readonly name: string }) => boolean) | undefined => {
  if (!only) return () => true
  const words = only.map((each) => each.split('/')).filter(([first = '']) => group.includes(first))
  if (words.length === 0) return undefined
  return ({ name }) => words.some(([, part = '']) => name.includes(part))
}

const [, , word, ...rest] = process.argv
if (word === 'inner') await inner(rest[0] ?? '', rest[1] ?? '', rest[2] ?? '')
else await bench()
