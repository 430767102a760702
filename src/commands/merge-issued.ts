/** A record that was issued, and words that are to go into it → refused, or let through for a new version, and said in any case. */

import type { Edition } from '../pipeline.ts'
import type { Report } from '../problem.ts'
import { called } from '../register/called.ts'
import { notToBeVersioned } from '../register/versions.ts'

/** May the record be written? What it says was issued; other words need another version, or another notice. */
export const mayMerge = (
  { id, record, registered }: Edition,
  { write, newVersion }: { readonly write: boolean; readonly newVersion: boolean },
  report: Report,
): boolean => {
  if (!registered) return true
  const { value } = registered
  const wrong = notToBeVersioned(value)
  const open = wrong === undefined && (newVersion || !write)
  const next = `thongbao issue ${id} --new-version --reason "…"`
  report({
    rule: 'merge/issued',
    level: open ? 'warning' : 'error',
    file: record.source.file,
    message: `bản ghi này đã ban hành (${called(value.number, value.symbol)})${wrong ? `, ${wrong.message}` : '; sửa lời là phải ra phiên bản mới'}`,
    hint: wrong
      ? 'soạn bản ghi mới với lời đã sửa, ban hành với --amends hoặc --replaces'
      : write && !newVersion
        ? `nếu chưa phát hành: thêm --new-version để nhập, rồi ${next}`
        : `nhập rồi thì: ${next}`,
    cite: 'NĐ 30/2020/NĐ-CP, Điều 18 khoản 3',
  })
  return open
}
