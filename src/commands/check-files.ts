/** `check` on finished files: measures each DOCX or PDF against the decree, says what it finds, and marks it in a copy. */

import { basename, dirname, extname, resolve } from 'node:path'
import { againstDecree, type Finding, rulerOf } from '../check/against-decree.ts'
import { annotateDocx } from '../check/annotate/docx.ts'
import { annotatePdf } from '../check/annotate/pdf.ts'
import { FileRefused, readDocx } from '../check/measure/docx.ts'
import { measurePdf } from '../check/measure/pdf.ts'
import type { Fonts } from '../fonts/fonts.ts'
import { readFinished } from '../load/finished-file.ts'
import { openedFonts } from '../load/opened-fonts.ts'
import { isError, type Report } from '../problem.ts'
import { writeFiles } from '../publish/write.ts'
import { type Common, collect, exitCodes } from './io.ts'
import { tellFindings } from './tell-findings.ts'

export type CheckFilesOptions = Common & {
  /** As the user wrote them. */
  readonly files: readonly string[]
  readonly sarif: boolean
  /** Absolute path for JSON or SARIF; stdout when undefined. */
  readonly output: string | undefined
  /** Absolute path of the folder for annotated copies. */
  readonly annotate: string | undefined
  readonly version: string
}

export const checkFiles = async (options: CheckFilesOptions): Promise<number> => {
  const { io, annotate } = options
  const fonts = openedFonts()
  const { problems: refused, report } = collect()
  const findings: Finding[] = []
  const copies = new Map<string, Uint8Array>()
  for (const file of options.files) {
    const path = resolve(io.cwd, file)
    const bytes = await readFinished(path, file, report)
    const checked = bytes && (await checkOne(file, bytes, fonts, report))
    if (!checked) continue
    findings.push(...checked.findings)
    if (annotate === undefined) continue
    const name = freeName(basename(file), copies)
    const copy = dirname(path) === annotate ? 'itself' : await checked.annotated()
    if (copy instanceof Uint8Array) copies.set(name, copy)
    else
      report({
        rule: 'file/annotate',
        level: 'error',
        file,
        message:
          copy === 'itself'
            ? 'bản đánh dấu sẽ ghi đè lên tệp gốc, nên không ghi'
            : 'không ghi được bản đánh dấu: tệp được bảo vệ hoặc không có chỗ để ghi chú',
        hint: copy === 'itself' ? 'chọn một thư mục khác cho --annotate' : 'bỏ bảo vệ tệp rồi chạy lại',
      })
  }
  const made = annotate === undefined ? undefined : await writeFiles(annotate, copies, report)
  const written = [...copies.keys()].filter(
    (name) => made?.ok && [...made.written, ...made.unchanged].includes(name),
  )
  await tellFindings(options, findings, refused, written)
  return [...refused, ...findings.map(({ problem }) => problem)].some(isError)
    ? exitCodes.content
    : exitCodes.done
}

type Checked = {
  readonly findings: readonly Finding[]
  readonly annotated: () => Promise<Uint8Array | undefined>
}

const checkOne = async (
  file: string,
  bytes: Uint8Array,
  fonts: Fonts,
  report: Report,
): Promise<Checked | undefined> => {
  try {
    if (extname(file).toLowerCase() === '.pdf') {
      // The reader of PDF takes the bytes away.
      const measured = await measurePdf(file, bytes.slice())
      const findings = againstDecree(measured, fonts)
      return { findings, annotated: () => annotatePdf(bytes, measured, findings) }
    }
    const read = readDocx(file, bytes, rulerOf(fonts))
    const findings = againstDecree(read.measured, fonts)
    return { findings, annotated: async () => annotateDocx(bytes, read, findings) }
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    report({ rule: 'file/unreadable', level: 'error', file, message: error.message, hint: error.hint })
    return undefined
  }
}

/** Two files of one name from different folders: "a.docx", "a-2.docx". */
const freeName = (name: string, taken: ReadonlyMap<string, unknown>): string => {
  const extension = extname(name)
  const stem = name.slice(0, name.length - extension.length)
  let free = name
  for (let count = 2; taken.has(free); count += 1) free = `${stem}-${count}${extension}`
  return free
}
