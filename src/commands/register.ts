/** `register`: the outgoing register as a table, CSV, XLSX or a printed book, and what is wrong with it as a whole. */

import { join } from 'node:path'
import type { Fonts } from '../fonts/fonts.ts'
import { openedFonts } from '../load/opened-fonts.ts'
import { loadProject } from '../load/project.ts'
import { type Edition, editions, prepare, sheetOfBooks } from '../pipeline.ts'
import { isError, type Report } from '../problem.ts'
import { isIssued } from '../record/register-entry.ts'
import type { Records, Registered } from '../record/validate.ts'
import { audit } from '../register/audit.ts'
import { booksOf, type Keeper } from '../register/books.ts'
import { shownOf } from '../register/new-entry.ts'
import { isWhole, type OutgoingRow, outgoing, registerListing } from '../register/outgoing.ts'
import { ofSignatory, ofUnit } from '../register/outgoing-filter.ts'
import { printSheet, type TableName, tables } from '../render/index.ts'
import { terminalTable } from '../text/terminal-table.ts'
import { type Common, collect, exitCodes } from './io.ts'
import { type Made, put } from './put.ts'
import { tell } from './tell.ts'

export const registerForms = ['table', 'csv', 'xlsx', 'pdf'] as const
export type RegisterForm = (typeof registerForms)[number]

export type RegisterOptions = Common & {
  readonly year: string | undefined
  readonly series: string | undefined
  /** Id of a person, or part of a name. */
  readonly signatory: string | undefined
  /** Id of a unit or group, or a name: who drafted the document or receives it. */
  readonly unit: string | undefined
  readonly as: RegisterForm
  /** Absolute. */
  readonly output: string | undefined
}

export const register = async (options: RegisterOptions): Promise<number> => {
  const { io, root } = options
  const { problems, report } = collect()
  const fonts = openedFonts()
  const project = await loadProject(root, report, [])
  const { records } = prepare(project, fonts, report)
  const ofYear = records.register.filter(({ year }) => options.year === undefined || year === options.year)
  const entries = ofYear.filter(({ series }) => options.series === undefined || series === options.series)
  const rest = await editionsOf(root, fonts, entries, report)
  const bodyId = (entry: Registered): string =>
    entry.value.body ?? rest.get(entry.id)?.facts.body.id ?? records.settings?.value.body ?? ''
  audit(
    { entries, all: ofYear, taken: [...project.register, ...problems].flatMap(numberIn), bodyOf: bodyId },
    report,
  )
  const all = new Map(records.register.map((entry) => [entry.id, entry]))
  const rows = outgoing(entries, all, ({ id }) => {
    const edition = rest.get(id)
    return edition && shownOf(edition.notice)
  }).filter(
    (row) =>
      (options.signatory === undefined || ofSignatory(row, options.signatory, records)) &&
      (options.unit === undefined || ofUnit(row, options.unit, records)),
  )
  const keeperOf = (row: OutgoingRow): Keeper => {
    const entry = all.get(row.entry)
    return keeper(entry ? bodyId(entry) : '', records)
  }
  const [first] = rows
  const stamp = stampOf(rows) ?? io.today
  const properties = { author: first ? keeperOf(first).issuingBody.join(' ') : '', stamp }
  const table = (name: TableName): Promise<Uint8Array> => tables[name](registerListing(rows), properties)
  const make: Readonly<Record<RegisterForm, () => Promise<Made>>> = {
    table: async () => terminalTable(registerListing(rows), io.stdout.isTTY ? io.stdout.columns : undefined),
    csv: () => table('csv'),
    xlsx: () => table('xlsx'),
    pdf: () =>
      printSheet(sheetOfBooks({ books: booksOf(rows, keeperOf, chosenBy(options)), stamp }, fonts), fonts),
  }
  const named = ['so-dang-ky-van-ban-di', options.year, options.series].filter((part) => part !== undefined)
  const usual = join(root, 'out', 'registers', `${named.join('-')}.${options.as}`)
  const nothing = rows.length === 0 && options.as === 'pdf'
  if (nothing)
    report({
      rule: 'record/not-found',
      level: 'warning',
      file: 'content/register',
      message: 'sổ không có số nào như yêu cầu nên không có gì để in',
    })
  const file = nothing ? undefined : await put(options, make[options.as], usual, report)
  await tell(options, problems, { entries: rows, file: file ?? null })
  return problems.some(isError) ? exitCodes.content : exitCodes.done
}

/** The number that a file of the register stands for. */
const numberIn = ({ file }: { readonly file: string }): string[] =>
  /^content\/register\/(\d{4}\/[^/]+\/[1-9]\d*)\.yaml$/.exec(file)?.slice(1) ?? []

/** The editions of entries that do not say by themselves what the register shows: written before this program, or by hand. */
const editionsOf = async (
  root: string,
  fonts: Fonts,
  entries: readonly Registered[],
  report: Report,
): Promise<ReadonlyMap<string, Edition>> => {
  const lacking = entries.filter(({ value }) => !isWhole(value) && isIssued(value))
  const wanted = lacking.flatMap(({ value }) => value.record ?? [])
  const made = new Map<string, Edition>()
  if (wanted.length > 0) {
    // What is wrong with the records themselves is for `check` to say.
    const project = await loadProject(root, () => undefined, wanted)
    for (const edition of editions(project, fonts, () => undefined, wanted))
      if (edition.registered) made.set(edition.registered.id, edition)
  }
  for (const { id, source } of lacking)
    if (!made.has(id))
      report({
        rule: 'register/entry',
        level: 'warning',
        file: source.file,
        message: 'mục này chưa ghi đủ tên loại, trích yếu, người ký và cũng không lấy được từ bản ghi',
        hint: 'ghi thêm kind, subject, signatory; hoặc xem lỗi của bản ghi: thongbao check',
      })
  return made
}

const keeper = (id: string, { bodies }: Records): Keeper => {
  const body = bodies.get(id)?.value
  const lines = (value: string | readonly string[] | undefined): readonly string[] =>
    value === undefined ? [] : typeof value === 'string' ? [value] : value
  return { parentBody: lines(body?.parent), issuingBody: lines(body?.printed ?? body?.name) }
}

const stampOf = (rows: readonly OutgoingRow[]): string | undefined =>
  rows
    .flatMap(({ date }) => date ?? [])
    .sort()
    .at(-1)

const chosenBy = ({ signatory, unit }: RegisterOptions): string[] => [
  ...(signatory === undefined ? [] : [`Trích theo người ký: ${signatory}`]),
  ...(unit === undefined ? [] : [`Trích theo đơn vị: ${unit}`]),
]
