/** The parts of a finished notice × the decree table -> what stands in the wrong place: page, margins, columns, strokes, paragraphs. */

import { decree30 } from '../../src/layout/decree30.ts'
import type { Limit } from '../../src/layout/rules.ts'
import { tolerance } from './against-table.ts'
import type { Findings } from './ledger.ts'
import type { Page } from './page-trace.ts'
import type { Measured } from './parts.ts'
import { centreOf, type TextLine } from './text-lines.ts'

export const mm = (points: number): number => (points * 25.4) / 72

/** Nothing when `value` lies in the range, give or take `slack`; all in mm. */
export const outside = (
  what: string,
  value: number,
  limit: Omit<Limit, 'use'>,
  slack: number = tolerance.mm,
): string[] => {
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = limit
  if (value >= from - slack && value <= to + slack) return []
  const range =
    from === to
      ? from.toFixed(2)
      : `${Number.isFinite(from) ? from.toFixed(1) : ''}–${Number.isFinite(to) ? to.toFixed(1) : ''}`
  return [`${what}: ${value.toFixed(2)} mm, cần ${range} mm`]
}

export const exactly = (
  what: string,
  value: number,
  expected: number,
  slack: number = tolerance.mm,
): string[] => outside(what, value, { from: expected, to: expected }, slack)

type Area = { readonly left: number; readonly right: number }

/** Left and right edges of the text, from the full lines of the notice itself; in points. */
export const textArea = ({ body, firsts }: Measured): Area => {
  const own = body.filter((line) => line.page < (firsts[1] ?? Number.POSITIVE_INFINITY))
  return {
    left: Math.min(...own.map((line) => line.left)),
    right: Math.max(...own.map((line) => line.right)),
  }
}

const isAcross = (page: Page | undefined): boolean => page !== undefined && page.width > page.height

/** The same on any page: one turned on its side has the same margins (mục I.2). */
export const areaOn = (measured: Measured, number: number): Area => {
  const { left, right } = textArea(measured)
  const [first, page] = [measured.pages[0], measured.pages[number - 1]]
  return isAcross(page) ? { left, right: right + (page?.width ?? 0) - (first?.width ?? 0) } : { left, right }
}

/** Where a page stands in the notice or in its annex: 0 is the first. */
export const placeInSection = ({ firsts }: Measured, page: number): number =>
  page - Math.max(...firsts.filter((first) => first <= page))

export const pageFindings = (measured: Measured): Findings => {
  const { page: rule } = decree30
  return measured.pages.flatMap((page) => {
    const lines = linesOn(measured, page.number)
    const where = `trang ${page.number}`
    return [
      ...exactly(`${where}, khổ giấy ngang`, mm(page.width), isAcross(page) ? rule.height : rule.width),
      ...exactly(`${where}, khổ giấy dọc`, mm(page.height), isAcross(page) ? rule.width : rule.height),
      ...(isAcross(page) && page.number < (measured.firsts[1] ?? Number.POSITIVE_INFINITY)
        ? [`${where}: khổ ngang chỉ dành cho phụ lục có bảng rộng`]
        : []),
      ...outside(`${where}, lề trên`, mm(Math.min(...lines.map((line) => line.top))), rule.margins.top),
      ...outside(`${where}, lề dưới`, mm(page.height - Math.max(...lines.map((line) => line.bottom))), {
        from: rule.margins.bottom.from, // a page may end early
      }),
      ...lines.flatMap((line) => [
        ...outside(`${where}, lề trái của “${line.text}”`, mm(line.left), { from: rule.margins.left.from }),
        ...outside(`${where}, lề phải của “${line.text}”`, mm(page.width - line.right), {
          from: rule.margins.right.from,
        }),
      ]),
    ]
  })
}

/** The block of the text as a whole: it must fill the page up to its margins. */
export const marginFindings = (measured: Measured): Findings => {
  const { left, right } = textArea(measured)
  const width = measured.pages[0]?.width ?? 0
  return [
    ...outside('lề trái', mm(left), decree30.page.margins.left),
    ...outside('lề phải', mm(width - right), decree30.page.margins.right),
  ]
}

