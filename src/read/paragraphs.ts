/** Paragraphs measured in a file, each with its part → the notice that they say. */

import type { MeasuredParagraph, MeasuredRun } from '../check/measure/measured.ts'
import { type PrintedAnnex, printedNotice } from '../notice/as-printed.ts'
import type { FixedWords } from '../notice/fixed-words.ts'
import { capital, tidy } from '../notice/looks.ts'
import type { Inline, Notice } from '../notice/notice.ts'
import type { PrintedRow } from '../notice/printed-rows.ts'

/** `part`: a part of the notice; 'paragraph' for words that no part claims. */
export type ReadParagraph = {
  readonly part: string
  readonly runs: readonly MeasuredRun[]
  /** Cells of a ruled table. */
  readonly cell?: NonNullable<MeasuredParagraph['cell']>
  /** Of a PDF. */
  readonly page?: number
}

/** Head, content and foot in one list, then each annex. */
export type ReadDocument = {
  readonly id: string
  readonly main: readonly ReadParagraph[]
  readonly annexes: readonly (readonly ReadParagraph[])[]
  /** What stands on a page beside all that: in its head or foot, in a box. */
  readonly beside: readonly ReadParagraph[]
}

const inContent: ReadonlySet<string> = new Set([
  'basis',
  'section',
  'clauseTitle',
  'heading',
  'article',
  'clause',
  'point',
  'item',
  'paragraph',
  'plain',
  'tableHead',
  'tableCell',
])

export const noticeOf = ({ id, main, annexes }: ReadDocument): Notice => {
  const content = main.filter(({ part, cell }) => cell?.bordered || inContent.has(part))
  const linesOf = (part: string): string[] =>
    main
      .flatMap((each) => (each.part === part ? wordsOf(each).split('\n').map(tidy) : []))
      .filter((text) => text !== '')
  const textOf = (part: string): string => linesOf(part).join(' ')
  return printedNotice(
    {
      schema: 1,
      id,
      language: 'vi',
      parentBody: linesOf('parentBody'),
      issuingBody: linesOf('issuingBody'),
      ...numberIn(textOf('number')),
      ...placeIn(textOf('placeDate')),
      kind: textOf('kind'),
      subject: textOf('subject') || textOf('letterSubject').replace(/^(V\/v|Về việc)\s+/iu, ''),
      signature: {
        authority: [...linesOf('authority'), ...linesOf('otherPost')],
        name: textOf('signerName'),
      },
      recipients: linesOf('recipient').map((text) => text.replace(/^[-–—+•]\s*/u, '')),
      drafter: textOf('drafter'),
      urgency: textOf('urgency'),
      circulation: textOf('circulation'),
      address: linesOf('address'),
    },
    rowsOf(content),
    annexes.map(annexOf),
  )
}

/** Told by the notice, or by a line of its own below. */
const known: ReadonlySet<string> = new Set([
  ...inContent,
  'parentBody',
  'issuingBody',
  'number',
  'placeDate',
  'kind',
  'subject',
  'letterSubject',
  'authority',
  'otherPost',
  'signerName',
  'recipient',
  'drafter',
  'urgency',
  'circulation',
  'address',
  'nationalName',
  'motto',
  'recipientsLabel',
])

/** What else is to be read on the pages. */
export const fixedOf = ({ main, annexes, beside }: ReadDocument): FixedWords => {
  const said = (paragraphs: readonly ReadParagraph[], wanted: (each: ReadParagraph) => boolean): string[] =>
    paragraphs.flatMap((each) => (wanted(each) ? [tidy(wordsOf(each))] : [])).filter((text) => text !== '')
  const line = (part: string): string => said(main, (each) => each.part === part).join(' ')
  return {
    nationalName: capital(line('nationalName')),
    motto: line('motto'),
    numberLine: line('number'),
    placeDateLine: line('placeDate'),
    recipientsWord: line('recipientsLabel'),
    annexLabels: said(annexes.flat(), ({ part }) => part === 'annexLabel')
      .map(capital)
      .join('; '),
    others: said([...main, ...beside], ({ part, cell }) => !known.has(part) && !cell?.bordered).join('; '),
  }
}

const annexOf = (paragraphs: readonly ReadParagraph[]): PrintedAnnex => {
  const said = (part: string): string =>
    paragraphs.flatMap((each) => (each.part === part ? [wordsOf(each)] : [])).join(' ')
  return {
    title: said('annexTitle'),
    reference: said('annexReference'),
    rows: rowsOf(paragraphs.filter(({ part, cell }) => cell?.bordered || inContent.has(part))),
  }
}

