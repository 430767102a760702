/** `git words`: git's external diff: two files → what changed, said as `diff` says it. */

import { resolve } from 'node:path'
import { decreeStyles, rulerOf } from '../check/against-decree.ts'
import { FileRefused } from '../check/measure/docx.ts'
import type { Statement } from '../diff/block-statements.ts'
import { terminalStatement } from '../diff/forms/terminal.ts'
import { compareLines } from '../diff/lines.ts'
import { comparisonOf, type Side } from '../diff/report.ts'
import { readFinished } from '../load/finished-file.ts'
import { openedFonts } from '../load/opened-fonts.ts'
import { withoutBreaks } from '../notice/as-printed.ts'
import { readDocxNotice } from '../read/docx.ts'
import { readMarkdownNotice } from '../read/markdown.ts'
import { readPdfNotice } from '../read/pdf.ts'
import { safe } from '../text/terminal.ts'
import { fileText } from './file-text.ts'
import { type Common, exitCodes, livelyOut } from './io.ts'

/** `given`: old file, its name in git, its mode, new file, its name in git, its mode; none for a conflict. */
export const gitWords = async ({ io }: Common, path: string, given: readonly string[]): Promise<number> => {
  const [old, , , now] = given
  const paged = io.env.GIT_PAGER_IN_USE === 'true' && !io.env.NO_COLOR
  const options = { colour: livelyOut(io) || paged }
  const lines =
    old === undefined || now === undefined
      ? ['(tệp đang có xung đột)']
      : (await said(await bytesOf(io.cwd, old), await bytesOf(io.cwd, now), path)).map((each) =>
          typeof each === 'string' ? each : terminalStatement(each, options),
        )
  io.stdout.write(`${[`thongbao diff ${safe(path)}`, ...lines.map((line) => `  ${line}`)].join('\n')}\n`)
  return exitCodes.done
}

const bytesOf = async (cwd: string, file: string): Promise<Uint8Array | undefined> =>
  file === '/dev/null' || file === 'nul'
    ? undefined
    : await readFinished(resolve(cwd, file), file, () => undefined)

const said = async (
  before: Uint8Array | undefined,
  after: Uint8Array | undefined,
  path: string,
): Promise<(Statement | string)[]> => {
  if (!before) return ['tệp mới']
  if (!after) return ['tệp đã xóa']
  const [a, b] = [await noticeIn(path, before), await noticeIn(path, after)]
  if (a && b) {
    const { statements } = comparisonOf({ ...a, name: path }, { ...b, name: path }, [])
    if (statements.length > 0) return [...statements]
  }
  const lines = compareLines(await fileText(path, before), await fileText(path, after))
  return lines.length > 0 ? lines : ['lời văn không đổi']
}

/** Undefined for what is no notice: then its lines are compared. */
const noticeIn = async (
  path: string,
  bytes: Uint8Array,
): Promise<Pick<Side, 'notice' | 'fixed'> | undefined> => {
  if (/\.md$/i.test(path)) return readMarkdownNotice(path, bytes, () => undefined)
  if (!/\.(docx|pdf)$/i.test(path)) return undefined
  try {
    if (/\.pdf$/i.test(path)) {
      // The reader of PDF takes the bytes away.
      const read = await readPdfNotice(path, bytes.slice())
      return read && { ...read, notice: withoutBreaks(read.notice) }
    }
    return await readDocxNotice(path, bytes, rulerOf(openedFonts()), decreeStyles)
  } catch (error) {
    if (error instanceof FileRefused) return undefined
    throw error
  }
}
