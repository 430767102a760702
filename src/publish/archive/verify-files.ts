/** A package held against its list of checksums: what changed, what is missing, what is there and not listed. */

import type { Problem, Report } from '../../problem.ts'
import { sha256 } from './identifiers.ts'
import { manifestName } from './manifest.ts'
import type { OpenedPackage } from './open-package.ts'

/** Paths (as in `found`) that are not what the list says: nothing more needs to be said of their contents. */
export const verifyFiles = (opened: OpenedPackage, report: Report): ReadonlySet<string> => {
  const { shown, whole, found, manifest } = opened
  const wrong = new Set<string>()
  const say = (rule: Problem['rule'], path: string, message: string, hint?: string): void =>
    report({ rule, level: 'error', file: `${shown}/${path}`, message, ...(hint ? { hint } : {}) })
  if (!manifest) {
    report({
      rule: 'verify/missing',
      level: whole ? 'error' : 'warning',
      file: shown,
      message: `không có ${manifestName} bên cạnh, chỉ đối chiếu được với mã kiểm tra bên trong gói`,
    })
  }
  for (const line of manifest?.wrongLines ?? [])
    report({
      rule: 'verify/changed',
      level: 'error',
      file: `${shown}/${manifestName}`,
      at: { line, column: 1 },
      message: 'dòng này không phải "mã kiểm tra, hai dấu cách, tên tệp"',
      hint: 'danh sách mã kiểm tra đã bị sửa; lấy lại bản gốc',
    })
  for (const [path, sum] of manifest?.sums ?? []) {
    const bytes = found.get(path)
    if (bytes && sha256(bytes) === sum) continue
    wrong.add(path)
    if (bytes)
      say(
        'verify/changed',
        path,
        `nội dung tệp đã thay đổi so với ${manifestName}`,
        'lấy lại bản gốc của tệp',
      )
    else say('verify/missing', path, `thiếu tệp này, ${manifestName} có ghi`, 'lấy lại bản gốc của tệp')
  }
  for (const path of found.keys()) {
    if (path === manifestName || !manifest || manifest.sums.has(path)) continue
    wrong.add(path)
    say('verify/extra', path, `tệp thừa, ${manifestName} không ghi`, 'chuyển tệp ra khỏi gói')
  }
  sameContents(opened, wrong, say)
  return wrong
}

/** Folder and zip are one package in two forms. */
const sameContents = (
  { folders, zips, shown }: OpenedPackage,
  wrong: ReadonlySet<string>,
  say: (rule: Problem['rule'], path: string, message: string) => void,
): void => {
  for (const [zip, entries] of zips) {
    if (wrong.has(zip)) continue
    for (const [folder, files] of folders) {
      if (zip !== `1${folder}.zip`) continue
      const paths = new Set([...entries.keys(), ...[...files.keys()].map((path) => `${folder}/${path}`)])
      for (const path of paths) {
        const [packed, loose] = [entries.get(path), files.get(path.slice(folder.length + 1))]
        if (wrong.has(path) || (packed && loose && Buffer.compare(packed, loose) === 0)) continue
        if (packed && loose)
          say('verify/changed', zip, `"${path}" trong tệp nén khác tệp trong ${shown}/${folder}`)
        else if (loose) say('verify/missing', zip, `tệp nén thiếu "${path}"`)
        else say('verify/extra', zip, `tệp nén thừa "${path}"`)
      }
    }
  }
}
