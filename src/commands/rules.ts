/** `rules`: the written rules, made of the table and the rules that the program itself goes by. */

import { basename, dirname, relative } from 'node:path'
import examples from '../check/rule-examples.json' with { type: 'json' }
import { rules as textRules } from '../check/rules/index.ts'
import { rulesDocument } from '../check/rules-document.ts'
import { decree30 } from '../layout/decree30.ts'
import { writeFiles } from '../publish/write.ts'
import { type Common, collect, exitCodes } from './io.ts'
import { tell } from './tell.ts'

/** `output`: absolute path of a file; stdout when undefined. */
export type RulesOptions = Common & { readonly output: string | undefined }

export const rules = async (options: RulesOptions): Promise<number> => {
  const { io, json, quiet, output } = options
  const { problems, report } = collect()
  const document = rulesDocument(decree30, textRules, examples)
  const shown = output && (relative(io.cwd, output) || output).replaceAll('\\', '/')
  if (output !== undefined) {
    const files = new Map([[basename(output), new TextEncoder().encode(document)]])
    await writeFiles(dirname(output), files, report, { shown: dirname(shown ?? output) })
  }
  const done = problems.length === 0
  if (json || output !== undefined) {
    const list = textRules.map(({ id, level, title, explain, cite, on }) => ({
      id,
      level,
      title,
      explain,
      cite: cite ?? null,
      on,
    }))
    await tell(options, problems, { file: done ? (shown ?? null) : null, rules: list })
    if (done && shown && !json && !quiet) io.stdout.write(`${shown}\n`)
  } else io.stdout.write(document)
  return done ? exitCodes.done : exitCodes.content
}
