/** Files of an issued edition → the output folder, never over one that is there: it may be the issued one, or a signed one. */

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Report } from '../problem.ts'
import { errorCode, refusalOf } from '../text/system-errors.ts'
import { type WriteOptions, type Written, writeFiles } from './write.ts'

/** `known`: SHA-256 of the bytes that were issued, by name; a file without one is written like any other. */
export const writeIssued = async (
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  known: ReadonlyMap<string, string>,
  report: Report,
  options: WriteOptions = {},
): Promise<Written> => {
  const shown = (options.shown ?? folder).replaceAll('\\', '/').replace(/\/$/, '')
  const warn = (name: string, message: string, hint: string): void =>
    report({ rule: 'register/file', level: 'warning', file: `${shown}/${name}`, message, hint })
  const missing = new Map<string, Uint8Array>()
  const kept: string[] = []
  for (const [name, bytes] of files) {
    const issued = known.get(name)
    const there = issued === undefined ? undefined : await hashOf(join(folder, name))
    if (there === undefined) missing.set(name, bytes)
    else kept.push(name)
    if (issued === undefined || there === issued) continue
    if (there !== undefined)
      warn(
        name,
        'tệp này không phải tệp đã ban hành (khác mã băm trong sổ); chương trình không ghi đè',
        'nếu là bản đã ký số thì chuyển đi nơi khác; xóa tệp rồi dựng lại để có tệp đã ban hành',
      )
    else if (sha256(bytes) !== issued)
      warn(
        name,
        'tệp dựng lại đúng lời văn nhưng không giống từng byte tệp đã ban hành: chương trình hoặc phông chữ đã đổi',
        'khi cần tệp gốc, lấy từ gói lưu trữ',
      )
  }
  const written = await writeFiles(folder, missing, report, options)
  return { ...written, unchanged: [...written.unchanged, ...kept] }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Undefined when there is nothing; a folder in its place is left to whoever writes. */
const hashOf = async (path: string): Promise<string | undefined> => {
  try {
    return sha256(await readFile(path))
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'EISDIR') return undefined
    // What cannot be read is not ours to replace.
    if (refusalOf(error)) return ''
    throw error
  }
}
