/** `archive`: issued notices → hand-over packages under out/archive, each written once. */

import { join, relative } from 'node:path'
import { readSchemas } from '../load/schemas.ts'
import { isError, type Report } from '../problem.ts'
import { asIssuedIn } from '../publish/archive/as-issued.ts'
import { edxmlMark, edxmlOf } from '../publish/archive/edxml.ts'
import { handOver } from '../publish/archive/hand-over.ts'
import type { Hoso } from '../publish/archive/hoso.ts'
import { makePackage, missingSchemas, zipName } from '../publish/archive/package.ts'
import { pageCount } from '../publish/archive/pages.ts'
import { writeFiles } from '../publish/write.ts'
import type { Source } from '../source.ts'
import { type Gathered, gatherHoso } from './gather-hoso.ts'
import { type Common, collect, exitCodes } from './io.ts'
import { open } from './open.ts'
import { tell } from './tell.ts'

export type ArchiveOptions = Common & {
  readonly records: readonly string[]
  /** 'YYYY' */
  readonly year: string | undefined
  /** Absolute; packages go to archive/ below it. */
  readonly out: string
  readonly newVersion: boolean
  readonly edxml: boolean
}

export const receiptsFolder = 'content/archive'

type Made = {
  readonly fileCode: string
  readonly version: number
  readonly objid: string
  readonly folder: string
  readonly zip: string
  readonly documents: number
  readonly written: boolean
}

export const archive = async (options: ArchiveOptions): Promise<number> => {
  const { io, root, out, records, year } = options
  const { problems, report } = collect()
  const { project, fonts, only, report: about } = await open(root, records, report)
  const schemas = await schemasOf(root, project.settings, report)
  const issuedFile = asIssuedIn(out)
  const gathered = await gatherHoso(
    {
      root,
      project,
      fonts,
      issuedFile: async ({ name }, format, hash) =>
        hash === undefined ? undefined : issuedFile(`${name}.${format}`, hash),
      schemas,
      wanted: (entry) =>
        (year === undefined || entry.year === year) &&
        (only === undefined || only.includes(entry.value.record ?? '')),
      rows: only === undefined ? 'book' : 'documents',
    },
    about,
  )
  if (gathered.length === 0 && !problems.some(isError)) nothingIssued(options, report)
  const shownOut = (relative(io.cwd, out) || '.').replaceAll('\\', '/')
  const made: Made[] = []
  const edxml: string[] = []
  for (const hoso of gathered) {
    const packaged = await packageOf(options, hoso, shownOut, report)
    if (packaged) made.push(packaged)
    if (options.edxml) edxml.push(...(await writeEdxml(options, hoso, shownOut, report)))
  }
  await tell(options, problems, { packages: made, edxml })
  if (!options.json && !options.quiet) {
    for (const each of made)
      io.stdout.write(
        `${each.folder}  ${each.documents} văn bản${each.written ? '' : '  (đã có, không đổi)'}\n  ${each.zip}\n`,
      )
    for (const file of edxml) io.stdout.write(`${file}  (thử nghiệm)\n`)
  }
  return problems.some(isError) ? exitCodes.content : exitCodes.done
}

const packageOf = async (
  { root, out, newVersion }: ArchiveOptions,
  gathered: Gathered,
  shownOut: string,
  report: Report,
): Promise<Made | undefined> => {
  const { year, fileCode, documents } = gathered
  const shown = `${shownOut}/archive`
  const done = await handOver(
    {
      year,
      fileCode,
      make: (version) => makePackage({ ...gathered, version }, `${shown}/${year}/${fileCode}`, report),
      packages: { path: join(out, 'archive'), shown },
      receipts: { path: join(root, receiptsFolder), shown: receiptsFolder },
      newVersion,
    },
    report,
  )
  if (!done) return undefined
  const { objid, folder } = done.package
  return {
    fileCode,
    version: done.version,
    objid,
    folder: `${shown}/${folder}`,
    zip: `${shown}/${folder}/${zipName(objid)}`,
    documents: documents.length,
    written: done.written.length > 0,
  }
}

/** What the project names, and a word about what a receiver will miss. */
export const schemasOf = async (
  root: string,
  settings: Source | undefined,
  report: Report,
): Promise<ReadonlyMap<string, Uint8Array>> => {
  const value = settings?.value as { archive?: { schemas?: unknown } } | null | undefined
  const folder = value?.archive?.schemas
  const file = settings?.file ?? 'content/project.yaml'
  const schemas =
    typeof folder === 'string' ? await readSchemas(root, folder, file, report) : new Map<string, Uint8Array>()
  const missing = missingSchemas(schemas)
  if (missing.length > 0) {
    const at = typeof folder === 'string' ? settings?.at(['archive', 'schemas']) : undefined
    report({
      rule: 'archive/schemas',
      level: 'warning',
      file,
      ...(at ? { at } : {}),
      message: `gói không kèm lược đồ ${missing.join(', ')}; Thông tư 05/2025/TT-BNV muốn có`,
      hint: 'xin cơ quan lưu trữ bộ lược đồ, đặt vào một thư mục rồi ghi thư mục ấy ở archive.schemas',
    })
  }
  return schemas
}

const nothingIssued = ({ year, records }: ArchiveOptions, report: Report): void =>
  report({
    rule: 'archive/notice',
    level: 'error',
    file: 'content/register',
    message: `không có văn bản nào đã ban hành${year === undefined ? '' : ` năm ${year}`}${records.length === 0 ? '' : ' trong các bản ghi đã nêu'}, chỉ văn bản đã ban hành mới nộp lưu trữ`,
    hint: 'xem sổ: thongbao register; ban hành: thongbao issue <bản ghi>',
  })

/** Below out/edxml-thu-nghiem and never inside a package: nobody has accepted such a file yet. */
const writeEdxml = async (
  { out }: ArchiveOptions,
  gathered: Gathered,
  shownOut: string,
  report: Report,
): Promise<string[]> => {
  const hoso: Hoso = { ...gathered, version: 1 }
  const files = new Map(
    hoso.documents.map((document, index) => [
      `${edxmlMark}/${hoso.year}/${hoso.fileCode}.${index + 1}.${edxmlMark}.xml`,
      edxmlOf(hoso, document, index + 1, pageCount(document.pdf)),
    ]),
  )
  report({
    rule: 'archive/edxml',
    level: 'warning',
    file: `${shownOut}/${edxmlMark}`,
    message: 'tệp edXML là bản thử nghiệm: chưa ký số, chưa đối chiếu với nguyên văn QCVN 102:2016/BTTTT',
    hint: 'không gửi qua trục liên thông; chỉ để xem trước và kiểm thử',
  })
  const { ok } = await writeFiles(out, files, report, { shown: shownOut })
  return ok ? [...files.keys()].map((name) => `${shownOut}/${name}`) : []
}
