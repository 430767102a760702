/** One package, in whatever forms it is there, against its checksums and its METS; what remains to be compared comes out. */

import type { Report } from '../../problem.ts'
import type { OpenedPackage } from './open-package.ts'
import { verifyEad } from './verify-ead.ts'
import { verifyFiles } from './verify-files.ts'
import { verifyMets } from './verify-mets.ts'

export type Looked = {
  readonly objid: string
  /** By path below the package's own folder. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** How the folder or zip is called in problems. */
  readonly where: string
  /** Paths of which enough has been said. */
  readonly known: ReadonlySet<string>
}

export const verifyPackage = (opened: OpenedPackage, report: Report): Looked[] => {
  const wrong = verifyFiles(opened, report)
  const looked: Looked[] = []
  for (const [objid, files] of opened.folders)
    looked.push({ objid, files, where: `${opened.shown}/${objid}`, known: below(wrong, objid) })
  for (const [zip, entries] of opened.zips) {
    const tops = new Set([...entries.keys()].map((path) => path.split('/')[0] ?? ''))
    const [objid = ''] = tops
    // The folder beside it has been looked at, and the two were compared.
    if (opened.folders.has(objid) || wrong.has(zip)) continue
    if (tops.size === 1)
      looked.push({
        objid,
        files: new Map([...entries].map(([path, bytes]) => [path.slice(objid.length + 1), bytes])),
        where: `${opened.shown}/${zip}`,
        known: new Set(),
      })
    else
      report({
        rule: 'verify/package',
        level: 'error',
        file: `${opened.shown}/${zip}`,
        message: 'tệp nén của một gói chỉ chứa một thư mục mang tên gói',
      })
  }
  if (looked.length === 0 && wrong.size === 0)
    report({
      rule: 'verify/package',
      level: 'error',
      file: opened.shown,
      message: 'không có gói nào ở đây',
      hint: 'nêu thư mục hoặc tệp .zip mà lệnh archive đã ghi',
    })
  for (const { objid, files, where, known } of looked) {
    verifyMets(objid, files, where, known, report)
    verifyEad(files, where, known, report)
  }
  return looked
}

const below = (paths: ReadonlySet<string>, folder: string): Set<string> =>
  new Set(
    [...paths].filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1)),
  )