const linesOn = (measured: Measured, page: number): TextLine[] =>
  [
    ...Object.entries(measured.lines).flatMap(([part, lines]) =>
      part === 'pageNumber' || part === 'circulation' ? [] : (lines ?? []),
    ),
    ...measured.body,
    ...measured.cells,
  ].filter((line) => line.page === page)

/** Ô 1-4, 5a, 7, 9b: which side, on what axis, on which baseline. */
export const placeFindings = (measured: Measured): Findings => {
  const { lines } = measured
  const area = textArea(measured)
  const middle = centreOf(area)
  const middleOn = (line: TextLine): number => centreOf(areaOn(measured, line.page))
  const [number, placeDate] = [lines.number?.[0], lines.placeDate?.[0]]
  const [name, label, authority] = [lines.nationalName?.[0], lines.recipientsLabel?.[0], lines.authority?.[0]]
  if (number === undefined || placeDate === undefined || name === undefined)
    return ['phần đầu: không đủ ô 1–4 để đo']
  if (label === undefined || authority === undefined) return ['phần cuối: không đủ ô 7, 9b để đo']
  return [
    ...(centreOf(number) < middle && middle < centreOf(name) ? [] : ['ô 2 phải ở bên trái, ô 1 ở bên phải']),
    ...[...(lines.parentBody ?? []), ...(lines.issuingBody ?? [])].flatMap((line) =>
      onAxis('ô 2', line, centreOf(number)),
    ),
    ...[...(lines.motto ?? []), placeDate].flatMap((line) => onAxis('ô 1', line, centreOf(name))),
    ...exactly('chênh chân chữ giữa số và ngày', mm(placeDate.baseline - number.baseline), 0),
    ...[...(lines.kind ?? []), ...(lines.subject ?? [])].flatMap((line) => onAxis('ô 5a', line, middle)),
    ...[label, ...(lines.recipient ?? [])].flatMap((line) =>
      exactly(`ô 9b, mép trái của “${line.text}”`, mm(line.left), mm(area.left)),
    ),
    ...(centreOf(label) < middle && middle < centreOf(authority)
      ? []
      : ['ô 9b phải ở bên trái, ô 7 ở bên phải']),
    ...[lines.annexLabel, lines.annexTitle, lines.annexReference]
      .flatMap((found) => found ?? [])
      .flatMap((line) => onAxis('phụ lục', line, middleOn(line))),
    ...(label.page === authority.page ? [] : ['“Nơi nhận:” và quyền hạn người ký không cùng trang']),
    ...exactly(
      'chênh chân chữ giữa “Nơi nhận:” và quyền hạn',
      mm(authority.baseline - label.baseline),
      0,
      level,
    ),
    ...[...(lines.authority ?? []), ...(lines.signerName ?? [])].flatMap((line) =>
      onAxis('ô 7', line, centreOf(authority)),
    ),
  ]
}

/** 12 pt beside 14 pt, set from the top: their baselines part by less than this, in mm. */
const level = 1

const onAxis = (box: string, line: TextLine, axis: number): string[] =>
  exactly(`${box}, trục giữa của “${line.text}”`, mm(centreOf(line)), mm(axis), centred)

/** A centred line may carry a space at one end; half of it shifts the ink. In mm. */
const centred = 0.6

/** Counted from 1 in the notice and in each annex, in the top margin, centred; a first page has none. */
export const pageNumberFindings = (measured: Measured): Findings =>
  measured.pages.flatMap((page) => {
    const middle = centreOf(areaOn(measured, page.number))
    const place = placeInSection(measured, page.number)
    const found = measured.above.filter((line) => line.page === page.number)
    if (place === 0) return found.map((line) => `trang ${page.number} không được có “${line.text}” ở lề trên`)
    const [line] = found
    if (line === undefined || found.length > 1 || line.text !== String(place + 1))
      return [`trang ${page.number}: số trang là “${found.map((each) => each.text).join(' ')}”`]
    return [
      ...exactly(`trang ${page.number}, số trang, trục giữa`, mm(centreOf(line)), mm(middle), centred),
      ...outside(`trang ${page.number}, số trang, chân chữ`, mm(line.baseline), {
        to: decree30.page.margins.top.use,
      }),
    ]
  })
