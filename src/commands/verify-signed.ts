/** content/signed against the register: every signed file there and unchanged, and none that no entry knows. */

import { isThere, listFiles } from '../load/files.ts'
import type { Report } from '../problem.ts'
import { sha256 } from '../publish/archive/identifiers.ts'
import { readSigned, signedFolder } from '../publish/archive/signed-files.ts'
import type { Records } from '../record/validate.ts'

export const verifySigned = async (
  { root, records }: { readonly root: string; readonly records: Records },
  report: Report,
): Promise<void> => {
  const known = new Set<string>()
  for (const { year, series, value } of records.register)
    for (const { file, sha256: hash } of value.signed ?? []) {
      const path = `${signedFolder}/${year}/${series}/${file}`
      known.add(path)
      const bytes = await readSigned(root, `${year}/${series}`, file)
      if (bytes && sha256(bytes) === hash) continue
      report({
        rule: bytes ? 'verify/changed' : 'verify/missing',
        level: 'error',
        file: path,
        message: bytes ? 'bản đã ký đã thay đổi so với mã băm trong sổ' : 'thiếu bản đã ký, sổ có ghi',
        hint: 'khôi phục tệp từ git; bản đã ký không dựng lại được',
      })
    }
  if (!(await isThere(root, signedFolder, 'folder'))) return
  for (const file of await listFiles(root, signedFolder, report))
    if (!known.has(file))
      report({
        rule: 'verify/extra',
        level: 'error',
        file,
        message: 'sổ không ghi bản đã ký này',
        hint: 'đưa bản đã ký vào bằng lệnh: thongbao signed <số> <tệp.pdf>',
      })
}
