/** A package held against the one that its records give today: which file, field or column is no longer the same. */

import type { Problem, Report } from '../../problem.ts'
import { readCsv } from '../../text/csv.ts'
import { documentFields, type Field, fileFields } from './ead-fields.ts'
import { contentsName, contentsPrint, registerName } from './lists.ts'
import { noticesName, readNotices } from './notices.ts'
import type { Package } from './package.ts'
import { readEad } from './verify-ead.ts'

/**
 * `known`: paths of which enough has been said. `older`: the package was made by another version of the program, which
 * may have set what follows from the records otherwise.
 */
export const verifyRebuilt = (
  rebuilt: Package,
  files: ReadonlyMap<string, Uint8Array>,
  {
    where,
    known,
    older,
  }: { readonly where: string; readonly known: ReadonlySet<string>; readonly older: boolean },
  report: Report,
): void => {
  const hint = `khôi phục bản ghi và sổ từ git, hoặc gói gốc từ bản sao lưu${older ? '; gói do một phiên bản khác của chương trình đóng' : ''}`
  let said = 0
  const say: Say = (path, message, level = 'error') => {
    said += 1
    report({ rule: 'verify/record', level, file: `${where}/${path}`, message, hint })
  }
  for (const [path, bytes] of rebuilt.files) {
    const found = files.get(path)
    if (known.has(path) || followsFromOthers(path)) continue
    if (!found) say(path, 'gói không có tệp này, bản dựng lại từ bản ghi thì có')
    else if (Buffer.compare(found, bytes) !== 0) compareFile(path, found, bytes, say)
  }
  for (const path of files.keys())
    if (!rebuilt.files.has(path) && !known.has(path)) say(path, 'bản dựng lại từ bản ghi không có tệp này')
  if (said > 0) return
  // What follows from all the others is worth a word only when they are the same.
  const differs = (path: string, bytes: Uint8Array): boolean => {
    const found = files.get(path)
    return !known.has(path) && found !== undefined && Buffer.compare(found, bytes) !== 0
  }
  const following = [...rebuilt.files].filter(([path]) => followsFromOthers(path))
  const changed = following.filter(([path, bytes]) => differs(path, bytes)).map(([path]) => path)
  const print = changed.find((path) => path.endsWith(`/${contentsPrint}`))
  // The list as data is the same: only how it is printed is not, by another program, template or font.
  if (print !== undefined) say(print, 'cách in khác bản dựng lại; nội dung của mục lục không đổi', 'warning')
  else for (const path of changed) say(path, 'khác bản dựng lại từ bản ghi', older ? 'warning' : 'error')
}

const followsFromOthers = (path: string): boolean =>
  path.endsWith('METS.xml') || path.endsWith(`/${contentsPrint}`)

type Say = (path: string, message: string, level?: Problem['level']) => void

const compareFile = (path: string, found: Uint8Array, rebuilt: Uint8Array, say: Say): void => {
  if (path.endsWith('/EAD.xml')) compareFields(path, fileFields, found, rebuilt, say)
  else if (/\/EAD_DOC_[^/]*$/.test(path)) compareFields(path, documentFields, found, rebuilt, say)
  else if (path.endsWith(`/${registerName}`) || path.endsWith(`/${contentsName}`))
    compareTable(path, found, rebuilt, say)
  else if (path.endsWith(`/${noticesName}`)) compareNotices(path, found, rebuilt, say)
  else say(path, 'nội dung khác bản dựng lại từ bản ghi')
}

/** What the office may settle anew without any document changing. */
const settled: ReadonlySet<string> = new Set(['title', 'keyword', 'maintenance', 'mode', 'confidenceLevel'])

const compareFields = (
  path: string,
  fields: readonly Field[],
  found: Uint8Array,
  rebuilt: Uint8Array,
  say: Say,
): void => {
  const [before, now] = [readEad(found), readEad(rebuilt)]
  const changed = fields.filter(({ name }) => before?.[name] !== now?.[name])
  if (changed.length === 0) say(path, 'khác bản dựng lại từ bản ghi')
  for (const { name, label } of changed)
    say(
      path,
      `${label} (${name}) trong gói là "${before?.[name] ?? ''}", theo dự án hiện nay là "${now?.[name] ?? ''}"`,
      settled.has(name) ? 'warning' : 'error',
    )
}

/** Columns of the register that are filled in later: copies, forwarded, receipt, note. */
const laterColumns = { [registerName]: 6, [contentsName]: 6 } as const

const compareTable = (path: string, found: Uint8Array, rebuilt: Uint8Array, say: Say): void => {
  const [before, now] = [readCsv(found), readCsv(rebuilt)]
  const name = path.endsWith(registerName) ? registerName : contentsName
  const head = now?.[0] ?? []
  let said = false
  for (let row = 1; row < Math.max(before?.length ?? 0, now?.length ?? 0); row += 1) {
    const [then, today] = [before?.[row] ?? [], now?.[row] ?? []]
    for (const [column, title] of head.entries()) {
      if (then[column] === today[column]) continue
      said = true
      say(
        path,
        `dòng ${row}, cột "${title}": trong gói là "${then[column] ?? ''}", hiện nay là "${today[column] ?? ''}"`,
        then.length === today.length && column >= laterColumns[name] ? 'warning' : 'error',
      )
    }
  }
  if (!said) say(path, 'khác bản dựng lại từ sổ đăng ký')
}

const compareNotices = (path: string, found: Uint8Array, rebuilt: Uint8Array, say: Say): void => {
  const [before, now] = [readNotices(found), readNotices(rebuilt)]
  const documents = now?.documents.map((document) => {
    const then = before?.documents.find(({ docId }) => docId === document.docId)
    // What can no longer be composed as it was is no ground for saying that the package changed.
    return document.notice === null && then ? { ...document, notice: then.notice } : document
  })
  if (before && JSON.stringify(before) === JSON.stringify({ ...now, documents })) return
  let said = false
  for (const { docId, entry, record, text, source, notice } of documents ?? []) {
    const then = before?.documents.find((document) => document.docId === docId)
    if (then && (then.text !== text || then.source !== source)) {
      said = true
      say(path, `mã băm lời văn hoặc bản ghi của ${entry} trong sổ đã đổi so với lúc đóng gói`)
    }
    const keys = [...new Set([...Object.keys(then?.notice ?? {}), ...Object.keys(notice ?? {})])]
    const parts = keys.filter((key) => partOf(then?.notice, key) !== partOf(notice, key))
    if (parts.length === 0) continue
    said = true
    say(path, `bản ghi "${record}" đã đổi so với lúc đóng gói, ở phần ${parts.join(', ')}`)
  }
  if (!said) say(path, 'khác bản dựng lại từ bản ghi')
}

const partOf = (notice: unknown, key: string): string =>
  JSON.stringify((notice as Readonly<Record<string, unknown>> | null | undefined)?.[key]) ?? ''
