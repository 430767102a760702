/** `schema`: the JSON Schemas that a clerk's editor reads, into content/schemas. */

import { join } from 'node:path'
import { writeFiles } from '../publish/write.ts'
import { jsonSchemas } from '../record/json-schema.ts'
import { type Common, collect, exitCodes } from './io.ts'
import { tell } from './tell.ts'

export const schemaFolder = 'content/schemas'

export const schema = async (options: Common): Promise<number> => {
  const { problems, report } = collect()
  const encoder = new TextEncoder()
  const files = new Map([...jsonSchemas()].map(([name, text]) => [name, encoder.encode(text)] as const))
  const { ok } = await writeFiles(join(options.root, schemaFolder), files, report, { shown: schemaFolder })
  const names = [...files.keys()].map((name) => `${schemaFolder}/${name}`)
  await tell(options, problems, { files: ok ? names : [] })
  if (ok && !options.json && !options.quiet) options.io.stdout.write(`${names.join('\n')}\n`)
  return ok ? exitCodes.done : exitCodes.content
}
