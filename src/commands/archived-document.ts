/** An issued edition and its files, just made → the document of a package, if all of it is as it was issued. */

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Edition } from '../pipeline.ts'
import type { Problem, Report } from '../problem.ts'
import type { ArchivedDocument } from '../publish/archive/hoso.ts'
import { sha256 } from '../publish/archive/identifiers.ts'
import { readSigned } from '../publish/archive/signed-files.ts'
import type { Issued } from '../record/validate.ts'
import { wordsOf } from './freeze.ts'
import type { Asked } from './gather-hoso.ts'

/** Undefined: something is not as it was issued (reported). The note is still to be put in. */
export const documentOf = async (
  { root, out, signed: wantedSigned }: Asked,
  edition: Edition,
  entry: Issued,
  files: ReadonlyMap<string, Uint8Array>,
  report: Report,
): Promise<ArchivedDocument | undefined> => {
  const { notice, facts, name } = edition
  const { value, source } = entry
  let failed = false
  const say = (level: Problem['level'], rule: Problem['rule'], message: string, hint: string): undefined => {
    if (level === 'error') failed = true
    report({ rule, level, file: source.file, message, hint })
    return undefined
  }
  const words = await wordsOf(edition)
  if (value.text !== undefined && value.text !== words.text)
    say(
      'error',
      'archive/notice',
      `lời văn của bản ghi "${edition.id}" đã đổi sau khi ban hành`,
      'khôi phục bản ghi từ git; chỉ bản đúng như đã ban hành mới được nộp lưu trữ',
    )
  else if (value.source !== undefined && value.source !== words.source)
    say(
      'error',
      'archive/notice',
      `bản ghi "${edition.id}" đã sửa sau khi ban hành`,
      'khôi phục bản ghi từ git; chỉ bản đúng như đã ban hành mới được nộp lưu trữ',
    )
  const fileOf = async (format: 'pdf' | 'docx'): Promise<Uint8Array | undefined> => {
    const made = files.get(`${name}.${format}`)
    const hash = value.files?.[format]
    if (!made || hash === undefined || sha256(made) === hash) return made
    // A later version of the program may set the same words otherwise; the issued file itself is as good as ever.
    const kept = await readFile(join(out, `${name}.${format}`)).catch(() => undefined)
    if (kept && sha256(kept) === hash) return kept
    return say(
      'error',
      'archive/notice',
      `tệp ${format.toUpperCase()} dựng lại khác tệp đã ban hành (mã băm trong sổ)`,
      `đặt tệp đã ban hành vào out/${name}.${format} rồi chạy lại; chương trình không tự thay tệp đã ban hành`,
    )
  }
  const [pdf, docx] = [await fileOf('pdf'), await fileOf('docx')]
  if (value.files === undefined)
    say(
      'warning',
      'archive/notice',
      `sổ chưa có mã băm các tệp của số ${value.number}, gói lấy bản dựng lại từ bản ghi`,
      'văn bản ban hành bằng lệnh issue thì có; văn bản cũ thì so lại với bản đã phát hành trước khi nộp',
    )
  const signed: Uint8Array[] = []
  for (const { file, sha256: hash } of value.signed ?? []) {
    if (wantedSigned && !wantedSigned.has(hash)) continue
    const bytes = await readSigned(root, `${entry.year}/${entry.series}`, file)
    if (bytes && sha256(bytes) === hash) signed.push(bytes)
    else
      say(
        'error',
        'archive/signed',
        bytes ? `bản đã ký "${file}" đã thay đổi so với mã băm trong sổ` : `thiếu bản đã ký "${file}"`,
        'khôi phục tệp từ git; bản đã ký không dựng lại được',
      )
  }
  if (failed || !pdf || !docx || notice.number === undefined || notice.date === undefined) return undefined
  return {
    record: edition.id,
    entry: entry.id,
    kind: facts.kind,
    notice: { ...notice, number: notice.number, date: notice.date },
    organisation: facts.body.name,
    note: '',
    pdf,
    docx,
    signed,
  }
}
