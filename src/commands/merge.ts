/** `merge`: what a clerk changed in the Word file of a notice goes back into its record, if all of it can. */

import { terminalStatement } from '../diff/forms/terminal.ts'
import { wordChanges } from '../diff/words.ts'
import { isError } from '../problem.ts'
import { collect, exitCodes, livelyOut } from './io.ts'
import { type Merged, type MergeOptions, mergeRecord } from './merge-record.ts'
import { tell } from './tell.ts'

export const merge = async (options: MergeOptions): Promise<number> => {
  const { io, json, quiet } = options
  const { problems, report } = collect()
  const done = await mergeRecord(options, report)
  await tell(options, problems, {
    merged: (done?.merged ?? []).map(({ where, before, after }) => ({ where, before, after })),
    file: done?.file ?? null,
    written: done?.written ?? false,
  })
  if (done && !json && !quiet) io.stdout.write(said(done, livelyOut(io)))
  return problems.some(isError) ? exitCodes.content : exitCodes.done
}

const said = ({ file, merged, written, ready, flags }: Merged, colour: boolean): string => {
  if (merged.length === 0) return ready ? 'không có lời nào khác để nhập\n' : ''
  const lines = merged.map(({ where, before, after }) =>
    terminalStatement({ where, words: wordChanges(before, after) }, { colour }),
  )
  const end = written
    ? `đã ghi vào ${file}`
    : ready
      ? `chưa ghi gì; thêm ${flags} để ghi vào ${file}`
      : `chưa ghi gì vào ${file}`
  return [...lines, end, ''].join('\n')
}
