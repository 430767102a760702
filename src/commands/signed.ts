/** `signed`: a PDF that came back with signatures → content/signed, byte for byte, and its checksum into the register. */

import { relative, resolve } from 'node:path'
import { readFinished } from '../load/finished-file.ts'
import { openedFonts } from '../load/opened-fonts.ts'
import { entriesWith } from '../load/register-folder.ts'
import { editions, editionUnder, prepare } from '../pipeline.ts'
import { isError, type Report } from '../problem.ts'
import { lyingIn } from '../publish/archive/as-issued.ts'
import { sha256 } from '../publish/archive/identifiers.ts'
import { inspectSigned, revisionsOf } from '../publish/archive/signature.ts'
import { keepSigned, signedFolder } from '../publish/archive/signed-files.ts'
import { isIssued } from '../record/register-entry.ts'
import type { Registered } from '../record/validate.ts'
import { fileSafe } from '../text/names.ts'
import { twoDigits } from '../text/numerals.ts'
import { findEntry } from './entry-ref.ts'
import { type Common, collect, exitCodes } from './io.ts'
import { open } from './open.ts'
import { atDesk, changeEntry, type Desk, openDesk, readEntries } from './register-desk.ts'
import { renderAll } from './render-all.ts'
import { flawProblem, levelOf } from './signed-words.ts'
import { tell } from './tell.ts'

export type SignedOptions = Common & {
  /** A number, an entry, or a record. */
  readonly document: string
  /** The signed PDF, as given. */
  readonly file: string
  /** Absolute. */
  readonly out: string
}

export const signed = async (options: SignedOptions): Promise<number> => {
  const { io, root } = options
  const { problems, report } = collect()
  const desk = openDesk(root, openedFonts(), io.today, report)
  const shown = relative(io.cwd, resolve(io.cwd, options.file)).replaceAll('\\', '/')
  const kept = await atDesk(desk, async () => {
    const id = await findEntry(desk, options.document, io.today.slice(0, 4))
    const [entry] = id === undefined ? [] : await readEntries(desk, [id])
    const bytes = entry && (await readGiven(resolve(io.cwd, options.file), shown, report))
    return entry && bytes ? takeIn(options, desk, entry, bytes, shown) : undefined
  })
  await tell(options, problems, { signed: kept ?? null })
  if (kept && !options.json && !options.quiet)
    io.stdout.write(`${kept.file}${kept.new ? '' : '  (đã có, không đổi)'}\n`)
  return problems.some(isError) || !kept ? exitCodes.content : exitCodes.done
}

type Kept = {
  readonly file: string
  readonly sha256: string
  readonly signatures: number
  readonly new: boolean
}

const takeIn = async (
  options: SignedOptions,
  desk: Desk,
  entry: Registered,
  bytes: Uint8Array,
  shown: string,
): Promise<Kept | undefined> => {
  const { report } = desk
  const { value, year, series, id } = entry
  if (!isIssued(value)) {
    refuse(report, entry.source.file, `số ${value.number} chưa có văn bản nào đã ban hành`, 'kiểm tra lại số')
    return undefined
  }
  const other = await otherEntry(options.root, id, bytes)
  if (other !== undefined) {
    refuse(
      report,
      shown,
      `tệp này là bản đã ký của số khác (${other}), không phải của ${id}`,
      `nếu đúng là văn bản ấy: thongbao signed ${other} <tệp>`,
    )
    return undefined
  }
  const { issued, draft } = await ourPdfs(options, entry, report)
  const { count, flaws, grownFrom } = inspectSigned(bytes, [...issued, ...draft])
  for (const flaw of flaws) report(flawProblem(flaw, issued.length > 0, shown))
  if (flaws.some((flaw) => levelOf(flaw) === 'error')) return undefined
  const hash = sha256(bytes)
  const stem = `${twoDigits(value.number)}-${fileSafe(value.symbol)}`
  const name = await keepSigned(options.root, `${year}/${series}`, stem, bytes, report)
  if (name === undefined) return undefined
  const known = (value.signed ?? []).some((each) => each.sha256 === hash)
  if (!known) {
    const changed = await changeEntry(desk, id, () => ({
      set: {
        signed: [...(value.signed ?? []), { file: name, sha256: hash, taken: desk.today }],
        // A notice that was issued before the program kept checksums: what was signed is what was issued.
        ...(grownFrom && issued.includes(grownFrom) && value.files?.pdf === undefined
          ? { files: { ...value.files, pdf: sha256(grownFrom) } }
          : {}),
      },
      append: { events: [{ on: desk.today, is: 'signed' }] },
    }))
    if (!changed) return undefined
  }
  return { file: `${signedFolder}/${year}/${series}/${name}`, sha256: hash, signatures: count, new: !known }
}

/** Which other number the file belongs to, by the checksums of all its revisions. */
const otherEntry = async (root: string, id: string, bytes: Uint8Array): Promise<string | undefined> => {
  for (const revision of [bytes, ...revisionsOf(bytes)]) {
    const known = await entriesWith(root, sha256(revision), '0000')
    const other = known.find((each) => each !== id)
    if (other !== undefined && !known.includes(id)) return other
  }
  return undefined
}

type Ours = { readonly issued: readonly Uint8Array[]; readonly draft: readonly Uint8Array[] }

/**
 * The PDF that was issued, made again where it comes out the same or as it lies in out/; and the one without number,
 * which is what a person signs where another system gives the number.
 */
const ourPdfs = async (
  { root, out }: SignedOptions,
  { value, id }: Registered,
  report: Report,
): Promise<Ours> => {
  if (value.record === undefined) return { issued: [], draft: [] }
  const { project, fonts } = await open(root, [value.record], () => undefined)
  const [edition] = editions(project, fonts, () => undefined, [value.record])
  if (!edition || edition.registered?.id !== id) return { issued: [], draft: [] }
  const blank = editionUnder(
    undefined,
    edition.record,
    prepare(project, fonts, () => undefined),
    () => undefined,
  )
  const made: Uint8Array[] = []
  const lying = await lyingIn(out, `${edition.name}.pdf`)
  const draft: Uint8Array[] = []
  await renderAll(
    blank ? [edition, blank] : [edition],
    ['pdf'],
    1,
    async ({ edition: { name }, files }) =>
      void (name === edition.name ? made : draft).push(...files.values()),
    (_, error) => {
      throw error
    },
  )
  const issued = [...made, ...(lying ? [lying] : [])].filter(
    (pdf) => value.files?.pdf === undefined || sha256(pdf) === value.files.pdf,
  )
  if (issued.length === 0)
    report({
      rule: 'archive/signed',
      level: 'warning',
      file: `content/register/${id}.yaml`,
      message: 'không còn tệp PDF đúng như đã ban hành để so với bản đã ký',
      hint: `đặt tệp đã ban hành vào out/${edition.name}.pdf nếu còn giữ`,
    })
  return { issued, draft }
}

const readGiven = async (path: string, shown: string, report: Report): Promise<Uint8Array | undefined> => {
  const bytes = await readFinished(path, shown, report)
  if (!bytes || Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-') return bytes
  refuse(report, shown, 'đây không phải tệp PDF', 'nêu tệp PDF mà phần mềm ký số đã lưu')
  return undefined
}

const refuse = (report: Report, file: string, message: string, hint: string): void =>
  report({ rule: 'archive/signed', level: 'error', file, message, hint })
