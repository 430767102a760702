/** Issued editions among those of a run: do they still say what they said, and which bytes were they? */

import type { Edition } from '../pipeline.ts'
import type { Report } from '../problem.ts'
import type { RegisterEntry } from '../record/register-entry.ts'
import { called } from '../register/called.ts'
import { frozenRecord, frozenWords } from '../register/frozen.ts'
import type { Frozen } from '../register/new-entry.ts'
import { notToBeVersioned } from '../register/versions.ts'
import { type FormatName, formats } from '../render/index.ts'
import { sha256 } from './hash.ts'

/**
 * Drafts, and issued editions whose words are those that were issued. The others are reported and left out, so that
 * nothing is written over what was issued.
 */
export const stillIssued = (editions: readonly Edition[], report: Report): Edition[] => {
  const same: Edition[] = []
  for (const edition of editions) {
    const entry = edition.registered?.value
    const became = entry === undefined ? 'same' : sinceIssued(edition, entry)
    if (entry === undefined || became === 'same') {
      same.push(edition)
      continue
    }
    const name = called(entry.number, entry.symbol)
    const { file } = edition.record.source
    if (became === 'around') {
      report({
        rule: 'register/edited',
        level: 'warning',
        file,
        message: `mẫu, danh bạ hoặc chương trình đã đổi sau khi ban hành ${name}, nên không dựng lại; các tệp đã ban hành được giữ nguyên`,
        hint: 'không cần làm gì; bản đã ban hành nằm trong out/issued và trong gói lưu trữ',
      })
      continue
    }
    report({
      rule: 'register/edited',
      level: 'error',
      file,
      message: `bản ghi này đã ban hành (${name}) nhưng nay có nội dung khác; các tệp đã ban hành được giữ nguyên`,
      hint:
        notToBeVersioned(entry) === undefined
          ? `hoàn lại bản ghi; nếu chưa phát hành: thongbao issue ${edition.id} --new-version --reason "…"`
          : 'hoàn lại bản ghi; cần sửa nội dung thì soạn bản ghi mới, ban hành với --amends hoặc --replaces',
      cite: 'NĐ 30/2020/NĐ-CP, Điều 18 khoản 3',
    })
  }
  return same
}

/** By name below the output folder; empty for drafts and for editions that were issued without this program. */
export const hashesOf = ({ name, registered }: Edition): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(registered?.value.files ?? {}).flatMap(([format, hash]) =>
      hash === undefined ? [] : [[`${name}.${formats[format as FormatName].extension}`, hash] as const],
    ),
  )

/** Hashes of the words, and of what the record says: cheap, for looking whether an issued edition is still the same. */
export const wordsOf = ({ notice, record }: Edition): Frozen => ({
  text: sha256(frozenWords(notice)),
  source: sha256(frozenRecord(record.value)),
})

/**
 * What became of an issued edition. 'same': it says what it said (how its record is written may have changed, or whom a
 * task is for). 'edited': it says something else because its record does. 'around': the record is as it was, so the
 * template, the directory or the program is not.
 */
export const sinceIssued = (edition: Edition, entry: RegisterEntry): 'same' | 'edited' | 'around' => {
  if (entry.text === undefined || entry.text === sha256(frozenWords(edition.notice))) return 'same'
  return entry.source === sha256(frozenRecord(edition.record.value)) ? 'around' : 'edited'
}
