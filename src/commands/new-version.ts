/** `issue --new-version` and `seal`: an edition frozen again under the number that it has. */

import { wordsOf } from '../build/issued.ts'
import { openedFonts } from '../load/opened-fonts.ts'
import { entryFile, entryText } from '../load/register-folder.ts'
import { isError } from '../problem.ts'
import { changeEntryText } from '../publish/entry-text.ts'
import { replaceEntry } from '../publish/register-file.ts'
import { stageFiles } from '../publish/write.ts'
import type { Issued } from '../record/validate.ts'
import { isRefused } from '../register/change.ts'
import { notToBeVersioned, seal as sealed, version } from '../register/versions.ts'
import { findEntry } from './entry-ref.ts'
import { freeze } from './freeze.ts'
import { type Common, collect, exitCodes } from './io.ts'
import { goodEdition, openOne } from './open-one.ts'
import { isUnder, type OutFolder, recover } from './recover.ts'
import { atDesk, changeEntry, type Desk, openDesk, readEntries, say } from './register-desk.ts'
import { tell } from './tell.ts'

export type NewVersionOptions = Common & {
  readonly record: string
  readonly reason: string | undefined
  readonly out: OutFolder
}

type Done = { readonly id: string; readonly files: readonly string[] }

export const newVersion = async (options: NewVersionOptions): Promise<number> =>
  again(options, 'Đã ra phiên bản mới dưới số cũ', async (desk) => {
    const { record, reason, out } = options
    const found = await issuedAs(desk, record)
    if (!found) return undefined
    const { opened, entry } = found
    const { file } = entry.source
    const wrong = notToBeVersioned(entry.value)
    if (wrong) {
      say(desk, file, 'register/state', wrong)
      return undefined
    }
    if (reason === undefined) {
      say(desk, file, 'register/reason', {
        message: 'phiên bản mới cần có lý do',
        hint: 'thêm --reason "…"; lý do được lưu vào sổ',
      })
      return undefined
    }
    const next: Issued = { ...entry, value: { ...entry.value, version: (entry.value.version ?? 1) + 1 } }
    const edition = goodEdition(opened, next, desk.report)
    if (!edition) return undefined
    const { files, frozen } = await freeze(edition)
    const made = version(entry.value, edition.notice, frozen, desk.today, reason)
    if (isRefused(made)) {
      say(desk, file, 'register/state', made)
      return undefined
    }
    const before = await entryText(desk.root, entry.id)
    const staged = await stageFiles(out.folder, files, desk.report, { shown: out.shown })
    if (before === undefined || !staged) return undefined
    const text = changeEntryText(before, made)
    const entered = await replaceEntry(desk.place, entry.id, before, text, desk.report)
    if (entered === undefined || entered === 'taken') {
      await staged.discard()
      if (entered === 'taken')
        say(desk, file, 'register/entry', {
          message: 'tệp này vừa được một người khác ghi',
          hint: 'chạy lại lệnh',
        })
      return undefined
    }
    if ((await staged.commit()).ok) await entered.finish()
    return { id: entry.id, files: [...files.keys()].map((name) => `${out.shown}/${name}`) }
  })

/** The hashes of an edition that went out before this program gave numbers. */
export const seal = async (options: NewVersionOptions): Promise<number> =>
  again(options, 'Đã ghi mã băm vào sổ', async (desk) => {
    const found = await issuedAs(desk, options.record)
    if (!found) return undefined
    const { opened, entry } = found
    const edition = goodEdition(opened, entry, desk.report)
    if (!edition) return undefined
    const frozen = wordsOf(edition)
    const done = await changeEntry(desk, entry.id, ({ value }) =>
      sealed(value, edition.facts.body.id, edition.notice, frozen, desk.today, options.reason),
    )
    return done ? { id: entry.id, files: [] } : undefined
  })

const again = async (
  options: NewVersionOptions,
  words: string,
  work: (desk: Desk) => Promise<Done | undefined>,
): Promise<number> => {
  const { io, root, out, json, quiet } = options
  const { problems, report } = collect()
  const desk = openDesk(root, openedFonts(), io.today, report)
  const done = await atDesk(desk, async () => {
    await recover(desk, out)
    return work(desk)
  })
  await tell(options, problems, {
    changed: done ? { entry: entryFile(done.id), files: done.files } : null,
  })
  if (done && !json && !quiet)
    io.stdout.write(`${words}\n${[entryFile(done.id), ...done.files].map((file) => `${file}\n`).join('')}`)
  return problems.some(isError) ? exitCodes.content : exitCodes.done
}

const issuedAs = async (desk: Desk, record: string) => {
  const id = await findEntry(desk, record, desk.today.slice(0, 4))
  const [entry] = id === undefined ? [] : await readEntries(desk, [id])
  if (!entry) return undefined
  if (!isUnder(entry) || entry.value.record === undefined) {
    say(desk, entry.source.file, 'register/state', {
      message: 'số này không có bản ghi nào đã ban hành',
      hint: 'ban hành trước: thongbao issue <bản ghi>',
    })
    return undefined
  }
  const opened = await openOne(desk.root, entry.value.record, desk.fonts, desk.report)
  return opened && { opened, entry }
}
