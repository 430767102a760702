/** What a killed run published but did not finish, finished: the other side of relations, and the files of the edition. */

import { sha256 } from '../build/hash.ts'
import { entryFile } from '../load/register-folder.ts'
import { draftFiles } from '../publish/draft-files.ts'
import { unfinished } from '../publish/register-file.ts'
import { writeFiles } from '../publish/write.ts'
import { type IssuedEntry, isIssued } from '../record/register-entry.ts'
import type { Issued, Registered } from '../record/validate.ts'
import { otherSide, relate, relationTo } from '../register/change.ts'
import { clearDrafts } from './clear-drafts.ts'
import { freeze } from './freeze.ts'
import { goodEdition, openOne } from './open-one.ts'
import { changeEntry, type Desk, readEntries, say } from './register-desk.ts'

export type OutFolder = { readonly folder: string; readonly shown: string }

/** Answers the files of drafts that it took away. */
export const recover = async (desk: Desk, out: OutFolder): Promise<string[]> => {
  const cleared: string[] = []
  for (const left of await unfinished(desk.place)) {
    const [entry] = await readEntries(desk, [left.id])
    if (entry) {
      await relateOthers(desk, entry)
      if (isUnder(entry) && entry.value.files) cleared.push(...(await writeAgain(desk, entry, out)))
    }
    await left.finish()
  }
  return cleared
}

export const isUnder = (entry: Registered): entry is Issued => isIssued(entry.value)

/** Every document that an entry amends, replaces, corrects or recalls says so too. False: not all of them could. */
export const relateOthers = async (desk: Desk, entry: Registered): Promise<boolean> => {
  let all = true
  for (const { is, entry: other, reason } of entry.value.relations ?? []) {
    if (other === undefined || is.endsWith('-by')) continue
    const back = relationTo(otherSide(is), entry.id, entry.value, reason)
    const done = await changeEntry(desk, other, ({ value }) => relate(value, back, desk.today))
    all = all && done
  }
  return all
}

/** Only the very bytes that the register knows. */
const writeAgain = async (desk: Desk, entry: Issued, out: OutFolder): Promise<string[]> => {
  const { folder, shown } = out
  const { record, files } = entry.value
  const opened = record === undefined ? undefined : await openOne(desk.root, record, desk.fonts, ignore)
  const edition = opened && goodEdition(opened, entry, ignore)
  const known = Object.values(files ?? {})
  const made = edition ? [...(await freeze(edition)).files] : []
  const same = made.filter(([, bytes]) => known.includes(sha256(bytes)))
  await writeFiles(folder, new Map(same), desk.report, { shown })
  if (same.length < known.length)
    say(
      desk,
      entryFile(entry.id),
      'register/file',
      {
        message: 'lần chạy trước bị ngắt sau khi vào sổ, và nay không dựng lại được đúng các tệp đã ban hành',
        hint: 'bản ghi, mẫu hoặc danh bạ đã đổi; hoàn lại rồi chạy: thongbao build',
      },
      'warning',
    )
  return edition ? clearDrafts({ ...desk, out }, draftFiles(folder), edition, desk.report) : []
}

const ignore = (): void => undefined

/** An entry that is about to be; nothing can be wrong in it that its record is not to be blamed for. */
export const underNumber = (id: string, value: IssuedEntry): Issued => {
  const [year = '', series = ''] = id.split('/')
  const file = entryFile(id)
  return { id, value, year, series, path: [], source: { file, text: '', value, at: () => undefined } }
}
