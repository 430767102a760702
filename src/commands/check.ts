/** `check`: every problem of records, in one run. */

import { editions } from '../pipeline.ts'
import { isError } from '../problem.ts'
import { type Common, collect, exitCodes } from './io.ts'
import { open } from './open.ts'
import { tell } from './tell.ts'

export type CheckOptions = Common & { readonly records: readonly string[] }

export const check = async (options: CheckOptions): Promise<number> => {
  const { problems, report } = collect()
  const { project, fonts, only } = await open(options.root, options.records, report)
  const good = editions(project, fonts, report, only)
  await tell(options, problems, { records: good.map(({ id }) => id) })
  if (!options.json && !options.quiet && problems.length === 0) {
    options.io.stdout.write(`${good.length} bản ghi, không có lỗi\n`)
  }
  return problems.some(isError) ? exitCodes.content : exitCodes.done
}
