/** `reserve`, `cancel`, `recall`, `mark`, `note`: what the clerk writes into the register besides issuing. */

import { openedFonts } from '../load/opened-fonts.ts'
import { entryFile } from '../load/register-folder.ts'
import { isError } from '../problem.ts'
import { newEntryText } from '../publish/entry-text.ts'
import { publishEntry } from '../publish/register-file.ts'
import type { RegisterEntry, Relation } from '../record/register-entry.ts'
import type { Registered } from '../record/validate.ts'
import { called } from '../register/called.ts'
import {
  type Change,
  cancel as cancelled,
  type Notes,
  note as noted,
  otherSide,
  type Refused,
  recall as recalled,
  relate,
  relationTo,
} from '../register/change.ts'
import { seriesId, seriesOf } from '../register/series.ts'
import { chooseNumber } from './choose-number.ts'
import { findEntry, looksLikeEntry } from './entry-ref.ts'
import { type Common, collect, exitCodes } from './io.ts'
import { officeOf } from './open-one.ts'
import { type OutFolder, recover } from './recover.ts'
import { atDesk, changeEntry, type Desk, openDesk, readEntries, say } from './register-desk.ts'
import { tell } from './tell.ts'

type Base = Common & { readonly out: OutFolder }

export type ReserveOptions = Base & {
  readonly number: number | undefined
  readonly series: string | undefined
  readonly year: string | undefined
  readonly reason: string
}

export const reserve = async (options: ReserveOptions): Promise<number> =>
  atRegister(options, async (desk) => {
    const { reason, number } = options
    const { today } = desk
    const year = options.year ?? today.slice(0, 4)
    const where = await seriesHere(desk, options.series)
    if (!where) return undefined
    for (;;) {
      const chosen = await chooseNumber(desk, year, where.series, number)
      if (!chosen) return undefined
      if (chosen.reserved) {
        say(desk, chosen.reserved.source.file, 'register/number', {
          message: `số ${chosen.number} đã được giữ: ${chosen.reserved.value.reason ?? 'không ghi lý do'}`,
          hint: 'bỏ --number để giữ số tiếp theo',
        })
        return undefined
      }
      const entry: RegisterEntry = {
        number: chosen.number,
        ...(where.body === undefined ? {} : { body: where.body }),
        state: 'reserved',
        reason,
        events: [{ on: today, is: 'reserved', reason }],
      }
      const entered = await publishEntry(desk.place, chosen.id, newEntryText(entry), desk.report)
      if (entered === undefined) return undefined
      if (entered === 'taken') continue
      await entered.finish()
      return { id: chosen.id, words: `Đã giữ số ${chosen.number} của năm ${year}` }
    }
  })

/** The series asked for, or the only one there is for the usual documents of the office. */
const seriesHere = async (
  desk: Desk,
  wished: string | undefined,
): Promise<{ readonly series: string; readonly body: string | undefined } | undefined> => {
  const office = await officeOf(desk.root, desk.fonts, desk.report)
  if (!office) return undefined
  const { settings, kind } = office
  if (wished !== undefined && !seriesId.test(wished)) {
    say(desk, settings.source.file, 'register/series', {
      message: `"${wished}" không dùng làm tên sổ được, cần chữ không dấu, số, gạch nối`,
    })
    return undefined
  }
  const given = settings.value.series
  if (wished !== undefined && given && !Object.hasOwn(given, wished)) {
    say(desk, settings.source.file, 'register/series', {
      message: `không có sổ nào tên là "${wished}"`,
      hint: `các sổ đang có: ${Object.keys(given).join(', ')}`,
    })
    return undefined
  }
  const usual = seriesOf(settings.value, kind, settings.value.body)
  if (wished !== undefined) return { series: wished, body: given?.[wished]?.body ?? settings.value.body }
  if ('message' in usual) {
    say(desk, settings.source.file, 'register/series', usual)
    return undefined
  }
  return { series: usual.series, body: settings.value.body }
}

export type EntryOptions = Base & {
  /** A number, a number with its symbol, an id or a record. */
  readonly entry: string
  readonly year: string | undefined
}

export const cancel = async (options: EntryOptions & { readonly reason: string }): Promise<number> =>
  changing(options, 'Đã hủy số', (entry, today) => cancelled(entry.value, today, options.reason))

export const note = async (options: EntryOptions & { readonly notes: Notes }): Promise<number> =>
  changing(options, 'Đã ghi vào sổ', (entry, today) => noted(entry.value, options.notes, today))

export type RecallOptions = EntryOptions & { readonly reason: string; readonly by: string | undefined }

export const recall = async (options: RecallOptions): Promise<number> =>
  options.by !== undefined && looksLikeEntry(options.by)
    ? mark({ ...options, is: 'recalled-by', by: options.by })
    : changing(options, 'Đã thu hồi', (entry, today) =>
        recalled(entry.value, today, options.reason, options.by),
      )

export type MarkOptions = EntryOptions & {
  readonly is: Relation['is']
  /** A document of this register, or the words for one outside. */
  readonly by: string
  readonly reason: string
}

/** What another document did to this one; when that one is of this register both say so. */
export const mark = async (options: MarkOptions): Promise<number> =>
  atRegister(options, async (desk) => {
    const { is, by, reason } = options
    const entry = await oneEntry(desk, options.entry, options.year)
    if (!entry) return undefined
    const words = `Đã ghi vào sổ ở ${called(entry.value.number, entry.value.symbol)}`
    if (!looksLikeEntry(by)) {
      const done = await changeEntry(desk, entry.id, ({ value }) =>
        relate(value, { is, document: by, reason }, desk.today),
      )
      return done ? { id: entry.id, words } : undefined
    }
    const other = await oneEntry(desk, by, options.year)
    if (!other) return undefined
    const active = relationTo(otherSide(is), entry.id, entry.value, reason)
    const passive = relationTo(is, other.id, other.value, reason)
    // First what is done to the older document: it may refuse, and then the newer one says nothing either.
    const done =
      (await changeEntry(desk, entry.id, ({ value }) => relate(value, passive, desk.today))) &&
      (await changeEntry(desk, other.id, ({ value }) => relate(value, active, desk.today)))
    return done ? { id: entry.id, words } : undefined
  })

const oneEntry = async (desk: Desk, given: string, year: string | undefined) => {
  const id = await findEntry(desk, given, year ?? desk.today.slice(0, 4))
  const [entry] = id === undefined ? [] : await readEntries(desk, [id])
  return entry
}

const changing = (
  options: EntryOptions,
  words: string,
  change: (entry: Registered, today: string) => Change | Refused,
): Promise<number> =>
  atRegister(options, async (desk) => {
    const entry = await oneEntry(desk, options.entry, options.year)
    if (!entry) return undefined
    const done = await changeEntry(desk, entry.id, (each) => change(each, desk.today))
    return done
      ? { id: entry.id, words: `${words}: ${called(entry.value.number, entry.value.symbol)}` }
      : undefined
  })

const atRegister = async (
  options: Base,
  work: (desk: Desk) => Promise<{ readonly id: string; readonly words: string } | undefined>,
): Promise<number> => {
  const { io, root, out, json, quiet } = options
  const { problems, report } = collect()
  const desk = openDesk(root, openedFonts(), io.today, report)
  const done = await atDesk(desk, async () => {
    await recover(desk, out)
    return work(desk)
  })
  await tell(options, problems, { changed: done ? { entry: entryFile(done.id) } : null })
  if (done && !json && !quiet) io.stdout.write(`${done.words}\n${entryFile(done.id)}\n`)
  return problems.some(isError) ? exitCodes.content : exitCodes.done
}
