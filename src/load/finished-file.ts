/** A finished file, wherever it lies, → its bytes; a refusal of the operating system as a problem. */

import { readFile, stat } from 'node:fs/promises'
import type { Report } from '../problem.ts'
import { refusalOf } from '../text/system-errors.ts'

/** Scans of long documents are larger than anything that can be measured. */
const largest = 256 * 1024 * 1024

/** `path` is absolute, `file` is what the user called it. Undefined when it cannot be read (reported). */
export const readFinished = async (
  path: string,
  file: string,
  report: Report,
): Promise<Uint8Array | undefined> => {
  const refuse = (message: string, hint: string): undefined => {
    report({ rule: 'file/unreadable', level: 'error', file, message, hint })
    return undefined
  }
  try {
    const found = await stat(path)
    if (!found.isFile())
      return refuse('đây không phải tệp thường nên không đo', 'nêu đường dẫn của tệp .docx hoặc .pdf')
    if (found.size > largest) return refuse('tệp lớn quá 256 MB, không đo', 'kiểm tra lại tệp')
    // A plain array: readers of PDF hand its memory on, which a shared buffer of Node's would not survive.
    return new Uint8Array(await readFile(path))
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    return refuse(`không đọc được tệp: ${refusal.why}`, refusal.hint)
  }
}
