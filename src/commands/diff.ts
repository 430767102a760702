/** `diff`: two versions of a notice → what changed, in words and in the form that is asked for. */

import { relative } from 'node:path'
import { htmlForm } from '../diff/forms/html.ts'
import { markdownForm } from '../diff/forms/markdown.ts'
import { terminalForm } from '../diff/forms/terminal.ts'
import { type Comparison, compareSides } from '../diff/report.ts'
import { openedFonts } from '../load/opened-fonts.ts'
import { isError, type Report } from '../problem.ts'
import { type Common, collect, exitCodes, livelyOut } from './io.ts'
import { putOut } from './put-out.ts'
import { readSide } from './sides.ts'
import { tell } from './tell.ts'

type Made = string | Uint8Array | undefined

/** A form without an entry is not there yet. Bytes go into a file only; undefined: reported. */
const forms: Readonly<
  Record<
    string,
    {
      readonly binary: boolean
      readonly make: (comparison: Comparison, colour: boolean, report: Report) => Promise<Made>
    }
  >
> = {
  text: { binary: false, make: async (comparison, colour) => terminalForm(comparison, { colour }) },
  md: { binary: false, make: async (comparison) => markdownForm(comparison) },
  html: { binary: false, make: async (comparison) => htmlForm(comparison) },
  docx: {
    binary: true,
    make: async (comparison, _, report) => (await import('./redline-forms.ts')).docxForm(comparison, report),
  },
  pdf: {
    binary: true,
    make: async (comparison, _, report) => (await import('./redline-forms.ts')).pdfForm(comparison, report),
  },
}
export const diffForms = Object.keys(forms)

export type DiffOptions = Common & {
  readonly before: string
  readonly after: string
  readonly as: string
  /** Absolute. */
  readonly output: string | undefined
}

export const diff = async (options: DiffOptions): Promise<number> => {
  const { io, json, before, after, output } = options
  const { problems, report } = collect()
  const comparison = await comparisonFor(before, after, options, report)
  const colour = output === undefined && livelyOut(io)
  const form = forms[options.as]
  if (form?.binary && output === undefined)
    report({
      rule: 'diff/form',
      level: 'error',
      file: options.as,
      message: `dạng ${options.as} phải ghi vào một tệp`,
      hint: 'thêm -o <tệp>',
    })
  const wanted = comparison && !problems.some(isError) && (output !== undefined || !json)
  const made = wanted ? await form?.make(comparison, colour, report) : undefined
  if (made !== undefined && output !== undefined) await putOut(output, made, io, report)
  await tell(options, problems, {
    ...(comparison
      ? comparisonJson(comparison)
      : { same: null, before, after, changes: [], notCompared: [] }),
    ...(output === undefined ? {} : { file: relative(io.cwd, output).replaceAll('\\', '/') }),
  })
  if (!json && output === undefined && typeof made === 'string') io.stdout.write(made)
  return problems.some(isError) ? exitCodes.content : exitCodes.done
}

/** Undefined when one of the two could not be read (reported). */
export const comparisonFor = async (
  before: string,
  after: string,
  { root, io }: Pick<Common, 'root' | 'io'>,
  report: Report,
): Promise<Comparison | undefined> => {
  const reading = { root, io, fonts: openedFonts(), blobs: new Map<string, Uint8Array>(), report }
  const a = await readSide(before, after, reading)
  const b = await readSide(after, before, reading)
  return a && b && compareSides(a, b)
}

/** Every key every time. */
const comparisonJson = ({ before, after, same, statements, notCompared }: Comparison) => ({
  same,
  before: before.name,
  after: after.name,
  changes: statements.map(({ where, what, words }) => ({ where, what: what ?? null, words: words ?? null })),
  notCompared,
})
