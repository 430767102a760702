/** `extract`: for each unit asked for, the extract of an issued notice as PDF, DOCX and Markdown. */

import { relative } from 'node:path'
import { stillIssued } from '../build/issued.ts'
import { type Extract, extract } from '../extract.ts'
import { openedFonts } from '../load/opened-fonts.ts'
import { loadProject } from '../load/project.ts'
import { type Edition, editions, prepare } from '../pipeline.ts'
import { isError, type Report } from '../problem.ts'
import { writeFiles } from '../publish/write.ts'
import { type FormatName, formats } from '../render/index.ts'
import { type Common, collect, exitCodes } from './io.ts'
import { stem } from './open-one.ts'
import { unitOf } from './tasks.ts'
import { tell } from './tell.ts'

export type ExtractOptions = Common & {
  readonly record: string
  readonly units: readonly string[]
  readonly number: number | undefined
  readonly date: string | undefined
  readonly signatory: string | undefined
  readonly formats: readonly FormatName[]
  /** Absolute. */
  readonly out: string
}

export const extractCommand = async (options: ExtractOptions): Promise<number> => {
  const { io, root, out } = options
  const { problems, report } = collect()
  const fonts = openedFonts()
  const id = stem(options.record)
  const project = await loadProject(root, about(id, report), [id], { register: [id] })
  const prepared = prepare(project, fonts, () => undefined)
  const made: Extract[] = []
  if (project.meetings.length > 0) {
    const found = editions(project, fonts, about(id, report), [id])
    const [edition]: Edition[] = await stillIssued(found, report)
    for (const given of edition ? options.units : []) {
      const unit = unitOf(given, prepared.records, report)
      const one =
        edition && unit !== undefined ? extract(edition, { ...options, unit }, prepared, report) : undefined
      if (one) made.push(one)
    }
  }
  const shown = (relative(io.cwd, out) || '.').replaceAll('\\', '/')
  const files = new Map<string, Uint8Array>()
  for (const { name, ...original } of made)
    for (const format of options.formats)
      files.set(`${name}.${formats[format].extension}`, await formats[format].render(original, () => fonts))
  const { ok } = problems.some(isError) ? { ok: false } : await writeFiles(out, files, report, { shown })
  const names = ok ? [...files.keys()].map((name) => `${shown}/${name}`) : []
  await tell(options, problems, { files: names })
  if (!options.json && !options.quiet) for (const name of names) io.stdout.write(`${name}\n`)
  return problems.some(isError) ? exitCodes.content : exitCodes.done
}

/** Other records and their numbers are nobody's business here. */
const about =
  (id: string, report: Report): Report =>
  (problem) => {
    if (!problem.file.startsWith('content/meetings/') || stem(problem.file) === id) report(problem)
  }
