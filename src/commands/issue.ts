/**
 * `issue`: takes the next number, makes the edition under it in memory, and writes: the files of the edition under
 * temporary names, then the entry of the register, which only now is there for others, then the names of the files.
 * A run that fails before the entry spends no number; what is killed after it, the next run finishes.
 */

import { openedFonts } from '../load/opened-fonts.ts'
import { entryFile, entryText } from '../load/register-folder.ts'
import { isError } from '../problem.ts'
import { draftFiles } from '../publish/draft-files.ts'
import { changeEntryText, newEntryText } from '../publish/entry-text.ts'
import { type Entered, publishEntry, replaceEntry } from '../publish/register-file.ts'
import { stageFiles } from '../publish/write.ts'
import type { RegisterEntry } from '../record/register-entry.ts'
import { called } from '../register/called.ts'
import { type Entering, newEntry, takenEntry } from '../register/new-entry.ts'
import { daysAgree, isIssuedAlready, placeFor, relationsOf, type Wishes } from './before-issue.ts'
import { type Chosen, chooseNumber, isDouble } from './choose-number.ts'
import { clearDrafts } from './clear-drafts.ts'
import { clearedLine } from './clear-issued.ts'
import { freeze } from './freeze.ts'
import { type Common, collect, exitCodes } from './io.ts'
import { goodEdition, type OpenedOne, openOne } from './open-one.ts'
import { type OutFolder, recover, relateOthers, underNumber } from './recover.ts'
import { atDesk, type Desk, openDesk, say } from './register-desk.ts'
import { tell } from './tell.ts'

export type IssueOptions = Common &
  Wishes & {
    readonly record: string
    /** 'YYYY-MM-DD'; today when absent. */
    readonly date: string | undefined
    /** The series that the clerk believes it to be. */
    readonly series: string | undefined
    readonly copies: number | undefined
    readonly out: OutFolder
  }

type Done = {
  readonly id: string
  readonly entry: RegisterEntry
  readonly files: readonly string[]
  /** Files of its draft that are gone. */
  readonly cleared: readonly string[]
}

export const issue = async (options: IssueOptions): Promise<number> => {
  const { io, root, out } = options
  const { problems, report } = collect()
  const desk = openDesk(root, openedFonts(), io.today, report)
  const cleared: string[] = []
  const done = await atDesk(desk, async () => {
    cleared.push(...(await recover(desk, out)))
    return issueOne(desk, options)
  })
  await tell(options, problems, {
    issued: done ? { entry: entryFile(done.id), ...done.entry, files: done.files } : null,
    removed: [...cleared, ...(done?.cleared ?? [])],
  })
  if (done && !options.json && !options.quiet) {
    const { number, symbol } = done.entry
    const shown = [entryFile(done.id), ...done.files]
    io.stdout.write(`Đã ban hành số ${called(number, symbol)}\n${shown.map((file) => `${file}\n`).join('')}`)
  }
  const line = clearedLine([...cleared, ...(done?.cleared ?? [])])
  if (line !== undefined && !options.json && !options.quiet) io.stdout.write(line)
  return problems.some(isError) ? exitCodes.content : exitCodes.done
}

const issueOne = async (desk: Desk, options: IssueOptions): Promise<Done | undefined> => {
  const { root, today, fonts, report } = desk
  const opened = await openOne(root, options.record, fonts, report)
  if (!opened || (await isIssuedAlready(desk, opened))) return undefined
  const where = placeFor(desk, opened, options.series)
  const relations = where && (await relationsOf(desk, options))
  if (!relations) return undefined
  const date = options.date ?? today
  const attempt = async (): Promise<Done | 'taken' | undefined> => {
    const chosen = await chooseNumber(desk, date.slice(0, 4), where.series, options.number)
    if (!chosen || !daysAgree(desk, opened, chosen, date, options)) return undefined
    if (await isDouble(desk, chosen, where.symbol)) return undefined
    const entering: Entering = {
      number: chosen.number,
      date,
      body: where.body,
      symbol: where.symbol,
      record: opened.meeting.id,
      today,
      reason: options.reason,
      copies: options.copies,
      relations,
    }
    return enter(desk, opened, chosen, entering, options.out)
  }
  for (let count = 0; count < mostAttempts; count += 1) {
    const done = await attempt()
    if (done !== 'taken') return done
    if (options.number !== undefined) break
  }
  say(desk, opened.meeting.source.file, 'register/number', {
    message: 'số vừa bị một người khác lấy',
    hint: 'chạy lại lệnh',
  })
  return undefined
}

/** Those who take turns never meet; this is for those who could not wait for each other. */
const mostAttempts = 100

const enter = async (
  desk: Desk,
  opened: OpenedOne,
  chosen: Chosen,
  entering: Entering,
  out: OutFolder,
): Promise<Done | 'taken' | undefined> => {
  const { report, root, place } = desk
  const taken = underNumber(chosen.id, takenEntry(entering))
  const edition = goodEdition(opened, taken, report)
  if (!edition) return undefined
  const { files, frozen } = await freeze(edition)
  const entry = newEntry(entering, edition.notice, frozen)
  const staged = await stageFiles(out.folder, files, report, { shown: out.shown })
  if (!staged) return undefined
  let entered: Entered | 'taken' | undefined
  try {
    const before = chosen.reserved ? await entryText(root, chosen.id) : undefined
    entered =
      chosen.reserved && before !== undefined
        ? await replaceEntry(place, chosen.id, before, ontoReserved(before, entry), report)
        : await publishEntry(place, chosen.id, newEntryText(entry), report)
  } finally {
    if (entered === undefined || entered === 'taken') await staged.discard()
  }
  if (entered === undefined || entered === 'taken') return entered
  const committed = await staged.commit()
  const related = await relateOthers(desk, underNumber(chosen.id, entry))
  // Before the last word, so that a run that is killed here is gone on with.
  const cleared = committed.ok
    ? await clearDrafts({ ...desk, out }, draftFiles(out.folder), edition, report)
    : []
  // What could not be done is left to the next run.
  if (committed.ok && related) await entered.finish()
  return { id: chosen.id, entry, files: [...files.keys()].map((name) => `${out.shown}/${name}`), cleared }
}

/** What was kept with the number stays in its file. */
const ontoReserved = (before: string, { events, ...entry }: RegisterEntry): string =>
  changeEntryText(before, { set: entry, append: { events: events ?? [] } })
