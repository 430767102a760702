/** A package against the project that it came from: its receipt, and the package that register and records give today. */

import type { Fonts } from '../fonts/fonts.ts'
import type { Problem, Report } from '../problem.ts'
import type { Receipt } from '../publish/archive/find-packages.ts'
import { sha256 } from '../publish/archive/identifiers.ts'
import { noticesName, readNotices, type Summary, sameWords } from '../publish/archive/notices.ts'
import type { OpenedPackage } from '../publish/archive/open-package.ts'
import { makePackage } from '../publish/archive/package.ts'
import type { Looked } from '../publish/archive/verify-package.ts'
import { verifyRebuilt } from '../publish/archive/verify-rebuilt.ts'
import type { Records } from '../record/validate.ts'
import type { Project } from '../source.ts'
import { receiptsFolder } from './archive.ts'
import { gatherHoso } from './gather-hoso.ts'

/** The project that packages came from. */
export type Home = {
  readonly root: string
  readonly project: Project
  readonly records: Records
  readonly fonts: Fonts
}

/** Nothing is said where there is no project. */
export const verifyOrigin = async (
  home: Home | undefined,
  opened: OpenedPackage,
  looked: Looked,
  receipts: readonly Receipt[],
  report: Report,
): Promise<void> => {
  if (!home) return
  const path = `documentation/${noticesName}`
  const summary = looked.known.has(path) ? undefined : readNotices(looked.files.get(path))
  if (!summary) {
    report({
      rule: 'verify/record',
      level: 'warning',
      file: `${looked.where}/${path}`,
      message: 'không đọc được nên không đối chiếu được gói với sổ và bản ghi',
    })
    return
  }
  verifyReceipt(opened, summary, receipts, report)
  await verifyRecords(home, looked, summary, report)
  const next = `${summary.year}/${summary.fileCode}/v${summary.version + 1}`
  if (!receipts.some((receipt) => receipt.package === next)) notPackedYet(home, looked.where, summary, report)
}

/** Signed files that came back after the last package was made. */
const notPackedYet = ({ records }: Home, where: string, { documents }: Summary, report: Report): void => {
  for (const { docId, entry, signed } of documents) {
    const { value } = records.register.find(({ id }) => id === entry) ?? {}
    for (const each of value?.signed ?? [])
      if (!signed.includes(each.sha256))
        report({
          rule: 'verify/record',
          level: 'warning',
          file: where,
          message: `${docId}: bản đã ký "${each.file}" nhận về sau khi đóng gói, chưa có trong gói`,
          hint: 'đóng phiên bản mới: thongbao archive --new-version',
        })
  }
}

const verifyReceipt = (
  { found, shown }: OpenedPackage,
  { year, fileCode, version }: Summary,
  receipts: readonly Receipt[],
  report: Report,
): void => {
  const receipt = receipts.find((each) => each.package === `${year}/${fileCode}/v${version}`)
  if (!receipt) {
    report({
      rule: 'verify/record',
      level: 'warning',
      file: shown,
      message: `không có biên nhận của gói này trong ${receiptsFolder}`,
      hint: 'khôi phục từ git, hoặc chạy lại thongbao archive để ghi lại biên nhận',
    })
    return
  }
  for (const [path, sum] of receipt.sums) {
    const name = path.slice(receipt.package.length + 1)
    const bytes = found.get(name)
    if (bytes && sha256(bytes) !== sum)
      report({
        rule: 'verify/changed',
        level: 'error',
        file: `${shown}/${name}`,
        message: `khác biên nhận ${receiptsFolder}/${receipt.name}`,
        hint: 'lấy lại bản gốc của tệp',
      })
  }
}

const verifyRecords = async (
  { root, project, fonts }: Home,
  { objid, files, where, known }: Looked,
  summary: Summary,
  report: Report,
): Promise<void> => {
  const entries = new Set(summary.documents.map(({ entry }) => entry))
  const schemas = new Map(
    [...files].flatMap(([path, bytes]) =>
      /^schemas\/[^/]+$/.test(path) ? [[path.slice(8), bytes] as const] : [],
    ),
  )
  const gathered = await gatherHoso(
    {
      root,
      project,
      fonts,
      issuedFile: async ({ registered }, format, hash) => {
        const { docId } = summary.documents.find(({ entry }) => entry === registered?.id) ?? {}
        const bytes = files.get(`representations/rep1/data/${docId}.${format}`)
        return bytes && (hash === undefined || sha256(bytes) === hash) ? bytes : undefined
      },
      schemas,
      wanted: ({ id }) => entries.has(id),
      signed: new Set(summary.documents.flatMap(({ signed }) => signed)),
      rows: new Set(summary.register),
      partial: true,
    },
    (problem) => {
      if (concerns(problem, summary)) report(problem)
    },
  )
  const [hoso] = gathered
  const here = new Set(hoso?.documents.map(({ entry }) => entry))
  for (const { entry, docId } of summary.documents)
    if (!here.has(entry))
      report({
        rule: 'verify/record',
        level: 'error',
        file: where,
        message: `${docId}: không dựng lại được văn bản ${entry} từ sổ và bản ghi`,
        hint: 'xem các lỗi khác của lần chạy này; số đã cấp và bản ghi của nó không được xóa, không được sửa',
      })
  if (!hoso || here.size !== entries.size) return
  if (hoso.fileCode !== summary.fileCode)
    report({
      rule: 'verify/record',
      level: 'warning',
      file: where,
      message: `mã hồ sơ trong gói là "${summary.fileCode}", theo thiết lập hiện nay là "${hoso.fileCode}"`,
    })
  const rebuilt = makePackage(
    {
      ...hoso,
      // Packed with other looks or ids, it is the same notice all the same.
      documents: hoso.documents.map((document) => {
        const then = summary.documents.find(({ entry }) => entry === document.entry)?.notice
        return then && sameWords(then, document.composed) ? { ...document, composed: then } : document
      }),
      fileCode: summary.fileCode,
      year: summary.year,
      version: summary.version,
      software: summary.software,
    },
    where,
    () => undefined,
  )
  if (rebuilt.objid !== objid) return
  const older = summary.software.version !== hoso.software.version
  verifyRebuilt(rebuilt, files, { where, known, older }, report)
}

/** Of the project only what touches the package's own records: the rest is for check. */
const concerns = (problem: Problem, { documents }: Summary): boolean =>
  problem.level === 'error' &&
  documents.some(
    ({ record, entry }) => problem.file.includes(`/${record}.`) || problem.file.endsWith(`/${entry}.yaml`),
  )
