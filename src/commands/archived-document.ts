/** An issued edition and its files, just made → the document of a package, if all of it is as it was issued. */

import { sinceIssued } from '../build/issued.ts'
import type { Edition } from '../pipeline.ts'
import type { Problem, Report } from '../problem.ts'
import type { ArchivedDocument } from '../publish/archive/hoso.ts'
import { sha256 } from '../publish/archive/identifiers.ts'
import { readSigned } from '../publish/archive/signed-files.ts'
import type { Issued } from '../record/validate.ts'
import type { Asked } from './gather-hoso.ts'

/** Undefined: something is not as it was issued (reported). The note is still to be put in. */
export const documentOf = async (
  asked: Asked,
  edition: Edition,
  entry: Issued,
  files: ReadonlyMap<string, Uint8Array>,
  report: Report,
): Promise<ArchivedDocument | undefined> => {
  const { notice, facts } = edition
  const { value, source } = entry
  let failed = false
  const say: Say = (level, rule, message, hint) => {
    if (level === 'error') failed = true
    report({ rule, level, file: source.file, message, hint })
  }
  const became = sinceIssued(edition, value)
  if (became === 'edited')
    say(
      'error',
      'archive/notice',
      `bản ghi "${edition.id}" đã sửa sau khi ban hành`,
      'khôi phục bản ghi từ git; chỉ bản đúng như đã ban hành mới được nộp lưu trữ',
    )
  // Otherwise the template, the directory or the program has changed: then only the issued files themselves will do.
  const same = became === 'same'
  const fileOf = async (format: 'pdf' | 'docx'): Promise<Uint8Array | undefined> => {
    const made = files.get(`${edition.name}.${format}`)
    const hash = value.files?.[format]
    if (made && (hash === undefined ? same : sha256(made) === hash)) return made
    const kept = await asked.issuedFile(edition, format, hash)
    if (kept === undefined)
      say(
        'error',
        'archive/notice',
        `tệp ${format.toUpperCase()} dựng lại không phải tệp đã ban hành: ${became === 'same' ? 'cách viết bản ghi, ' : ''}mẫu, danh bạ hoặc chương trình đã đổi`,
        hash === undefined
          ? `so lại bản dựng hiện nay với bản đã phát hành; nếu vẫn đúng: thongbao seal ${edition.id} --reason "…"`
          : `đặt tệp đã ban hành vào out/${edition.name}.${format} rồi chạy lại`,
      )
    return kept
  }
  const [pdf, docx] = [await fileOf('pdf'), await fileOf('docx')]
  if (value.files === undefined)
    say(
      'warning',
      'archive/notice',
      `sổ chưa có mã băm các tệp của số ${value.number}, gói lấy bản dựng lại từ bản ghi`,
      'văn bản ban hành bằng lệnh issue thì có; văn bản cũ thì so lại với bản đã phát hành trước khi nộp',
    )
  const signed = await signedOf(asked, entry, say)
  if (failed || !pdf || !docx) return undefined
  return {
    record: edition.id,
    entry: entry.id,
    kind: facts.kind,
    notice: {
      ...notice,
      number: value.number,
      symbol: value.symbol,
      date: value.date,
      // As it was issued, whatever the directory says today.
      subject: value.subject ?? notice.subject,
      signature: value.signatory ?? notice.signature,
    },
    composed: same ? notice : undefined,
    hashes: { text: value.text, source: value.source },
    organisation: facts.body.name,
    note: '',
    pdf,
    docx,
    signed,
  }
}

type Say = (level: Problem['level'], rule: Problem['rule'], message: string, hint: string) => void

const signedOf = async (
  { root, signed: wanted }: Asked,
  { value, year, series }: Issued,
  say: Say,
): Promise<Uint8Array[]> => {
  const signed: Uint8Array[] = []
  for (const { file, sha256: hash } of value.signed ?? []) {
    if (wanted && !wanted.has(hash)) continue
    const bytes = await readSigned(root, `${year}/${series}`, file)
    if (bytes && sha256(bytes) === hash) signed.push(bytes)
    else
      say(
        'error',
        'archive/signed',
        bytes ? `bản đã ký "${file}" đã thay đổi so với mã băm trong sổ` : `thiếu bản đã ký "${file}"`,
        'khôi phục tệp từ git; bản đã ký không dựng lại được',
      )
  }
  return signed
}