const rowsOf = (paragraphs: readonly ReadParagraph[]): PrintedRow[] => {
  const rows: PrintedRow[] = []
  let cells: ReadParagraph[] = []
  const endTable = (): void => {
    if (cells.length > 0) rows.push(tableOf(cells))
    cells = []
  }
  for (const each of paragraphs) {
    if (each.cell?.bordered) {
      if (each.cell.table !== cells[0]?.cell?.table) endTable()
      cells.push(each)
      continue
    }
    endTable()
    rows.push(rowOf(each))
  }
  endTable()
  return rows
}

const titles: ReadonlySet<string> = new Set(['section', 'clauseTitle', 'heading'])

const rowOf = ({ part, runs }: ReadParagraph): PrintedRow => {
  if (titles.has(part)) return { is: 'title', text: inlinesOf(runs) }
  if (part !== 'basis') return { is: 'line', text: inlinesOf(runs) }
  return { is: 'line', text: [{ is: 'emphasis', text: inlinesOf(runs) }] }
}

const tableOf = (cells: readonly ReadParagraph[]): PrintedRow => {
  const rows = new Map<number, ReadParagraph[]>()
  for (const each of cells) rows.set(each.cell?.row ?? 0, [...(rows.get(each.cell?.row ?? 0) ?? []), each])
  // A page does not show that a cell is empty: it is where none of its row stands.
  const columns = [...new Set(cells.map(({ cell }) => cell?.column ?? 0))].sort((a, b) => a - b)
  const inOrder = [...rows].sort(([a], [b]) => a - b).map(([, row]) => row)
  const [head = [], ...rest] = withoutRepeats(inOrder).map((row) =>
    columns.map((column) =>
      row
        .filter(({ cell }) => cell?.column === column)
        .flatMap(({ runs }, index): Inline[] => [
          ...(index > 0 ? [{ is: 'break' as const }] : []),
          ...inlinesOf(runs),
        ]),
    ),
  )
  return { is: 'table', head, rows: rest }
}

/** The head of a table that goes on stands on every page of a PDF. */
const withoutRepeats = (rows: readonly (readonly ReadParagraph[])[]): (readonly ReadParagraph[])[] => {
  const wordsIn = (row: readonly ReadParagraph[] | undefined): string => (row ?? []).map(wordsOf).join('|')
  return rows.filter((row, index) => {
    const turned = (row[0]?.page ?? 0) > (rows[index - 1]?.[0]?.page ?? Number.POSITIVE_INFINITY)
    return !turned || wordsIn(row) !== wordsIn(rows[0])
  })
}

const inlinesOf = (runs: readonly MeasuredRun[]): Inline[] =>
  runs.map(({ text, bold, italic }): Inline => {
    const words: Inline = { is: 'text', value: text }
    const slanted: Inline = italic ? { is: 'emphasis', text: [words] } : words
    return bold ? { is: 'strong', text: [slanted] } : slanted
  })

const wordsOf = ({ runs }: ReadParagraph): string => runs.map(({ text }) => text).join('')

/** "Số: 392/TB-SGDĐT"; the number may be blank. */
const numberIn = (line: string): { readonly number?: number; readonly symbol: string } => {
  const [, number = '', symbol = ''] = /^(?:S[ốô]\s*:?)?\s*(\d*)[\s._…]*[/-]\s*(.*)$/iu.exec(line) ?? []
  return number === '' ? { symbol } : { number: Number.parseInt(number, 10), symbol }
}

/** "Hậu Giang, ngày 10 tháng 3 năm 2020", or as much of it as is filled in. */
const placeIn = (line: string): { readonly place: string; readonly date?: string } => {
  const match =
    /^(.*?)\s*,\s*ngày\s*(\d{0,2})[\s._…]*tháng\s*(\d{0,2})[\s._…]*năm\s*(\d{0,4})[\s._…]*$/iu.exec(line)
  if (!match) return { place: line }
  const [, place = '', day = '', month = '', year = ''] = match
  if (year.length !== 4 || month === '') return { place }
  const start = `${year}-${month.padStart(2, '0')}`
  return { place, date: day === '' ? start : `${start}-${day.padStart(2, '0')}` }
}
