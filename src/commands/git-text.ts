/** `git text`: what git compares instead of the bytes of a .docx, .pdf or .md. */

import { resolve } from 'node:path'
import { readFinished } from '../load/finished-file.ts'
import { fileText } from './file-text.ts'
import { type Common, collect, exitCodes } from './io.ts'
import { tell } from './tell.ts'

export const gitText = async (common: Common, file: string): Promise<number> => {
  const { io, json } = common
  const { problems, report } = collect()
  const bytes = await readFinished(resolve(io.cwd, file), file, report)
  const lines = bytes ? await fileText(file, bytes) : []
  if (json || problems.length > 0) await tell(common, problems, { lines })
  else io.stdout.write(lines.map((line) => `${line}\n`).join(''))
  return problems.length > 0 ? exitCodes.content : exitCodes.done
}
