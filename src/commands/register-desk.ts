/** What the commands that write into the register share: where it is, one entry read and understood, one entry changed. */

import { join } from 'node:path'
import type { Fonts } from '../fonts/fonts.ts'
import { isThere } from '../load/files.ts'
import { entryText, readEntry, registerFolder } from '../load/register-folder.ts'
import type { Report, RuleId } from '../problem.ts'
import { changeEntryText } from '../publish/entry-text.ts'
import { type RegisterPlace, replaceEntry } from '../publish/register-file.ts'
import { inTurn } from '../publish/turn.ts'
import { type Registered, validate } from '../record/validate.ts'
import { type Change, isRefused, type Refused } from '../register/change.ts'

export type Desk = {
  readonly root: string
  readonly place: RegisterPlace
  readonly fonts: Fonts
  readonly today: string
  readonly report: Report
}

export const openDesk = (root: string, fonts: Fonts, today: string, report: Report): Desk => ({
  root,
  place: { folder: join(root, registerFolder), shown: registerFolder },
  fonts,
  today,
  report,
})

/** One command at a time; undefined when nothing can be written (reported). Where there is no project, no register is begun. */
export const atDesk = async <T>(
  { root, place, report }: Desk,
  work: () => Promise<T>,
): Promise<T | undefined> =>
  (await isThere(root, 'content', 'folder')) ? inTurn(place.folder, place.shown, report, work) : work()

/** A problem of what was asked for, told at the file that it is about. */
export const say = (
  { report }: Pick<Desk, 'report'>,
  file: string,
  rule: RuleId,
  { message, hint, cite }: { readonly message: string; readonly hint?: string; readonly cite?: string },
  level: 'error' | 'warning' = 'error',
): void => report({ rule, level, file, message, ...(hint ? { hint } : {}), ...(cite ? { cite } : {}) })

/** Entries by id, those that are there and good; what is wrong with the others is reported. */
export const readEntries = async (
  { root, fonts, report }: Pick<Desk, 'root' | 'fonts' | 'report'>,
  ids: readonly string[],
): Promise<Registered[]> => {
  const register = []
  for (const id of ids) {
    const source = await readEntry(root, id, report)
    if (source) register.push(source)
  }
  const none = { directory: [], meetings: [], templates: [], partials: [] }
  return [...validate({ ...none, register }, fonts.covers, report).register]
}

/** Changes one entry, unless it may not be changed (reported). False: nothing was written. */
export const changeEntry = async (
  desk: Desk,
  id: string,
  change: (entry: Registered) => Change | Refused,
): Promise<boolean> => {
  const { root, place, report } = desk
  const file = `${place.shown}/${id}.yaml`
  const before = await entryText(root, id)
  const [entry] = await readEntries(desk, [id])
  if (before === undefined || !entry) return false
  const made = change(entry)
  if (isRefused(made)) {
    say(desk, file, 'register/state', made)
    return false
  }
  const text = changeEntryText(before, made)
  if (text === before) return true
  const entered = await replaceEntry(place, id, before, text, report)
  if (entered === 'taken')
    say(desk, file, 'register/entry', {
      message: 'tệp này vừa được một người khác ghi',
      hint: 'chạy lại lệnh',
    })
  if (entered === undefined || entered === 'taken') return false
  await entered.finish()
  return true
}
